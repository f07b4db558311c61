"""VIQR, and capitals typed in the second font of an ABC pair: both come back as Unicode, real Unicode stays."""

from __future__ import annotations

import pytest

from loa.documents.reading.encodings.viqr import from_viqr, is_viqr
from loa.documents.reading.readers import read_bytes
from loa.documents.reading.secrecy import secrecy_mark
from sample.files import docx
from sample.old_codes import tcvn3

VIQR = [
    "U?Y BAN NHA^N DA^N XA~ DDO^`NG SU+O+NG",
    "So^': 05/KH-UBND",
    "KE^' HOA.CH",
    "Tuye^n truye^`n pho`ng, cho^'ng mu+a lu~ tre^n ddi.a ba`n xa~ DDo^`ng Su+o+ng",
    "1. Pho`ng Va(n ho'a - Xa~ ho^.i chu? tri`, pho^'i ho+.p vo+'i Co^ng an xa~; lie^n he^. a@dongsuong.vn.",
    "2. Bo^. Y te^' ddo^n ddo^'c tra.m va` ca'c tho^n tru+o+'c nga`y 05/9/2025.",
    "Ba'o ca'o ve^` xa~ theo ma^~u. DDe^` nghi. ca'c tho^n thu+.c hie^.n./.",
]
MEANT = [
    "ỦY BAN NHÂN DÂN XÃ ĐỒNG SƯƠNG",
    "Số: 05/KH-UBND",
    "KẾ HOẠCH",
    "Tuyên truyền phòng, chống mưa lũ trên địa bàn xã Đồng Sương",
    "1. Phòng Văn hóa - Xã hội chủ trì, phối hợp với Công an xã; liên hệ a@dongsuong.vn.",
    "2. Bộ Y tế đôn đốc trạm và các thôn trước ngày 05/9/2025.",
    "Báo cáo về xã theo mẫu. Đề nghị các thôn thực hiện./.",
]


def test_vietnamese_written_in_signs_comes_back_with_its_marks_and_a_notice() -> None:
    read = read_bytes("\n".join(VIQR).encode())
    assert [line.text for line in read.lines] == MEANT
    assert read.notices == ("viqr",)


def test_a_mark_of_secrecy_written_in_signs_is_found() -> None:
    lines = [*VIQR[:2], "TUYE^.T MA^.T", *VIQR[2:]]
    assert secrecy_mark(read_bytes("\n".join(lines).encode()).lines) is not None


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(MEANT),
        "Hồ sơ gồm a^ và o+ theo bảng; " + VIQR[3],
        "let a^b be o+n; e^x + u+v, then a(x) is what? It is. Don't ask me.",
        "U+2039 SINGLE LEFT\nU+203A SINGLE RIGHT\nU+2018 LEFT\nU+2019 RIGHT\nU+201C LEFT\nU+201D RIGHT",
        "The commune reported its figures. Who did? The office did, and it's done.",
        "Ke hoach tuyen truyen khong dau: xa Dong Suong, ngay 05/9/2025.",
    ],
)
def test_what_is_not_written_in_signs_stays(text: str) -> None:
    lines = text.split("\n")
    assert not is_viqr(lines)
    assert "viqr" not in read_bytes(text.encode()).notices


def test_every_line_comes_back_whatever_the_signs() -> None:
    odd = ["", "\\.", "a^", "?", "^^^", "o+?.", "dd", "a(b", "..."]
    assert len(from_viqr(odd)) == len(odd)


def old(text: str) -> str:
    return tcvn3(text).decode("cp1252")


def run(text: str, font: str) -> str:
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>' if font else ""
    return f'<w:r><w:rPr>{fonts}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_small_codes_in_a_font_of_capitals_are_capitals() -> None:
    body = "".join(
        f"<w:p>{runs}</w:p>"
        for runs in (
            run(old("ủy ban nhân dân xã đồng sương"), ".VnTimeH"),
            run(old("Điều 1: "), ".VnTime") + run(old("kế hoạch tuyên truyền"), ".VnArialH"),
            run(old("phòng văn hóa chủ trì, phối hợp với công an xã"), ".VnTime"),
        )
    )
    read = read_bytes(docx(body))
    assert [line.text for line in read.lines if line.text] == [
        "ỦY BAN NHÂN DÂN XÃ ĐỒNG SƯƠNG",
        "Điều 1: KẾ HOẠCH TUYÊN TRUYỀN",
        "phòng văn hóa chủ trì, phối hợp với công an xã",
    ]
    assert read.notices == ("tcvn3",)


def test_the_font_may_be_that_of_a_style() -> None:
    style = (
        '<w:style w:type="paragraph" w:styleId="dau"><w:rPr><w:rFonts w:ascii=".VnTimeH" w:hAnsi=".VnTimeH"/></w:rPr>'
        "</w:style>"
    )
    paragraph = f'<w:p><w:pPr><w:pStyle w:val="dau"/></w:pPr>{run(old("xã đồng sương, thông báo"), "")}</w:p>'
    assert read_bytes(docx(paragraph, styles=style)).lines[0].text == "XÃ ĐỒNG SƯƠNG, THÔNG BÁO"


def test_unicode_left_in_an_old_font_stays_as_it_was_typed() -> None:
    body = f"<w:p>{run('Kế hoạch xã Đồng Sương, trình ', '.VnTimeH')}{run('ban hành', '.VnTimeH')}</w:p>"
    assert read_bytes(docx(body)).lines[0].text == "Kế hoạch xã Đồng Sương, trình ban hành"
