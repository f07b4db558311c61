"""When a duty is due, and how it stands on a day. Pure: days in, days out.

Late is late only after its day: the due day itself is still in time.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}
LAST_DAY = 31
SOON_DAYS = 7


@dataclass(frozen=True, slots=True)
class DueRule:
    """One deadline of a plan: a single day, or `every` period on its `day` (`25`, or `12-15` for a year).

    A repeating one without a day is due on the last of its period; with a day alone, in the period's last month.
    """

    due_date: date | None = None
    every: str = ""
    day: str = ""
    start_date: date | None = None
    is_inherited: bool = False  # the whole campaign's period, the clause states none

    @property
    def is_repeating(self) -> bool:
        return self.due_date is None and self.every in MONTHS


def days_near(rules: Iterable[DueRule], *, first: date | None, last: date | None, today: date) -> list[date]:
    """All single days, and of each repeating rule those around `today`, in order, each once.

    :param first, last: a repeating duty counts after its first day (nothing can be due then yet), up to its last.
    """
    found: set[date] = set()
    for rule in rules:
        if rule.due_date is not None:
            found.add(rule.due_date)
        elif rule.is_repeating:
            found.update(_repeats_near(rule, first=first, last=last, today=today))
    return sorted(found)


def _repeats_near(rule: DueRule, *, first: date | None, last: date | None, today: date) -> list[date]:
    """The last two days before `today` and the next one; the next one stands even where the campaign has no room."""
    anchor = today if last is None else min(today, last + timedelta(days=1))
    months = MONTHS[rule.every]
    period = (anchor.year * 12 + anchor.month - 1) // months
    if _day_in(period, rule) < anchor:
        period += 1
    near = [_day_in(period + step, rule) for step in (-2, -1, 0)]
    inside = [day for day in near if (first is None or day > first) and (last is None or day <= last)]
    return inside or near[-1:]


def _day_in(period: int, rule: DueRule) -> date:
    """The due day in the period of that number, counted from year 0; a day that its month lacks is its last."""
    months = MONTHS[rule.every]
    month_text, _dash, day_text = rule.day.rpartition("-")
    month_of_period = int(month_text) if month_text.isdecimal() and rule.every == "year" else months
    year, month = divmod(period * months + min(max(month_of_period, 1), months) - 1, 12)
    wanted = int(day_text) if day_text.isdecimal() else LAST_DAY
    return date(year, month + 1, min(max(wanted, 1), monthrange(year, month + 1)[1]))


def answered_day(days: Sequence[date], spoken_on: date) -> date:
    """The due day that something said or shown on `spoken_on` is for: the next one, else the last, else any."""
    return next((day for day in days if day >= spoken_on), days[-1] if days else date.max)


def due_day(days: Sequence[date], *, today: date, covered: date | None) -> date | None:
    """The day to look at `today`: the last one past if nobody answered for it, else the next; None without any day.

    :param days: the due days of a duty, in order.
    :param covered: the latest due day that was reported on or proved.
    """
    past = [day for day in days if day < today]
    coming = [day for day in days if day >= today]
    if past and (not coming or covered is None or covered < past[-1]):
        return past[-1]
    return coming[0] if coming else None
