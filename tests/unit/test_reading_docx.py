"""Word documents: what Word shows is what is read."""

from __future__ import annotations

import pytest

from loa.documents.reading.docx_numbering import letter, roman
from loa.documents.reading.readers import read_bytes
from sample.files import a_list, docx, in_list, paragraph

PLAN_LIST = a_list(("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)"), ("decimal", "%2.%4"))


def texts(data: bytes) -> list[str]:
    return [line.text for line in read_bytes(data).lines]


def cell(*paragraphs: str) -> str:
    return f"<w:tc>{''.join(paragraphs)}</w:tc>"


def test_automatic_numbers_are_counted_as_word_counts_them() -> None:
    levels = [(0, "MỤC ĐÍCH"), (1, "Mục đích"), (1, "Yêu cầu"), (0, "NỘI DUNG"), (1, "Dịch vụ công"), (2, "Nộp hồ sơ")]
    levels += [(2, "Nhận kết quả"), (3, "Sâu hơn"), (1, "Phòng lũ"), (2, "Trước lũ")]
    body = "".join(in_list(text, level=level) for level, text in levels)
    assert texts(docx(body, numbering=PLAN_LIST)) == [
        "I. MỤC ĐÍCH",
        "1. Mục đích",
        "2. Yêu cầu",
        "II. NỘI DUNG",
        "1. Dịch vụ công",
        "a) Nộp hồ sơ",
        "b) Nhận kết quả",
        "1.1 Sâu hơn",
        "2. Phòng lũ",
        "a) Trước lũ",
    ]


def test_two_uses_of_one_list_go_on_and_a_restart_starts_again() -> None:
    numbering = a_list(("decimal", "%1.")) + (
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="1"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    body = "".join(in_list(text, use=use) for use, text in ((1, "a"), (2, "b"), (3, "c"), (3, "d"), (1, "e")))
    assert texts(docx(body, numbering=numbering)) == ["1. a", "2. b", "1. c", "2. d", "3. e"]


def test_a_style_may_carry_the_number_and_capitals() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Muc"><w:basedOn w:val="Goc"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Goc"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
        "<w:rPr><w:caps/></w:rPr></w:style>"
    )
    body = paragraph("Mục đích", properties='<w:pStyle w:val="Muc"/>') + paragraph("thường")
    assert texts(docx(body, numbering=PLAN_LIST, styles=styles)) == ["I. MỤC ĐÍCH", "thường"]


def test_bullets_become_dashes() -> None:
    body = in_list("phát loa") + in_list("đăng tin", level=1)
    numbering = a_list(("bullet", "\uf0b7"), ("bullet", "+"))
    assert texts(docx(body, numbering=numbering)) == ["- phát loa", "+ đăng tin"]


def test_inserted_text_stays_and_deleted_text_goes() -> None:
    run = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>"
    body = (
        "<w:p>" + run.format("trước ngày ") + "<w:del><w:r><w:delText>15</w:delText></w:r></w:del>"
        "<w:ins>" + run.format("20") + "</w:ins><w:moveFrom>" + run.format("đi") + "</w:moveFrom>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>" + run.format("/9/2025") + "</w:p>"
    )
    assert texts(docx(body)) == ["trước ngày 20/9/2025"]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    body = in_list("một") + paragraph("Tuyên ", properties="<w:rPr><w:del/></w:rPr>") + in_list("truyền")
    assert texts(docx(body, numbering=a_list(("decimal", "%1.")))) == ["1. một", "2. Tuyên truyền"]


def test_breaks_are_lines_and_tabs_are_gaps() -> None:
    body = (
        "<w:p><w:r><w:t>PHÓ</w:t><w:br/><w:t>CHỦ TỊCH</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>Số:</w:t><w:tab/><w:t>KH</w:t><w:noBreakHyphen/><w:t>UBND</w:t></w:r></w:p>"
    )
    assert texts(docx(body)) == ["PHÓ", "CHỦ TỊCH", "Số:    KH-UBND"]


def test_the_letterhead_table_gives_its_cells_one_after_the_other() -> None:
    left = cell(paragraph("ỦY BAN NHÂN DÂN"), paragraph("XÃ ĐỒNG SƯƠNG"), paragraph(""))
    right = cell(paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), paragraph("Độc lập - Tự do - Hạnh phúc"))
    read = texts(docx(f"<w:tbl><w:tr>{left}{right}</w:tr></w:tbl>" + paragraph("KẾ HOẠCH")))
    assert [line for line in read if line] == [
        "ỦY BAN NHÂN DÂN",
        "XÃ ĐỒNG SƯƠNG",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "KẾ HOẠCH",
    ]


def test_a_text_box_is_read_once_where_it_is_anchored() -> None:
    box = f"<w:txbxContent>{paragraph('DỰ THẢO')}</w:txbxContent>"
    drawing = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    body = f"<w:p><w:r>{drawing}<w:t>ỦY BAN NHÂN DÂN</w:t></w:r></w:p>"
    assert texts(docx(body)) == ["DỰ THẢO", "ỦY BAN NHÂN DÂN"]


def test_of_page_headers_only_a_secrecy_mark_is_text() -> None:
    assert texts(docx(paragraph("KẾ HOẠCH"), header=paragraph("MẬT"))) == ["MẬT", "KẾ HOẠCH"]
    assert texts(docx(paragraph("KẾ HOẠCH"), header=paragraph("Trang 2"))) == ["KẾ HOẠCH"]


@pytest.mark.parametrize(("number", "sign"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (1994, "MCMXCIV")])
def test_roman_numbers(number: int, sign: str) -> None:
    assert roman(number) == sign


@pytest.mark.parametrize(("number", "sign"), [(1, "a"), (26, "z"), (27, "aa"), (28, "bb"), (53, "aaa")])
def test_letters_as_word_counts(number: int, sign: str) -> None:
    assert letter(number) == sign
