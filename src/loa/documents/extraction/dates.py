"""Vietnamese dates as administrative documents print them."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

_YEAR = r"(?:19|20)\d{2}"
_NUMERIC = rf"(?P<d1>[0-3]?\d)\s?[/.-]\s?(?P<m1>[01]?\d)\s?[/.-]\s?(?P<y1>{_YEAR})"
_WORDS = rf"(?P<d2>[0-3]?\d)\s+tháng\s+(?P<m2>[01]?\d)\s+năm\s+(?P<y2>{_YEAR})"
_WORDS_SLASH = rf"(?P<d3>[0-3]?\d)\s+tháng\s+(?P<m3>[01]?\d)\s?[/-]\s?(?P<y3>{_YEAR})"
FULL_DATE = re.compile(rf"(?<![\d/])(?:{_NUMERIC}|{_WORDS}|{_WORDS_SLASH})(?![\d/])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Span:
    """A day, month, quarter, year or run of years: its first and last day."""

    first: date
    last: date


def day(year: int, month: int, *, number: int) -> date | None:
    """The date, or None where no such day exists."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def month_span(year: int, month: int) -> Span | None:
    """The whole month."""
    if not 1 <= month <= 12:
        return None
    return Span(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def quarter_span(year: int, quarter: int) -> Span | None:
    """The whole quarter, 1 to 4."""
    if not 1 <= quarter <= 4:
        return None
    last_month = quarter * 3
    return Span(date(year, last_month - 2, 1), date(year, last_month, monthrange(year, last_month)[1]))


def half_year_span(year: int, *, is_first: bool) -> Span:
    """The first or the last six months of a year."""
    return Span(date(year, 1, 1), date(year, 6, 30)) if is_first else Span(date(year, 7, 1), date(year, 12, 31))


def year_span(first: int, last: int | None = None) -> Span:
    """One year, or the years `first` to `last`."""
    return Span(date(first, 1, 1), date(last or first, 12, 31))


def full_date(found: re.Match[str]) -> date | None:
    """The date of a match of FULL_DATE."""
    for mark in "123":
        if found["d" + mark]:
            return day(int(found["y" + mark]), int(found["m" + mark]), number=int(found["d" + mark]))
    return None
