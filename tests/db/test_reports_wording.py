"""The words of reports: numbers, lists, names, months."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from loa.reports import indicators, wording
from loa.reports.period import month_period, read_period
from loa.units.models import Commune


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


@pytest.mark.parametrize(
    ("parts", "words"), [([], ""), (["a"], "a"), (["a", "b"], "a và b"), (["a", "b", "c"], "a, b và c")]
)
def test_lists_end_with_an_and(parts: list[str], words: str) -> None:
    assert wording.listed(parts) == words


@pytest.mark.parametrize(
    ("name", "kind", "place"),
    [
        ("xã Đồng Sương", "xã", "Đồng Sương"),
        ("Phường Khe Sương", "phường", "Khe Sương"),
        ("đặc khu Hòn Sương", "đặc khu", "Hòn Sương"),
    ],
)
def test_a_commune_is_called_by_its_kind_and_its_place(name: str, kind: str, place: str) -> None:
    commune = Commune(name=name)
    assert wording.commune_kind(commune) == kind
    assert wording.commune_place(commune) == place


def test_december_is_followed_by_january() -> None:
    december = read_period("2025-12")
    assert (december.start_date, december.end_date) == (date(2025, 12, 1), date(2026, 1, 1))
    assert december.last_date == date(2025, 12, 31)
    assert december.next == month_period(2026, 1)
    assert december.next.words == "tháng 1 năm 2026"


def test_every_indicator_says_what_it_counts() -> None:
    keys = [indicator.key for indicator in indicators.INDICATORS]
    assert len(keys) == len(set(keys))
    assert all(indicator.label and indicator.unit and indicator.counts for indicator in indicators.INDICATORS)
