"""Words without the marks of the web, lines that every document has, words in doubt, and how they are counted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cast import NOW
from loa.campaigns.plan import Plan
from loa.console.plans.anchoring import Anchoring
from loa.console.plans.counting import differences, found_in, kept_words, work_in, work_words
from loa.console.plans.marking import Segment
from loa.console.plans.paper import paper_of
from loa.console.plans.review_doubt import doubts_of
from loa.console.plans.review_lines import is_routine, is_unfinished
from loa.console.plans.unmarked import unmarked
from loa.documents.line_notes import Notes, looked_at, noted
from loa.documents.ports import AssignmentRow, Line
from loa.documents.reading.ocr.engine import Word
from loa.documents.reading.ocr.layout import SeenLine
from loa.documents.reading.ocr.scan import page_of
from loa.documents.reading.ocr.spelling import ReadLine, read_line
from plan_words import SMALL_PLAN


@pytest.mark.parametrize(
    ("copied", "shown"),
    [
        ("**KẾ HOẠCH**", "KẾ HOẠCH"),
        ("*Đồng Sương, ngày 05*", "Đồng Sương, ngày 05"),
        ("* Phát trên đài", "* Phát trên đài"),
        ("|", ""),
        ("|---|:--|", ""),
        ("## II. NỘI DUNG", "II. NỘI DUNG"),
        ("1\\. Mục đích", "1. Mục đích"),
        ("- Phát 2 lần/ngày", "- Phát 2 lần/ngày"),
    ],
)
def test_marks_of_the_web_are_left_out(copied: str, shown: str) -> None:
    assert unmarked(copied) == shown


def test_the_paper_leaves_them_out_only_where_the_document_brought_them() -> None:
    lines = [[Segment("**XÃ "), Segment("ĐỒNG SƯƠNG**")], [Segment("|")], [Segment("5 * 3")]]
    assert "**XÃ " in paper_of(lines, styles={}, fields={})
    plain = paper_of(lines, styles={}, fields={}, is_plain=False)
    assert '<p id="d1" class="">XÃ ĐỒNG SƯƠNG</p>' in plain
    assert 'id="d2"' not in plain
    assert '<p id="d3" class="gap">' in plain


@pytest.mark.parametrize(
    ("line", "is_so"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", True),
        ("CHỦ NGHĨA VIỆT NAM", True),
        ("Độc lập – Tự do – Hạnh phúc", True),
        ("ĐẢNG CỘNG SẢN VIỆT NAM", True),
        ("-------", True),
        ("Hội", False),
        ("Tự do hội họp", False),
        ("1", False),
        ("Theo dõi dư luận xã hội", False),
    ],
)
def test_a_line_that_every_document_has_asks_for_nothing(line: str, *, is_so: bool) -> None:
    assert is_routine(line) is is_so


def test_a_statement_goes_on_in_the_next_line() -> None:
    assert is_unfinished(["Phối hợp với Công an xã và", "các đơn vị liên quan"])
    assert not is_unfinished(["Phối hợp với Công an xã.", "các đơn vị"])
    assert not is_unfinished(["Phối hợp với Công an xã", ""])
    assert not is_unfinished(["Phối hợp"])


def word(text: str, sure: float) -> Word:
    return Word(text, 0, 0, 10, 10, sure, ("1",))


@pytest.mark.parametrize(
    ("text", "sure", "is_doubtful"),
    [
        ("tin", 0.4, False),  # a syllable as it should be, fairly sure
        ("tin", 0.3, True),
        ("tháng", 0.52, False),
        ("tháng", 0.45, True),
        ("Tố", 0.54, True),  # marks on one another are what is misread
        ("tuổi,", 0.57, False),
        ("15/8/2025", 0.57, True),
        ("HH;", 0.57, True),
        ("hoặch", 0.59, True),
        ("Sương", 0.9, False),
    ],
)
def test_a_word_is_doubted_by_what_it_is(text: str, sure: float, *, is_doubtful: bool) -> None:
    assert read_line(SeenLine((word(text, sure),))).doubtful == ((text,) if is_doubtful else ())


def test_a_doubtful_word_that_was_mended_is_no_part_of_another() -> None:
    page = page_of(0, [ReadLine("II. HÌNH THỨC", 0.7, ("II.", "THỨC"))], texts=["III. HÌNH THỨC"])
    assert page.seen == ((0.7, ("THỨC",)),)


def test_who_looked_at_a_line_signs_it_once() -> None:
    notes: Notes = {"1": [1, None, []], "2": [1, 0.8, ["tin"]]}
    once, seen = looked_at(notes, [1, 2, 9], by=7, at=NOW)
    assert (seen, once["2"]) == ([2], [1, 0.8, ["tin"], [7, NOW.isoformat()]])
    again, none = looked_at(once, [2], by=8, at=NOW)
    assert (none, again) == ([], once)
    lines = noted([Line(1, "bản"), Line(2, "tin")], once)
    assert [(line.page, line.confidence, line.doubtful) for line in lines] == [(1, None, ()), (1, 0.8, ())]


def test_a_line_in_doubt_is_cut_at_its_words() -> None:
    (doubt,) = doubts_of([(Line(4, "nhắn tủn  tới số"), frozenset({"tủn"}))], Anchoring())
    assert doubt.parts == (("nhắn ", False), ("tủn", True), (" tới số", False))
    assert (doubt.id, doubt.ref.line_from) == ("kho-4", 4)


def test_rows_that_are_no_work_are_told_with_the_reason() -> None:
    twice = AssignmentRow("IV.2", "Phòng VH - XH", "lead")
    read = replace(SMALL_PLAN, assignments=(*SMALL_PLAN.assignments, twice), topics=("II.1", "II.2", "II.3"))
    found = found_in(read)
    names = {"Phòng VH - XH": "phong", "Phòng Văn hoá - Xã hội": "phong"}
    work = work_in(Plan(read), found=found, key_of=lambda name: names.get(name, name))
    assert work.total == sum(number for number, _words in work_words(work.counts))
    rest = sum(work.outside.values()) + work.merged + sum(found[name] for name in ("header", "windows", "budget"))
    assert sum(found.values()) == work.total + rest
    assert f"{found['header']} thông tin của văn bản" in kept_words(work, found)
    told = differences(work, found)
    assert any("ngoài phạm vi của Loa" in words for words in told)
    assert differences(replace(work, outside=dict.fromkeys(work.outside, 0), merged=0), found) == []
