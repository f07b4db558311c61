"""Corrections as changes over a reading: nothing moves, everything can be taken back, what cannot be is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loa.core.refusals import Refusal
from loa.documents.extraction.serial import to_json
from loa.documents.line_notes import noted, notes_of
from loa.documents.ports import AudienceRow, CostRow, ExtractionResult, Header, Line, TaskRow, UnitNames, Window
from loa.documents.review import deeds
from loa.documents.review.changes import LABELS, LISTS, Change, NoSuchField, Review, reviewed
from loa.documents.review.refusals import StaleCorrection, WrongCorrection
from loa.documents.review.unit_deeds import not_same_unit, same_unit
from plan_words import SMALL_PLAN

CENTRE, SHORT = "Trung tâm Dịch vụ sự nghiệp công", "Trung tâm Dịch vụ SNC"
PLAN = replace(
    SMALL_PLAN,
    audiences=(AudienceRow("II.1", "Nhân dân toàn xã"),),
    costs=(CostRow("IV", "Ngân sách xã.", 5_000_000, "ngân sách xã"),),
    tasks=(TaskRow("Phụ lục I", "1", "Treo băng rôn", ("Công an xã",)),),
    units=(UnitNames("Công an xã"), UnitNames(CENTRE, (), (SHORT,))),
    unused=(1, 2),
)
REVIEW = Review(PLAN)
FIELDS = st.sampled_from(
    [f"/header/{one.name}" for one in fields(Header)]
    + [f"/windows/{n}/{part}" for n in range(3) for part in ("start", "end")]
    + [f"/assignments/{n}/unit" for n in range(8)]
    + [f"/{name}/{n}" for name in LISTS if name != "clauses" for n in range(len(getattr(PLAN, name)))]
)


def made(review: Review, pointers: list[str]) -> list[Change]:
    """For each pointer, as far as it is still there: its row is removed, its field gets another value."""
    changes: list[Change] = []
    for pointer in pointers:
        now = review.with_changes(*changes)
        try:
            was = now.value(pointer)
        except NoSuchField:
            continue
        is_row = pointer.count("/") == 2 and not pointer.startswith("/header")
        changes.append(Change(pointer, was, None if is_row else "2025-10-10"))
    return changes


def test_without_changes_it_is_the_reading_itself() -> None:
    assert reviewed(PLAN, []) is PLAN


@given(st.lists(FIELDS, max_size=8))
def test_changes_and_their_undoing_are_the_reading_again(pointers: list[str]) -> None:
    changes = made(REVIEW, pointers)
    undone = [Change(change.field, change.became, change.was) for change in reversed(changes)]
    assert to_json(reviewed(PLAN, [*changes, *undone]), explain=True) == to_json(PLAN, explain=True)


@given(st.lists(FIELDS, max_size=8))
def test_the_rows_nobody_touched_keep_their_number_words_and_anchors(pointers: list[str]) -> None:
    changes = made(REVIEW, pointers)
    after = REVIEW.with_changes(*changes)
    touched = {"/".join(change.field.split("/")[:3]) for change in changes}
    printed = to_json(after.outcome, explain=True)
    for new, old in after.pointers.items():
        name, number = new.split("/")[1:]
        if old not in touched:
            assert printed[name][int(number)] == REVIEW.value(old)
        assert after.outcome.anchors.get(new) == PLAN.anchors.get(old)
    gone = {change.field for change in changes if change.became is None and not change.field.startswith("/header")}
    assert sum(len(getattr(after.outcome, name)) for name in LISTS) == len(after.pointers)
    assert gone.isdisjoint(after.pointers.values())


def test_a_changed_row_keeps_its_place_and_an_added_one_gets_the_place_of_its_lines() -> None:
    changes = deeds.set_row(REVIEW, "/assignments/0", unit="Đài truyền thanh xã")
    changes += deeds.topic_of_lines(REVIEW.with_changes(*changes), line_from=1, line_to=2)
    after = REVIEW.with_changes(*changes)
    result = after.outcome
    assert result.assignments[0].unit == "Đài truyền thanh xã"
    assert result.anchors["/assignments/0"] == PLAN.anchors["/assignments/0"]
    assert (result.topics[-1], result.clauses[-1].label, result.unused) == ("dòng 1-2", "dòng 1-2", ())
    (anchor,) = result.anchors[f"/topics/{len(PLAN.topics)}"]
    assert (anchor.line_from, anchor.line_to, anchor.rule) == (1, 2, "")
    assert anchor.quote == " ".join(" ".join(line.text for line in PLAN.lines[:2]).split())


def test_lines_inside_a_numbered_clause_are_that_clause() -> None:
    (change,) = deeds.assignment_of_lines(REVIEW, line_from=24, line_to=24, unit="Hội Nông dân xã", role="request")
    assert change.became == {"clause": "V.4", "unit": "Hội Nông dân xã", "role": "request", "lines": [24, 24]}
    with pytest.raises(WrongCorrection):
        deeds.topic_of_lines(REVIEW, line_from=2, line_to=4)
    with pytest.raises(WrongCorrection):
        deeds.topic_of_lines(REVIEW, line_from=90, line_to=91)


def test_a_clause_that_a_person_made_goes_only_once_nothing_is_said_of_it() -> None:
    added = REVIEW.with_changes(*deeds.topic_of_lines(REVIEW, line_from=1, line_to=1))
    clause, topic = f"/clauses/{len(PLAN.clauses)}", f"/topics/{len(PLAN.topics)}"
    with pytest.raises(WrongCorrection):
        deeds.remove_row(added, clause)
    without = added.with_changes(*deeds.remove_row(added, topic))
    assert reviewed(PLAN, [*without.changes, *deeds.remove_row(without, clause)]).clauses == PLAN.clauses


def test_a_removed_row_comes_back_as_it_was() -> None:
    changed = REVIEW.with_changes(*deeds.set_row(REVIEW, "/windows/0", end="2025-12-01"))
    gone = changed.with_changes(*deeds.remove_row(changed, "/windows/0"))
    assert gone.as_read("/windows/0/end") == "/windows/1/end"
    back = gone.with_changes(*deeds.restore_row(gone, "/windows/0"))
    assert back.outcome.windows[0] == Window("III.1", "2025-09-08", "2025-12-01", None, None)
    with pytest.raises(StaleCorrection):
        deeds.restore_row(back, "/windows/0")


def test_the_doers_of_a_general_duty_are_named_one_by_one() -> None:
    changes = deeds.name_doers(REVIEW, "/assignments/7", names=["Trạm Y tế xã", " ", "Trường Tiểu học", "Trạm Y tế xã"])
    result = reviewed(PLAN, changes)
    assert [row.unit for row in result.assignments if row.clause == "V.5"] == ["Trạm Y tế xã", "Trường Tiểu học"]
    assert result.anchors["/assignments/8"][0].line_from == 25
    with pytest.raises(WrongCorrection):
        deeds.name_doers(REVIEW, "/assignments/7", names=[" "])


def names(review: Review) -> list[UnitNames]:
    return list(review.outcome.units)


def test_two_names_become_one_unit_or_two_for_good() -> None:
    one = REVIEW.with_changes(*same_unit(REVIEW, first=SHORT, second=CENTRE))
    assert names(one) == [UnitNames("Công an xã"), UnitNames(CENTRE, (SHORT,))]
    assert same_unit(one, first=CENTRE, second=SHORT) == []
    two = one.with_changes(*not_same_unit(one, first=SHORT, second=CENTRE))
    assert {row.name for row in names(two)} == {"Công an xã", CENTRE, SHORT}
    assert not any(row.alternatives or row.doubtful for row in names(two))
    apart = REVIEW.with_changes(*not_same_unit(REVIEW, first=CENTRE, second=SHORT))
    assert names(apart)[1:] == [UnitNames(CENTRE), UnitNames(SHORT)]
    joined = apart.with_changes(*same_unit(apart, first=SHORT, second=CENTRE))
    assert names(joined) == [UnitNames("Công an xã"), UnitNames(CENTRE, (SHORT,))]
    bare = Review(replace(PLAN, units=()))
    assert names(bare.with_changes(*same_unit(bare, first=SHORT, second=CENTRE))) == [UnitNames(CENTRE, (SHORT,))]


Deed = Callable[[], list[Change]]


@pytest.mark.parametrize(
    "deed",
    [
        lambda: deeds.set_header(REVIEW, "date", value="2025-02-30"),
        lambda: deeds.set_header(REVIEW, "date", value="05/09/2025"),
        lambda: deeds.set_header(REVIEW, "doc_type", value="XX"),
        lambda: deeds.set_header(REVIEW, "number", value="5" * 50),
        lambda: deeds.add_window(REVIEW, clause="IX", start=None, end="2025-10-10"),
        lambda: deeds.add_window(REVIEW, clause="V.1", start="2025-10-11", end="2025-10-10"),
        lambda: deeds.add_window(REVIEW, clause="V.1", start=None, end=None),
        lambda: deeds.add_window(REVIEW, clause="V.1", start=None, end=None, every="hour"),
        lambda: deeds.add_window(REVIEW, clause="", start=None, end=None, every="month"),
        lambda: deeds.set_row(REVIEW, "/windows/0", start="2025-13-01"),
        lambda: deeds.add_row(REVIEW, "assignments", row={"clause": "V.1", "unit": " ", "role": "lead"}),
        lambda: deeds.add_row(REVIEW, "assignments", row={"clause": "V.1", "unit": "Công an xã", "role": "boss"}),
        lambda: deeds.add_row(REVIEW, "assignments", row={"clause": "V.3", "unit": "Công an xã", "role": "lead"}),
        lambda: deeds.add_row(REVIEW, "activities", row={"clause": "V.1", "title": "Phát", "channels": ["drone"]}),
        lambda: deeds.add_row(REVIEW, "reporting", row=asdict(replace(PLAN.reporting[0], receiver=""))),
        lambda: deeds.add_row(REVIEW, "topics", row={"label": "II.1"}),
        lambda: deeds.add_row(REVIEW, "budget", row={"label": "XX"}),
        lambda: deeds.set_row(REVIEW, "/costs/0", amount=-1),
        lambda: deeds.set_row(REVIEW, "/tasks/0", lead=[""]),
        lambda: deeds.set_row(REVIEW, "/units/0", name=CENTRE),
        lambda: deeds.remove_row(REVIEW, "/clauses/0"),
    ],
)
def test_what_cannot_be_is_refused_with_a_line(deed: Deed) -> None:
    with pytest.raises(WrongCorrection, match=r"[Cc]hưa lưu gì"):
        deed()


def test_what_is_given_as_the_document_bears_it_is_taken() -> None:
    for name, value in (
        ("number", "05a"),
        ("date", "2025-09-05"),
        ("date", "2025-09"),
        ("date", "2025"),
        ("title", None),
    ):
        (change,) = deeds.set_header(REVIEW, name, value=value) or [Change("", None, value)]
        assert change.became == value
    assert deeds.set_header(REVIEW, "symbol", value=" KH-UBND\u200b ") == []
    (change,) = deeds.set_row(REVIEW, "/reporting/0", every="quarter")
    assert (change.field, change.was, change.became) == ("/reporting/0/every", None, "quarter")


JSON = st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.lists(st.text(max_size=3), max_size=2)
NUMBERS = st.integers(0, 9) | st.text(max_size=3)
POINTERS = st.builds(
    "/{}/{}{}".format,
    st.sampled_from([*LISTS, "header", "x", ""]),
    NUMBERS,
    st.sampled_from(["", "/unit", "/end", "/x", "/"]),
)


@given(pointer=POINTERS, value=JSON | st.dictionaries(st.sampled_from(["clause", "unit", "lines", "label"]), JSON))
def test_whatever_a_page_sends_it_is_taken_or_refused(pointer: str, value: Any) -> None:
    try:
        deeds.checked(REVIEW, [Change(pointer, None, value)])
    except (Refusal, NoSuchField):
        return
    result: ExtractionResult = reviewed(PLAN, [Change(pointer, None, value)])
    assert pointer.split("/")[1] in (*LISTS, "header")
    assert all(
        label in {clause.label for clause in result.clauses} for name in LABELS for label in getattr(result, name)
    )


def test_a_line_keeps_its_page_and_its_doubts() -> None:
    lines = (
        Line(1, "KẾ HOẠCH", 1),
        Line(2, "Tuyên truyền", 1, 0.6, ("truyền",)),
        Line(3, "", 1),
        Line(4, "Nội dung", 2, 0.9),
        Line(5, "Nơi nhận", 2),
    )
    bare = [Line(line.number, line.text) for line in lines]
    notes = notes_of(lines)
    assert list(notes) == ["1", "2", "4"]
    assert noted(bare, json.loads(json.dumps(notes))) == lines
    assert noted(bare, {}) == tuple(bare)
