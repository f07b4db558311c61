"""The words of reports: numbers, lists, names, months."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from loa.reports import indicators, wording
from loa.reports.period import month_period, read_period


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "chưa có số liệu"),
        (Decimal(0), "0"),
        (Decimal("1462.00"), "1.462"),
        (Decimal("7.44"), "7,4"),
        (Decimal("72.96"), "73"),
        (Decimal("1234567.25"), "1.234.567,3"),
    ],
)
def test_numbers_are_written_as_in_vietnam(value: Decimal | None, words: str) -> None:
    assert wording.number_words(value) == words


def test_clauses_are_named_once_each_in_the_order_of_the_plan() -> None:
    assert wording.clauses_words(["II.8", "III.3", "II.8", "V.3"]) == "mục II.8, III.3 và V.3"


def test_december_is_followed_by_january() -> None:
    december = read_period("2025-12")
    assert (december.start_date, december.end_date) == (date(2025, 12, 1), date(2026, 1, 1))
    assert december.last_date == date(2025, 12, 31)
    assert december.next == month_period(2026, 1)
    assert december.next.words == "tháng 1 năm 2026"


def test_every_indicator_says_what_it_counts() -> None:
    table = [value for value in vars(indicators).values() if isinstance(value, indicators.Indicator)]
    keys = [indicator.key for indicator in table]
    assert len(keys) >= 8
    assert len(keys) == len(set(keys))
    assert all(indicator.label and indicator.unit and indicator.counts for indicator in table)
