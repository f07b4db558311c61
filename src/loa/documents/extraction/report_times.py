"""How often a report is due and on which day first: only what the plan makes plain, by the arithmetic of dates."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from .dates import day as day_of
from .periods import Period, periods_in
from .repeats import repeats_in
from .wording import folded

_SPAN = (
    r"(?:(?:0?6|sau) thang(?: dau nam| cuoi nam)?|thang(?! \d| [ivx]+\b)|quy(?! [ivx\d])|(?:ca |1 |01 )?nam(?! \d))\b"
)
_DUE = r"(?:\s*\([^()]*\)|\s*:?\s*(?:truoc|cham nhat|vao|gui truoc)\s[^,;.()]*)?"
_EACH = rf"(?:(?:hang|moi|tung|dinh ky|bao cao)\s+)?(?P<span>{_SPAN})(?P<due>{_DUE})"
_ONE = re.compile(_EACH)
_UNNAMED = _EACH.replace("?P<span>", "?:").replace("?P<due>", "?:")
_LIST = re.compile(rf"\b(?:dinh ky|hang|moi|tung|bao cao)\s+{_UNNAMED}(?:\s*(?:[,;/]|va|hoac|[,;] va)\s*{_UNNAMED})*")
_LABEL = re.compile(rf"(?:bao cao\s+)?(?P<span>{_SPAN})\s*:")
_REACH = 400  # letters before `báo cáo`, and half of those behind it, that may say when
_NO_REPORT = re.compile(r"(?:ngan sach|du toan|kinh phi|ke hoach|chuong trinh|cong tac|bao cao thuong nien)\s+$")
_BARE_DAY = re.compile(r"\bngay\s+(?:mong\s+)?(?P<d>[0-3]?\d)\b(?!\s?[/.-]\s?\d|\s+thang\s+\d)")
_DATE = re.compile(
    r"(?<![\d/])(?P<d>[0-3]?\d)(?:\s?/\s?|\s+thang\s+)(?P<m>[01]?\d)(?:(?:\s?/\s?|\s+nam\s+)(?P<y>20\d{2}))?(?![\d/])"
)
_NEXT_MONTH = re.compile(r"thang\s+(?:sau|lien sau|ke tiep|lien ke|tiep theo|lien ke sau)\b")
_QUARTER_END = re.compile(r"thang\s+(?:cuoi|thu (?:ba|3))\b[^,.;]{0,12}\bquy\b")
_QUARTER_AFTER = re.compile(r"thang\s+dau\b[^,.;]{0,12}\bquy\b|\bquy\s+(?:sau|lien sau|ke tiep|tiep theo)\b")


@dataclass(frozen=True, slots=True)
class ReportTime:
    """An interval (None for a single report) and the first day it is due."""

    every: str | None
    first_due: str | None


def report_times(sentence: str, *, at: int, plan_day: date | None, year: int | None) -> list[ReportTime]:
    """The times of the reports that one sentence asks for, at least one; `at` is where it says `báo cáo`.

    :param plan_day: the plan's own day; without it a day that comes back has no first time.
    """
    start = max(0, at - _REACH)
    sentence, at = sentence[start : at + 2 * _REACH], at - start
    plain = folded(sentence)
    named = dict(_intervals(plain))
    if not named:
        return [ReportTime(None, _single(sentence, at, plan_day=plan_day, year=year))]
    alone = len(named) == 1
    times = []
    for every, own in named.items():
        due = _first_due(every, plain if alone else own, plan_day=plan_day)
        times.append(ReportTime(every, due.isoformat() if due else None))
    return times


def _intervals(plain: str) -> Iterator[tuple[str, str]]:
    """Each interval with the words that tell its day; the first of its kind with such words stands."""
    found: dict[str, str] = {}
    if label := _LABEL.match(plain):
        found[_every(label["span"])] = plain[label.end() :]
    for group in _LIST.finditer(plain):
        if _NO_REPORT.search(plain[: group.start()]):
            continue
        for item in _ONE.finditer(plain, group.start(), group.end()):
            every = _every(item["span"])
            found[every] = found.get(every) or item["due"].strip()
    for repeat in repeats_in(plain):
        if repeat.every and not found.get(repeat.every):
            found[repeat.every] = plain[repeat.start : repeat.end] if repeat.day else ""
    yield from found.items()


def _every(span: str) -> str:
    if span.startswith(("6", "06", "sau")):
        return "half-year"
    return {"thang": "month", "quy": "quarter"}.get(span, "year")


def _first_due(every: str, words: str, *, plan_day: date | None) -> date | None:
    """The first day after the plan's own that the words name."""
    dated = _named_days(words, after=plan_day)
    if dated:
        return min(dated)
    number = _BARE_DAY.search(words)
    if number is None or plan_day is None or every not in ("month", "quarter"):
        return None
    day = int(number["d"])
    if every == "month":
        return _monthly(day, after=plan_day, is_for_last_month=_NEXT_MONTH.search(words) is not None)
    return _quarterly(day, words, after=plan_day)


def _named_days(words: str, *, after: date | None) -> list[date]:
    """The days of the words, each the first one after the plan; a day with its year is that day."""
    days = []
    for found in _DATE.finditer(words):
        month, number = int(found["m"]), int(found["d"])
        if found["y"]:
            exact = day_of(int(found["y"]), month, number=number)
            days += [exact] if exact and (after is None or exact >= after) else []
        elif after is not None:
            nearest = (day_of(year, month, number=number) for year in (after.year, after.year + 1))
            days += [day for day in nearest if day and day >= after][:1]
    return days


def _monthly(day: int, *, after: date, is_for_last_month: bool) -> date | None:
    """`ngày 20 hằng tháng`; `ngày 05 tháng sau` is due for the first time in the month after the plan's."""
    first = 1 if is_for_last_month else 0
    days = (_in_month(after, ahead, day=day) for ahead in range(first, first + 2))
    return next((found for found in days if found >= after), None)


def _quarterly(day: int, words: str, *, after: date) -> date | None:
    """`ngày 20 tháng cuối quý` falls into the quarter itself, `ngày 05 tháng đầu quý sau` behind it."""
    to_end = 2 - (after.month - 1) % 3
    if _QUARTER_END.search(words):
        days = (_in_month(after, ahead, day=day) for ahead in (to_end, to_end + 3))
        return next((found for found in days if found >= after), None)
    return _in_month(after, to_end + 1, day=day) if _QUARTER_AFTER.search(words) else None


def _in_month(after: date, ahead: int, *, day: int) -> date:
    """The day in the month `ahead` months later; the last of a shorter month."""
    month = after.month - 1 + ahead
    year, month = after.year + month // 12, month % 12 + 1
    return date(year, month, max(1, min(day, monthrange(year, month)[1])))


def _single(sentence: str, at: int, *, plan_day: date | None, year: int | None) -> str | None:
    """The deadline of a single report: behind `báo cáo`, else at the head of the sentence."""
    behind = [item.last for item in periods_in(sentence[at:], year=year, labelled=False, target=False) if _is_day(item)]
    found = behind or [
        item.last
        for item in periods_in(sentence[:at], year=year, labelled=False, target=False)
        if _is_day(item) and not sentence[: item.start].strip(" -+,")
    ]
    days = [day for day in found if day and (plan_day is None or day >= plan_day.isoformat())]
    return min(days, default=None)


def _is_day(item: Period) -> bool:
    return item.last is not None and item.first in (None, item.last)
