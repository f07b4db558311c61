"""A clause has the deadline that it, or the nearest clause above, states; else the plan's last day, marked as such."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from loa.campaigns.deadlines import deadlines_of, own_days_text, span_text
from loa.campaigns.due_days import DueRule
from loa.campaigns.plan import Plan
from loa.documents.ports import Clause, ExtractionResult, Header, Window

LABELS = ("I", "II", "II.1", "II.1.a", "III", "III.1")


def a_plan(*windows: Window) -> Plan:
    clauses = tuple(
        Clause(label, label.rpartition(".")[0] or None, "Việc", "Việc chung của xã.", at, at)
        for at, label in enumerate(LABELS, start=1)
    )
    empty = ExtractionResult(Header(), (), None, *((),) * 8)
    return Plan(replace(empty, clauses=clauses, windows=windows))


def window(clause: str, start: str | None = None, end: str | None = None, *, every: str | None = None) -> Window:
    return Window(clause, start, end, every, None)


SPAN = window("I", "2025-09-08", "2030-12-31")
LAST = date(2030, 12, 31)


@pytest.mark.parametrize(
    ("stated", "rule", "words"),
    [
        (window("II.1.a", end="2025-10-20"), DueRule(date(2025, 10, 20)), "đến 20/10/2025"),
        (
            window("II.1", "2025-10-01", "2025-10-20"),
            DueRule(date(2025, 10, 20), start_date=date(2025, 10, 1)),
            "01/10/2025 – 20/10/2025",
        ),
        (window("II", every="month"), DueRule(None, "month"), "Hằng tháng"),
        (window("III", end="2025-10-20"), DueRule(LAST, start_date=date(2025, 9, 8), is_inherited=True), ""),
        (
            window("II.1", "2026-01-01"),
            DueRule(LAST, start_date=date(2026, 1, 1), is_inherited=True),
            "từ 01/01/2026",
        ),
    ],
)
def test_what_is_stated_nearest_is_the_deadline(stated: Window, rule: DueRule, words: str) -> None:
    plan = a_plan(SPAN, stated)
    assert deadlines_of(plan, "II.1.a") == [rule]
    assert own_days_text([rule], first=plan.period[0]) == words


def test_a_plan_that_states_no_last_day_gives_none() -> None:
    assert deadlines_of(a_plan(), "II.1") == []
    assert deadlines_of(a_plan(window("I", "2025-09-08")), "II.1") == []


def test_a_form_has_no_period_but_its_own() -> None:
    plan = a_plan(SPAN, window("II.1", end="2025-10-20"))
    assert plan.span_near("II.1.a") == (None, date(2025, 10, 20))
    assert plan.span_near("III.1") == (None, None)
    assert span_text(None, None) == ""
