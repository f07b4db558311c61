"""One moment in running text: a day, a month, a quarter, a year or a run of years, with or without its year."""

from __future__ import annotations

import re

from .dates import Span, day, month_span, quarter_span, year_span

_Y = r"20\d{2}"
_DAY = (
    rf"(?:ngay\s+)?(?:mong\s+)?(?P<@d>[0-3]?\d)\s?[/.-]\s?(?P<@m>[01]?\d)(?:\s?[/.-]\s?(?P<@y>{_Y}))?(?![\d/%])|"
    rf"(?:ngay\s+)?(?:mong\s+)?(?P<@d2>[0-3]?\d)\s+thang\s+(?P<@m2>[01]?\d)(?:(?:\s+nam\s+|"
    rf"\s?/\s?)(?P<@y2>{_Y}))?(?!\d)"
)
_MONTH = rf"thang\s+(?P<@m3>[01]?\d)(?:(?:\s+nam\s+|\s?[/-]\s?)(?P<@y3>{_Y}))?(?![\d/])"
_QUARTER = rf"quy\s+(?P<@q>iv|i{{1,3}}|[1-4])(?:(?:\s+nam\s+|\s?[/-]\s?)(?P<@y4>{_Y}))?\b"
_YEARS = rf"(?:giai doan\s+|cac nam\s+|nam\s+)(?P<@y5>{_Y})(?:\s?[-–]\s?(?P<@y6>{_Y}))?(?!\d)"


def moment(n: str) -> str:
    """The pattern of one moment; its groups begin with the letter `n`."""
    return "(?:" + "|".join(part.replace("@", n) for part in (_DAY, _MONTH, _QUARTER, _YEARS)) + ")"


def is_coarse(found: re.Match[str]) -> bool:
    """Only years were named."""
    groups = found.groupdict()
    return not any(groups.get(n + key) for n in "ab" for key in ("d", "d2", "m3", "q"))


def has_year(found: re.Match[str], n: str) -> bool:
    """The moment `n` prints its own year."""
    groups = found.groupdict()
    return any(groups.get(n + key) for key in ("y", "y2", "y3", "y4", "y5"))


def span_of(found: re.Match[str], n: str, *, year: int | None) -> Span | None:
    """The days of the moment `n`; `year` stands in for a year left out."""
    groups = found.groupdict()
    printed = next((groups[n + key] for key in ("y", "y2", "y3", "y4", "y5") if groups.get(n + key)), None)
    the_year = int(printed) if printed else year
    if the_year is None:
        return None
    if groups.get(n + "y5"):
        return year_span(the_year, int(groups[n + "y6"]) if groups.get(n + "y6") else None)
    if groups.get(n + "q"):
        return quarter_span(the_year, _quarter(groups[n + "q"]))
    if groups.get(n + "m3"):
        return month_span(the_year, int(groups[n + "m3"]))
    number = groups.get(n + "d") or groups.get(n + "d2")
    month = groups.get(n + "m") or groups.get(n + "m2")
    exact = day(the_year, int(month), number=int(number)) if number and month else None
    return Span(exact, exact) if exact else None


def _quarter(text: str) -> int:
    return {"i": 1, "ii": 2, "iii": 3, "iv": 4}.get(text) or int(text)
