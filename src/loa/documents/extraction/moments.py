"""One moment in running text: a day, months, quarters, half a year, years, with or without the year printed."""

from __future__ import annotations

import re

from .dates import Span, day, half_year_span, month_span, quarter_span, year_span

_Y = r"20\d{2}"
_EVENT = (  # `đến ngày bầu cử 15/3/2026`, `Ngày hội 18/11`
    r"(?:bau cu|hoi|khai mac|khai giang|be mac|tong ket|ra quan|phat dong|to chuc|ky niem|thanh lap|hop|dai hoi|"
    r"le|cong bo)"
)
_DAY = (
    rf"(?:ngay\s+)(?:{_EVENT}\s+){{1,2}}?(?:[(,]?\s?(?:la )?(?:ngay\s)?)?(?P<@d0>[0-3]?\d)\s?/\s?(?P<@m0>[01]?\d)"
    rf"(?:\s?[/.-]\s?(?P<@y0>{_Y}))?(?![\d/%])|"
    rf"(?:ngay\s+)?(?:mong\s+)?(?P<@d>[0-3]?\d)\s?/\s?(?P<@m>[01]?\d)(?:\s?[/.-]\s?(?P<@y>{_Y}))?(?![\d/%])|"
    rf"(?:ngay\s+)?(?P<@d3>[0-3]?\d)\s?[.-]\s?(?P<@m5>[01]?\d)\s?[.-]\s?(?P<@y8>{_Y})(?!\d)|"
    rf"(?:ngay\s+)?(?:mong\s+)?(?<!tuan )(?<!tuan thu )(?P<@d2>[0-3]?\d)\s+thang\s+(?P<@m2>[01]?\d)(?:(?:\s+nam\s+|"
    rf"\s?/\s?)(?P<@y2>{_Y}))?(?!\d)"
)
_LIST = r"\s*(?:,|va|-|–)\s*"
_MONTHS = (
    rf"thang\s+(?P<@m3>[01]?\d)"
    rf"(?:(?:{_LIST}(?:thang\s+)?[01]?\d){{0,10}}?{_LIST}(?:thang\s+)?(?P<@m4>[01]?\d)(?=\s?(?:/|-|nam)\s?{_Y}))?"
    rf"(?:(?:\s+nam\s+|\s?[/-]\s?)(?P<@y3>{_Y}))?(?![\d/])|"
    rf"(?<![\d/.,-])(?P<@m7>0?[1-9]|1[0-2])\s?[-–]\s?(?P<@m8>0?[1-9]|1[0-2])\s?/\s?(?P<@y10>{_Y})(?![\d/])|"
    rf"(?<![\d/])(?P<@m6>0?[1-9]|1[0-2])\s?/\s?(?P<@y9>{_Y})(?![\d/])"
)
_Q = r"iv|i{1,3}|[1-4]"
_QUARTERS = (
    rf"quy\s+(?P<@q>{_Q})(?:(?:{_LIST}(?:quy\s+)?(?:{_Q})){{0,3}}?{_LIST}(?:quy\s+)?(?P<@r>{_Q})(?=\s?(?:/|-|nam)\s?{_Y}))?"
    rf"(?:(?:\s+nam\s+|\s?[/-]\s?)(?P<@y4>{_Y}))?\b"
)
_HALF = rf"(?:0?6|sau)\s+thang\s+(?P<@h>dau|cuoi)\s+(?:cua\s+)?nam(?:\s+(?P<@y7>{_Y}))?(?!\s*\d)"
_YEARS = (
    rf"(?:giai doan\s+(?:tu\s+)?(?:nam\s+)?|cac nam(?: tu)?\s+|nam\s+)(?P<@y5>{_Y})"
    rf"(?:\s?(?:[-–]|,|den(?: nam)?)\s?(?P<@y6>{_Y}))?(?!\d)"
)
_PRINTED = ("y", "y0", "y2", "y3", "y4", "y5", "y7", "y8", "y9", "y10")
_FINE = ("d", "d0", "d2", "d3", "m3", "m6", "m7", "q", "h")
_KINDS = {
    "day": ("d", "d0", "d2", "d3"),
    "month": ("m3", "m6", "m7"),
    "quarter": ("q",),
    "half-year": ("h",),
    "year": ("y5",),
}


def moment(n: str) -> str:
    """The pattern of one moment; its groups begin with the letter `n`."""
    return "(?:" + "|".join(part.replace("@", n) for part in (_DAY, _HALF, _MONTHS, _QUARTERS, _YEARS)) + ")"


def is_coarse(found: re.Match[str]) -> bool:
    """Only years were named."""
    groups = found.groupdict()
    return not any(groups.get(n + key) for n in "ab" for key in _FINE)


def kind_of(found: re.Match[str], n: str) -> str:
    """`day`, `month`, `quarter`, `half-year` or `year`."""
    groups = found.groupdict()
    return next((kind for kind, keys in _KINDS.items() if any(groups.get(n + key) for key in keys)), "day")


def has_year(found: re.Match[str], n: str) -> bool:
    """The moment `n` prints its own year."""
    groups = found.groupdict()
    return any(groups.get(n + key) for key in _PRINTED)


def span_of(found: re.Match[str], n: str, *, year: int | None) -> Span | None:
    """The days of the moment `n`; `year` stands in for a year left out."""
    groups = {key[1:]: value for key, value in found.groupdict().items() if key[:1] == n and value}
    printed = next((groups[key] for key in _PRINTED if key in groups), None)
    the_year = int(printed) if printed else year
    if the_year is None:
        return None
    if "y5" in groups:
        return year_span(the_year, int(groups["y6"]) if "y6" in groups else None)
    if "h" in groups:
        return half_year_span(the_year, is_first=groups["h"] == "dau")
    if "q" in groups:
        return _joined(
            quarter_span(the_year, _quarter(groups["q"])),
            quarter_span(the_year, _quarter(groups.get("r", groups["q"]))),
        )
    if month := groups.get("m3") or groups.get("m6") or groups.get("m7"):
        last = groups.get("m4") or groups.get("m8") or month
        return _joined(month_span(the_year, int(month)), month_span(the_year, int(last)))
    return _day_span(groups, the_year)


def _day_span(groups: dict[str, str], year: int) -> Span | None:
    number = groups.get("d") or groups.get("d0") or groups.get("d2") or groups.get("d3")
    month = groups.get("m") or groups.get("m0") or groups.get("m2") or groups.get("m5")
    exact = day(year, int(month), number=int(number)) if number and month else None
    return Span(exact, exact) if exact else None


def _joined(first: Span | None, last: Span | None) -> Span | None:
    return Span(first.first, last.last) if first and last and first.first <= last.last else None


def _quarter(text: str) -> int:
    return {"i": 1, "ii": 2, "iii": 3, "iv": 4}.get(text) or int(text)
