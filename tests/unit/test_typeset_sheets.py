"""Poster, talking points and work order: one page, our font, no word run as code, the same bytes again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loa.typeset.poster import Poster, poster_fit, poster_pdf, poster_png
from loa.typeset.talking_points import QuestionAnswer, TalkingPoints, talking_points_pdf
from loa.typeset.text import UnprintableText
from loa.typeset.work_order import WorkFile, WorkOrderSheet, work_order_pdf
from pdf_reading import font_names, read_pages, words_of

HOSTILE = [
    '#read("/etc/passwd")',
    "#panic() *đậm* _nghiêng_ `mã` $x^2$ = tiêu đề",
    "\\u{1F600} @nguon <nhan> // chú thích /* */ ~ -- ---",
    '"]}) #let x = 1; #import "@preview/x:1.0.0"',
    "📢 Tin\u202egnas gnud\u202c \u200fcủa xã",
]
POSTER = Poster(
    commune="xã Đồng Sương",
    province="tỉnh Lam Giang",
    issuer="Trung tâm Dịch vụ sự nghiệp công",
    title="Đun sôi nước trước khi uống",
    paragraphs=("Mùa mưa nước giếng dễ nhiễm bẩn.", "Bà con súc rửa bể chứa và đậy kín dụng cụ chứa nước."),
    contact="Trạm Y tế xã, 0200 123 456",
    code="K7QM",
    address="http://127.0.0.1:8080/tin/K7QM/",
    valid_until=date(2025, 10, 31),
)
POINTS = TalkingPoints(
    commune=POSTER.commune,
    province=POSTER.province,
    issuer=POSTER.issuer,
    title=POSTER.title,
    what="Mùa mưa, nước giếng và nước suối dễ nhiễm bẩn.",
    why="Uống nước chưa đun sôi dễ đau bụng, tiêu chảy.",
    sentences=("Bà con đun sôi nước rồi mới uống.", "Đậy kín bể chứa.", "Trẻ sốt thì đến trạm y tế."),
    questions=(QuestionAnswer("Nước lọc có phải đun không?", "Có, nếu không rõ lõi lọc đã thay khi nào."),),
    contact=POSTER.contact,
    code=POSTER.code,
    address=POSTER.address,
)
ORDER = WorkOrderSheet(
    commune=POSTER.commune,
    province=POSTER.province,
    issuer=POSTER.issuer,
    task="Niêm yết áp phích",
    message=POSTER.title,
    place="Bảng tin Khu 3",
    start_at=datetime(2025, 9, 3, 1, tzinfo=UTC),
    end_at=datetime(2025, 9, 4, 10, tzinfo=UTC),
    by_whom="",
    code=POSTER.code,
    address=POSTER.address,
    files=(WorkFile("ap-phich.pdf", "in 1 bản"),),
    steps=("In tờ dán.", "Dán ngang tầm mắt."),
)


def squeezed(text: str) -> str:
    return "".join(text.split())


def assert_is_one_whole_page(data: bytes) -> None:
    [page] = read_pages(data)
    assert (round(page.width_mm), round(page.height_mm)) == (210, 297)
    assert all(
        left >= 5 and bottom >= 2 and right <= 205 and top <= 295 for left, bottom, right, top in page.boxes if top > 0
    )


@pytest.mark.parametrize("data", [poster_pdf(POSTER), talking_points_pdf(POINTS), work_order_pdf(ORDER)])
def test_a_sheet_is_one_page_in_our_font_alone(data: bytes) -> None:
    assert_is_one_whole_page(data)
    assert font_names(data) == {"Tinos"}


def test_a_poster_says_who_what_until_when_and_where_to_check() -> None:
    words = words_of(poster_pdf(POSTER))
    for part in ("Xã Đồng Sương", *POSTER.paragraphs, POSTER.contact, "Mã tin: K7QM", POSTER.address, "31/10/2025"):
        assert squeezed(part) in squeezed(words)


def test_a_normal_title_is_read_from_across_the_road() -> None:
    fit = poster_fit(POSTER)
    assert fit.title_cap_mm >= 18
    assert fit.body_cap_mm >= 9
    assert fit.paragraphs_left_out == 0
    assert not fit.is_cut


def test_a_long_text_leaves_its_last_paragraphs_to_the_page_and_says_so() -> None:
    long = replace(POSTER, paragraphs=POSTER.paragraphs * 10)
    fit = poster_fit(long)
    assert fit.paragraphs_left_out > 0
    assert fit.body_cap_mm >= 6
    assert squeezed("Còn nội dung nữa.") in squeezed(words_of(poster_pdf(long)))
    assert_is_one_whole_page(poster_pdf(long))


@settings(max_examples=15, deadline=None)
@given(st.lists(st.sampled_from(["Khu", "nước", "nghiêng", "0200123456", "x" * 40]), min_size=1, max_size=120))
def test_a_poster_is_one_page_whatever_its_title(words: list[str]) -> None:
    assert_is_one_whole_page(poster_pdf(replace(POSTER, title=" ".join(words))))


@pytest.mark.parametrize("title", ["a" * 10_000, "nước sạch " * 1_000])
def test_ten_thousand_letters_stay_on_one_page(title: str) -> None:
    assert_is_one_whole_page(poster_pdf(replace(POSTER, title=title)))
    assert_is_one_whole_page(talking_points_pdf(replace(POINTS, title=title, what=title, sentences=(title,) * 9)))
    assert_is_one_whole_page(work_order_pdf(replace(ORDER, message=title, place=title, steps=(title,) * 9)))


@pytest.mark.parametrize("words", HOSTILE)
def test_words_are_printed_and_never_run(words: str) -> None:
    sheets = (
        poster_pdf(replace(POSTER, title=words, paragraphs=(words,), contact=words, issuer=words, code=words[:8])),
        talking_points_pdf(replace(POINTS, title=words, questions=(QuestionAnswer(words, words),))),
        work_order_pdf(replace(ORDER, message=words, files=(WorkFile(words, words),))),
    )
    plain = squeezed(words.replace("📢", "").translate(dict.fromkeys(map(ord, "\u202e\u202c\u200f"))))
    for data in sheets:
        found = words_of(data)
        assert plain in squeezed(found)
        assert "root:" not in found


def test_a_page_address_is_no_code_either() -> None:
    strange = replace(POSTER, address='http://127.0.0.1:8080/tin/"<svg>&#/')
    assert squeezed(strange.address) in squeezed(words_of(poster_pdf(strange)))


def test_the_same_words_give_the_same_bytes() -> None:
    assert poster_pdf(POSTER) == poster_pdf(replace(POSTER))
    assert poster_png(POSTER, dpi=40) == poster_png(POSTER, dpi=40)
    assert talking_points_pdf(POINTS) == talking_points_pdf(replace(POINTS))
    assert work_order_pdf(ORDER) == work_order_pdf(replace(ORDER))
    assert poster_pdf(POSTER) != poster_pdf(replace(POSTER, code="K7QN"))


def test_a_poster_picture_has_the_size_of_a4() -> None:
    png = poster_png(POSTER, dpi=100)
    width, height = int.from_bytes(png[16:20]), int.from_bytes(png[20:24])
    assert png.startswith(b"\x89PNG")
    assert abs(width - 827) <= 1
    assert abs(height - 1169) <= 1


def test_a_letter_that_cannot_be_printed_stops_the_poster() -> None:
    with pytest.raises(UnprintableText, match="语"):
        poster_pdf(replace(POSTER, title="Nước 语"))


def test_a_sheet_leaves_out_what_it_does_not_have() -> None:
    bare = replace(POINTS, why="", questions=(), contact="", source="")
    words = words_of(talking_points_pdf(bare))
    assert "Bà con có thể hỏi" not in words
    assert "Hỏi thêm" not in words


def test_a_work_order_says_where_by_when_and_has_a_box_for_the_hand() -> None:
    words = words_of(work_order_pdf(ORDER))
    for part in (
        "Bảng tin Khu 3",
        "17 giờ 00 ngày 04/9/2025",
        "ap-phich.pdf",
        "Mã tin: K7QM",
        "Họ và tên:",
        "Xong lúc:",
    ):
        assert part in words
    crowded = replace(ORDER, files=tuple(WorkFile(f"tep-{number}.pdf") for number in range(9)))
    assert "và 3 tệp khác" in words_of(work_order_pdf(crowded))
