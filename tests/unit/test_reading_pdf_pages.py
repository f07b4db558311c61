"""PDF pages: paragraphs stand apart, and what is not the text of the document is out of its sentences."""

from __future__ import annotations

import pytest

from loa.documents.reading.pdf_columns import Piece, Row
from loa.documents.reading.pdf_furniture import without_furniture
from loa.documents.reading.pdf_paragraphs import Setting, begins_paragraph, lines_of_block
from loa.documents.reading.readers import read_bytes
from loa.documents.refusals import CannotRead, UnreadableLetters
from sample.files import pdf

SENTENCE = "Tuyên truyền phòng chống mưa lũ trên địa bàn xã Đồng Sương, bảo đảm an toàn cho nhân dân. "
INDENTED = "#set par(justify: true, first-line-indent: (amount: 1.27cm, all: true))\n"
SETTING = Setting(left=85, right=550, pitch=18)


def texts(data: bytes) -> list[str]:
    return [line.text for line in read_bytes(data).lines]


def paragraphs(data: bytes) -> list[str]:
    return [" ".join(part.split()) for part in "\n".join(texts(data)).split("\n\n") if part.strip()]


def row(text: str, *, left: float = 85, right: float = 550, middle: float = 700) -> Row:
    return (Piece(text, left, right, middle, 13),)


@pytest.mark.parametrize(
    "look",
    [
        INDENTED + "#set par(spacing: 0.65em)\n",
        "#set par(justify: true, spacing: 1.2em)\n",
        "#set par(justify: true, spacing: 0.65em)\n",
    ],
)
def test_paragraphs_stand_apart_by_indent_by_white_and_by_a_short_last_line(look: str) -> None:
    whole = [(SENTENCE * count).strip() for count in (3, 2, 4, 1, 5)]
    assert paragraphs(pdf(look + "\n\n".join(whole))) == whole


def test_a_paragraph_goes_on_over_the_page() -> None:
    whole = [(SENTENCE * 30).strip(), (SENTENCE * 30).strip()]
    assert paragraphs(pdf(INDENTED + "\n\n".join(whole))) == whole


def test_lines_of_a_centred_title_stay_together() -> None:
    title = "#align(center)[*KẾ HOẠCH* \\ *Tuyên truyền phòng chống mưa lũ* \\ *trên địa bàn xã*]\n\n"
    read = texts(pdf(title + SENTENCE * 3))
    assert read[:4] == ["KẾ HOẠCH", "Tuyên truyền phòng chống mưa lũ", "trên địa bàn xã", ""]


def test_the_further_lines_of_a_hanging_item_are_no_new_paragraphs() -> None:
    first = row("1. Phát loa mỗi sáng và mỗi chiều trên toàn xã theo lịch của", left=85)
    assert not begins_paragraph(row("trung tâm", left=103, middle=682), first, setting=SETTING, same_page=True)
    assert begins_paragraph(row("2. Đăng tin", left=103, middle=682), first, setting=SETTING, same_page=True)


def test_a_symbol_broken_at_its_stroke_is_whole_on_its_first_line() -> None:
    rows = [row("theo Kế hoạch số 157/"), row("KH-UBND của xã", middle=682)]
    assert lines_of_block(rows, SETTING, before=None) == ["theo Kế hoạch số 157/KH-UBND", "của xã"]
    rows = [row("giai đoạn 2021 -"), row("2025 của xã", middle=682)]
    assert lines_of_block(rows, SETTING, before=None) == ["giai đoạn 2021 -", "2025 của xã"]


def test_running_heads_and_feet_are_dropped_whatever_number_they_carry() -> None:
    head = "header: [Kế hoạch tuyên truyền #h(1fr) UBND xã]"
    foot = "footer: context [#h(1fr) Trang #counter(page).display() của bản in]"
    places = ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"]
    whole = [(f"Khu dân cư {place}: {SENTENCE}" * 3).strip() for place in places for _time in range(3)]
    read = paragraphs(pdf(f"#set page({head}, {foot})\n{INDENTED}" + "\n\n".join(whole)))
    assert read == whole


def test_what_stands_on_one_page_only_is_no_running_head() -> None:
    pages = [[row("Phụ lục I", middle=800), row("một")], [row("hai", middle=800), row("ba")], [row("bốn", middle=800)]]
    assert without_furniture(pages) == pages


def test_footnotes_are_put_behind_the_document_with_their_page() -> None:
    note = "#footnote[Quyết định số 12/QĐ-UBND của Ủy ban nhân dân xã.]"
    source = SENTENCE * 3 + f"Thực hiện Quyết định số 12{note} của xã trên 20 m#super[2] đất. " + SENTENCE * 30
    read = read_bytes(pdf(source + "Hai#footnote[Chú thích sau.] lần. " + SENTENCE))
    whole = " ".join(" ".join(line.text for line in read.lines).split())
    assert "Quyết định số 12 của xã trên 20 m2 đất. Tuyên truyền" in whole
    assert "Hai lần." in whole
    notes = [(line.page, line.text) for line in read.lines if line.text.startswith("|")]
    assert notes[0] == (1, "| [1] Quyết định số 12/QĐ-UBND của Ủy ban nhân dân xã. |")
    assert notes[1][1] == "| [2] Chú thích sau. |"
    assert read.notices == ("footnotes",)


def test_a_small_recipients_list_at_the_foot_is_no_footnote() -> None:
    source = SENTENCE * 8 + "\n\n#v(1fr)#line(length: 30%)\n#text(9pt)[1. Nơi nhận: \\ - Lưu: VT.]"
    assert any("Lưu: VT" in text and not text.startswith("|") for text in texts(pdf(source)))


@pytest.mark.parametrize("angle", ["90deg", "-90deg", "180deg"])
def test_words_turned_on_the_page_are_read_along_their_lines(angle: str) -> None:
    block = f"#rotate({angle}, reflow: true)[#block(width: 160mm)[{SENTENCE * 4}]]"
    assert paragraphs(pdf(block)) == [(SENTENCE * 4).strip()]


@pytest.mark.parametrize(("degrees", "width"), [(90, 247), (180, 160), (270, 247)])
def test_a_page_that_the_file_turns_is_read_in_its_columns(degrees: int, width: int) -> None:
    heads = [["XÃ ĐỒNG SƯƠNG", "Số: 12/KH-UBND"], ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA", "Độc lập - Tự do - Hạnh phúc"]]
    cells = ", ".join("[" + r" \ ".join(lines) + "]" for lines in heads)
    page = f"#block(width: {width}mm)[#grid(columns: (40%, 60%), align: center, {cells})\n\n{SENTENCE * 4}]"
    turned = f"#rotate({360 - degrees}deg, reflow: true)[{page}]"
    assert texts(pdf(turned))[:5] == [*heads[0], "", *heads[1]]


def test_a_mark_across_the_page_is_not_read() -> None:
    mark = "#set page(background: rotate(-45deg, text(60pt, gray)[DỰ THẢO]))\n"
    assert paragraphs(pdf(mark + SENTENCE * 4)) == [(SENTENCE * 4).strip()]


def test_letters_that_mean_nothing_are_refused() -> None:
    made = pdf(SENTENCE * 4)
    assert b"/ToUnicode" in made
    with pytest.raises(CannotRead) as caught:
        read_bytes(made.replace(b"/ToUnicode", b"/ToUnicodX"))
    assert caught.value.refusal is UnreadableLetters
