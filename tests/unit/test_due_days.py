"""When a repeating duty is due, and which of its days counts today."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loa.campaigns.due_days import MONTHS, DueRule, answered_day, days_near, due_day

FAR = {"first": None, "last": None}
DAYS = st.dates(min_value=date(2020, 1, 1), max_value=date(2040, 12, 31))


@pytest.mark.parametrize(
    ("every", "day", "expected"),
    [
        ("month", "25", ["2025-07-25", "2025-08-25", "2025-09-25"]),
        ("month", "", ["2025-07-31", "2025-08-31", "2025-09-30"]),
        ("month", "31", ["2025-07-31", "2025-08-31", "2025-09-30"]),
        ("month", "3", ["2025-08-03", "2025-09-03", "2025-10-03"]),
        ("quarter", "20", ["2025-03-20", "2025-06-20", "2025-09-20"]),
        ("half-year", "", ["2024-12-31", "2025-06-30", "2025-12-31"]),
        ("year", "12-15", ["2023-12-15", "2024-12-15", "2025-12-15"]),
        ("year", "02-30", ["2024-02-29", "2025-02-28", "2026-02-28"]),
        ("year", "", ["2023-12-31", "2024-12-31", "2025-12-31"]),
        ("month", "cuối tháng", ["2025-07-31", "2025-08-31", "2025-09-30"]),
    ],
)
def test_a_repeating_duty_has_two_days_behind_and_one_ahead(every: str, day: str, expected: list[str]) -> None:
    found = days_near([DueRule(every=every, day=day)], **FAR, today=date(2025, 9, 4))
    assert [found_day.isoformat() for found_day in found] == expected


def test_an_unknown_interval_is_no_day() -> None:
    assert days_near([DueRule(every="week", day="2"), DueRule()], **FAR, today=date(2025, 9, 4)) == []


def test_a_repeating_duty_lives_inside_its_campaign() -> None:
    rule = DueRule(every="month", day="25")
    inside = {"first": date(2025, 8, 1), "last": date(2025, 10, 31)}
    assert days_near([rule], **inside, today=date(2025, 9, 4)) == [date(2025, 8, 25), date(2025, 9, 25)]
    assert days_near([rule], **inside, today=date(2027, 1, 1)) == [date(2025, 9, 25), date(2025, 10, 25)]


def test_a_yearly_duty_of_a_short_campaign_keeps_its_next_day() -> None:
    inside = {"first": date(2025, 8, 1), "last": date(2025, 10, 31)}
    assert days_near([DueRule(every="year", day="12-15")], **inside, today=date(2025, 9, 4)) == [date(2025, 12, 15)]


@given(st.sampled_from(sorted(MONTHS)), st.integers(1, 31), DAYS)
def test_the_next_day_is_never_further_than_its_interval(every: str, day: int, today: date) -> None:
    number = f"06-{day:02}" if every == "year" else str(day)
    before, last, coming = days_near([DueRule(every=every, day=number)], **FAR, today=today)
    assert before < last < today <= coming
    assert coming - last <= timedelta(days=31 * MONTHS[every] + 3)


def test_what_is_said_answers_for_the_next_day() -> None:
    days = [date(2025, 8, 25), date(2025, 9, 25)]
    assert answered_day(days, date(2025, 8, 25)) == date(2025, 8, 25)
    assert answered_day(days, date(2025, 8, 26)) == date(2025, 9, 25)
    assert answered_day(days, date(2025, 12, 1)) == date(2025, 9, 25)


def test_a_missed_day_stays_until_it_is_answered_for() -> None:
    days = [date(2025, 8, 25), date(2025, 9, 25)]
    assert due_day(days, today=date(2025, 8, 25), covered=None) == date(2025, 8, 25)
    assert due_day(days, today=date(2025, 9, 1), covered=None) == date(2025, 8, 25)
    assert due_day(days, today=date(2025, 9, 1), covered=date(2025, 8, 25)) == date(2025, 9, 25)
    assert due_day(days, today=date(2025, 10, 1), covered=date(2025, 9, 25)) == date(2025, 9, 25)
    assert due_day([], today=date(2025, 10, 1), covered=None) is None
