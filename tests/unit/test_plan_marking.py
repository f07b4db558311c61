"""The document with its marks: nothing lost, nothing doubled, every anchor there, whatever was read from where."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from loa.console.plans.anchoring import Anchoring, opening
from loa.console.plans.marking import Kind, Mark, Segment, cut_lines
from loa.console.plans.paper import paper_of

WORDS = st.text(alphabet="aăđế <>&\"'.,;\u202e🙂\u0301 ", max_size=30)
LINES = st.lists(WORDS, min_size=1, max_size=12)


@st.composite
def marked(draw: st.DrawFn) -> tuple[list[str], list[Mark]]:
    """A document, with marks on words of its own and on words that it does not have, inside it and outside."""
    lines = draw(LINES)
    marks = []
    for number in range(1, draw(st.integers(0, 8)) + 1):
        first = draw(st.integers(-1, len(lines) + 2))
        last = draw(st.integers(first, len(lines) + 4))
        printed = " ".join(" ".join(lines[max(first - 1, 0) : max(last, 0)]).split())
        start = draw(st.integers(0, len(printed)))
        quote = draw(st.sampled_from([printed, printed[start:], printed[:start], "[…] ".join([printed[:2], "a"]), "x"]))
        marks.append(Mark(number, draw(st.sampled_from(list(Kind))), quote, first, last))
    return lines, marks


@given(marked())
def test_the_joined_text_is_the_document(given_: tuple[list[str], list[Mark]]) -> None:
    lines, marks = given_
    assert ["".join(segment.text for segment in line) for line in cut_lines(lines, marks)] == lines


@given(marked())
def test_every_mark_begins_once_and_ends_once_and_in_that_order(given_: tuple[list[str], list[Mark]]) -> None:
    lines, marks = given_
    segments = [segment for line in cut_lines(lines, marks) for segment in line]
    begins = [(number, place) for place, segment in enumerate(segments) for number in segment.begins]
    ends = {number: place for place, segment in enumerate(segments) for number in segment.ends}
    assert Counter(number for number, _place in begins) == Counter(mark.number for mark in marks)
    assert Counter(number for segment in segments for number in segment.ends) == Counter(m.number for m in marks)
    assert all(place <= ends[number] for number, place in begins)


@given(marked())
def test_a_segment_without_marks_has_no_kind_and_no_anchor(given_: tuple[list[str], list[Mark]]) -> None:
    lines, marks = given_
    for line in cut_lines(lines, marks):
        assert all(segment.kind is not None for segment in line if segment.begins or segment.ends)
        assert len(line) == 1 or all(segment.text for segment in line)


@given(marked())
def test_the_page_shows_every_letter_as_text_and_every_anchor_once(given_: tuple[list[str], list[Mark]]) -> None:
    lines, marks = given_
    page = paper_of(cut_lines(lines, marks), styles={}, fields={mark.number: f"m{mark.number}" for mark in marks})
    for mark in marks:
        assert page.count(f'id="q{mark.number}"') == 1
        assert page.count(f'href="#m{mark.number}"') == 1
    ours = "p", "/p", "mark", "/mark", "span", "/span", "a", "/a"
    tags = [part.split(">")[0].split(" ")[0].strip() for part in page.split("<")[1:]]
    assert set(tags) <= set(ours)
    assert Counter(tag.strip("/") for tag in tags if "/" in tag) == Counter(tag for tag in tags if "/" not in tag)


def test_a_quote_is_found_over_two_lines_and_among_other_words() -> None:
    lines = ["ỦY BAN", "  NHÂN DÂN   XÃ", "", "Số:   /KH-UBND"]
    marks = [Mark(1, Kind.SURE, "ỦY BAN NHÂN DÂN", 1, 2), Mark(2, Kind.UNSURE, "KH-UBND", 4, 4)]
    assert cut_lines(lines, marks) == [
        [Segment("ỦY BAN", Kind.SURE, begins=(1,))],
        [Segment("  "), Segment("NHÂN DÂN", Kind.SURE, ends=(1,)), Segment("   XÃ")],
        [Segment("")],
        [Segment("Số:   /"), Segment("KH-UBND", Kind.UNSURE, (2,), (2,))],
    ]


def test_what_was_left_out_of_a_quote_is_not_marked() -> None:
    (line,) = cut_lines(["Đưa tin, theo dõi dư luận; trả lời."], [Mark(1, Kind.OUT, "theo dõi […] trả lời", 1, 1)])
    assert [(part.text, part.kind) for part in line] == [
        ("Đưa tin, ", None),
        ("theo dõi", Kind.OUT),
        (" dư luận; ", None),
        ("trả lời", Kind.OUT),
        (".", None),
    ]


def test_where_marks_meet_the_unsure_is_drawn_and_both_anchors_stand() -> None:
    marks = [Mark(1, Kind.OUT, "một hai ba", 1, 1), Mark(2, Kind.UNSURE, "hai", 1, 1)]
    assert cut_lines(["một hai ba"], marks) == [
        [
            Segment("một ", Kind.OUT, begins=(1,)),
            Segment("hai", Kind.UNSURE, (2,), (2,)),
            Segment(" ba", Kind.OUT, ends=(1,)),
        ]
    ]


def test_a_document_of_hundreds_of_pages_is_cut_in_one_pass() -> None:
    lines = [f"{number}. Tuyên truyền nội dung số {number} đến từng hộ" for number in range(20_000)]
    marks = [Mark(n, Kind.SURE, f"nội dung số {n - 1} ", n, n) for n in range(1, 20_000, 20)]
    cut = cut_lines(lines, marks)
    assert sum(len(line) == 3 for line in cut) == len(marks)


def test_the_same_words_share_one_number() -> None:
    anchoring = Anchoring()
    first = anchoring.ref("Công an  xã", (3, 3), field_id="m1", kind=Kind.UNSURE)
    again = anchoring.ref("Công an xã", (3, 3), field_id="m2")
    other = anchoring.ref("Công an xã", (4, 4), field_id="m2")
    assert (first.number, again.number, other.number) == (1, 1, 2)
    assert anchoring.fields == {1: "m1", 2: "m2"}


def test_a_clause_is_called_by_its_first_statement() -> None:
    assert opening("1. Cách nộp hồ sơ trực tuyến: vào địa chỉ dichvucong.gov.vn.") == "Cách nộp hồ sơ trực tuyến"
    assert opening("a) Từ ngày 10/9/2025 làm. Sau đó nghỉ") == "Từ ngày 10/9/2025 làm"
    assert len(opening("từ " * 60).split()) == 25
