"""Administrative documents: one model, a PDF and a DOCX in the layout of Nghị định 30/2020/NĐ-CP."""

from __future__ import annotations

import io
from dataclasses import fields, replace
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm

from loa.typeset.official import (
    Align,
    Annex,
    Column,
    Heading,
    OfficialDocument,
    Paragraph,
    ParagraphLook,
    PartialDate,
    Row,
    Table,
)
from loa.typeset.official_docx import official_docx
from loa.typeset.official_pdf import official_pdf
from loa.typeset.text import UnprintableText
from pdf_reading import font_names, read_pages, words_of

COLUMNS = (Column("TT", 1, Align.CENTER), Column("Chỉ tiêu", 5), Column("Kỳ này", 2, Align.RIGHT))
ROWS = (
    Row(("Đài truyền thanh cấp xã",), is_group=True),
    *(Row((str(n), f"Lượt thứ {n}", "1.462")) for n in range(1, 61)),
)
DOCUMENT = OfficialDocument(
    issuer=("ỦY BAN NHÂN DÂN", "XÃ ĐỒNG SƯƠNG"),
    issuer_name="Ủy ban nhân dân xã Đồng Sương",
    symbol="BC-UBND",
    place="Đồng Sương",
    date=PartialDate(2025, 9),
    doc_type="BÁO CÁO",
    subject="Kết quả tuyên truyền dùng nước sạch tháng 8 năm 2025",
    addressed_to=("Sở Nông nghiệp và Môi trường",),
    grounds=("Luật Tài nguyên nước ngày 27/11/2023", "Kế hoạch số 05/KH-UBND ngày 20/8/2025"),
    blocks=(
        Heading(1, "I.", "Kết quả"),
        Heading(2, "1.", "Theo hình thức"),
        Paragraph("Có số liệu mô phỏng.", ParagraphLook.NOTICE),
        Paragraph("Loa phát ba buổi mỗi tuần;", ParagraphLook.BULLET),
        Table("Bảng 1. Số liệu", COLUMNS, ROWS),
        Paragraph("Trên đây là báo cáo của xã."),
    ),
    position="CHỦ TỊCH",
    authority="TM. ỦY BAN NHÂN DÂN",
    recipients=("Các phòng",),
    archive="VT, VHXH",
    annexes=(Annex("Biểu số liệu", (Table("", COLUMNS, ROWS),)),),
)


def opened(document: OfficialDocument) -> Any:
    return docx.Document(io.BytesIO(official_docx(document)))


def docx_words(document: OfficialDocument) -> str:
    file = opened(document)
    return "".join("".join(node.itertext()) for node in file.element.body.iter(qn("w:t")))


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_software_has_no_place_for_a_number_or_a_name() -> None:
    assert not {field.name for field in fields(OfficialDocument)} & {"number", "signer", "seal"}
    assert DOCUMENT.number_line == f"Số:{chr(160) * 8}/BC-UBND"


@pytest.mark.parametrize(
    ("date", "words"),
    [
        (PartialDate(2025, 9, 5), "ngày 05 tháng 9 năm 2025"),
        (PartialDate(2025, 2, 15), "ngày 15 tháng 02 năm 2025"),
        (PartialDate(2025, 9), f"ngày {chr(160) * 5} tháng 9 năm 2025"),
        (PartialDate(2025), f"ngày {chr(160) * 5} tháng {chr(160) * 5} năm 2025"),
    ],
)
def test_a_date_may_wait_for_the_hand(date: PartialDate, words: str) -> None:
    assert date.words == words


@pytest.mark.parametrize(
    ("addressed_to", "lines"),
    [
        (None, ()),
        (("Sở Y tế",), ("Kính gửi: Sở Y tế.",)),
        (("Sở Y tế", "Sở Tài chính."), ("Kính gửi:", "- Sở Y tế;", "- Sở Tài chính.")),
    ],
)
def test_receivers_are_closed_as_the_decree_says(addressed_to: Any, lines: tuple[str, ...]) -> None:
    assert replace(DOCUMENT, addressed_to=addressed_to).receivers == lines


def test_an_unknown_receiver_is_left_open() -> None:
    [line] = replace(DOCUMENT, addressed_to=()).receivers
    assert line.startswith("Kính gửi: …")


def test_recipients_begin_with_the_receiver_and_end_with_the_file() -> None:
    assert DOCUMENT.recipient_lines == ("- Như trên;", "- Các phòng;", "- Lưu: VT, VHXH.")
    assert replace(DOCUMENT, addressed_to=None).recipient_lines == ("- Các phòng;", "- Lưu: VT, VHXH.")


def test_grounds_and_body_carry_their_closing_marks() -> None:
    assert [line[-1] for line in DOCUMENT.ground_lines] == [";", "."]
    last = DOCUMENT.body[-1]
    assert isinstance(last, Paragraph)
    assert last.text == "Trên đây là báo cáo của xã./."


def test_the_pdf_uses_our_font_alone_and_the_same_bytes() -> None:
    data = official_pdf(DOCUMENT)
    assert font_names(data) == {"Tinos"}
    assert data == official_pdf(replace(DOCUMENT))


def test_pages_are_numbered_from_the_second_and_an_annex_counts_anew() -> None:
    pages = [page.words.strip() for page in read_pages(official_pdf(DOCUMENT))]
    annex = next(index for index, words in enumerate(pages) if "Phụ lục" in words)
    assert pages[0].startswith("ỦY BAN NHÂN DÂN")
    assert [words.split()[0] for words in pages[1:annex]] == [str(number) for number in range(2, annex + 1)]
    assert pages[annex].startswith("Phụ lục")
    assert pages[annex + 1].startswith("2 ")


def test_every_page_of_a_table_repeats_its_head() -> None:
    pages = [page.words for page in read_pages(official_pdf(DOCUMENT))]
    with_rows = [words for words in pages if "Lượt thứ" in words]
    assert len(with_rows) >= 3
    assert all("Chỉ tiêu" in words for words in with_rows)


def test_the_docx_says_the_same_words_as_the_pdf() -> None:
    pdf, word = squeezed(words_of(official_pdf(replace(DOCUMENT, annexes=())))), squeezed(docx_words(DOCUMENT))
    for part in (
        "Số:/BC-UBND",
        DOCUMENT.date_line,
        *DOCUMENT.receivers,
        *DOCUMENT.ground_lines,
        "I.KẾTQUẢ",
        "báo cáo của xã./.",
    ):
        assert squeezed(part) in pdf
        assert squeezed(part) in word
    assert all(squeezed(line) in pdf and squeezed(line) in word for line in DOCUMENT.recipient_lines)


def test_the_docx_has_the_decrees_page() -> None:
    section = opened(DOCUMENT).sections[0]
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(margin / Mm(1)) for margin in margins] == [20, 20, 30, 15]
    assert (round(section.page_width / Mm(1)), round(section.page_height / Mm(1))) == (210, 297)
    assert section.different_first_page_header_footer
    assert "PAGE" in "".join(node.text for node in section.header._element.iter(qn("w:instrText")))
    assert not "".join(paragraph.text for paragraph in section.first_page_header.paragraphs)


def test_the_docx_names_times_new_roman_for_every_script() -> None:
    file = opened(DOCUMENT)
    for name in ("Normal", "Heading 1", "Heading 2", "Heading 3", "Header"):
        fonts = file.styles[name].element.rPr.find(qn("w:rFonts"))
        assert {fonts.get(qn(f"w:{script}")) for script in ("ascii", "hAnsi", "eastAsia", "cs")} == {"Times New Roman"}
        assert fonts.get(qn("w:asciiTheme")) is None
    assert file.styles["Normal"].font.size.pt == 14


def test_the_docx_repeats_table_heads_and_starts_the_annex_at_one() -> None:
    file = opened(DOCUMENT)
    heads = [table for table in file.tables if table._tbl.findall(f".//{qn('w:tblHeader')}")]
    assert len(heads) == 2
    starts = [section._sectPr.find(qn("w:pgNumType")) for section in file.sections]
    assert starts[0] is None
    assert starts[1].get(qn("w:start")) == "1"


def test_the_same_document_is_the_same_docx() -> None:
    assert official_docx(DOCUMENT) == official_docx(replace(DOCUMENT))


@pytest.mark.parametrize("words", ['#read("/etc/passwd")', "*a* $x$ \\ @b <c> & </w:t>", "\x00\x0b📢 Tin\u202e xã"])
def test_words_are_words_in_both_forms(words: str) -> None:
    blocks = (Heading(1, "I.", words), Table(words, COLUMNS, (Row((words, words, words)),)), Paragraph(words))
    document = replace(DOCUMENT, blocks=blocks, subject=words, recipients=(words,), annexes=())
    plain = squeezed(words.translate(dict.fromkeys(map(ord, "\x00\x0b📢\u202e"))))
    assert plain in squeezed(words_of(official_pdf(document)))
    assert plain in squeezed(docx_words(document))


def test_both_forms_refuse_a_letter_the_font_lacks() -> None:
    document = replace(DOCUMENT, subject="Kết quả 语")
    for write in (official_pdf, official_docx):
        with pytest.raises(UnprintableText):
            write(document)


def test_several_annexes_carry_roman_numbers() -> None:
    document = replace(DOCUMENT, annexes=tuple(Annex("Biểu", (Paragraph("x"),)) for _ in range(4)))
    assert [document.annex_label(index) for index in range(4)] == [f"Phụ lục {n}" for n in ("I", "II", "III", "IV")]


def test_a_word_without_end_stays_between_the_margins() -> None:
    document = replace(DOCUMENT, subject="a" * 3_000, blocks=(Paragraph("b" * 5_000),), annexes=())
    for page in read_pages(official_pdf(document)):
        assert all(left >= 29 and right <= 196 for left, _bottom, right, top in page.boxes if top > 0)
