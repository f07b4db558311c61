"""The deadlines a clause of a plan has: its own, or the plan's last day where nothing nearer states one. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from loa.campaigns.answers import INTERVALS
from loa.campaigns.due_days import DueRule
from loa.campaigns.plan import Plan, day_of
from loa.core.language import gettext
from loa.core.language import gettext as _


def deadlines_of(plan: Plan, label: str) -> list[DueRule]:
    """Those of the clause, else of the nearest clause above that states any, else the plan's end, marked as inherited.

    A clause that says only when it begins keeps that day, and ends with the plan.
    """
    first, last = plan.period
    own = [
        DueRule(day_of(window.end), window.every or "", window.day or "", day_of(window.start))
        for window in plan.windows_near(label)
    ]
    if last is None or any(rule.due_date or rule.every for rule in own):
        return own
    begins = min((rule.start_date for rule in own if rule.start_date), default=first)
    return [DueRule(last, start_date=begins, is_inherited=True)]


def span_text(start: date | None, end: date | None) -> str:
    """`08/09/2025 – 30/11/2025`, or from or until when; empty where neither is stated."""
    if start and end:
        return f"{start:%d/%m/%Y} – {end:%d/%m/%Y}"
    if start:
        return _("từ {day}").format(day=f"{start:%d/%m/%Y}")
    return _("đến {day}").format(day=f"{end:%d/%m/%Y}") if end else ""


def own_days_text(rules: Iterable[DueRule], *, first: date | None) -> str:
    """What the clause itself says of its time, comparable and for people; empty where all of it is the plan's.

    :param first: the plan's first day.
    """
    return "; ".join(filter(None, (_own_text(rule, first=first) for rule in rules)))


def _own_text(rule: DueRule, *, first: date | None) -> str:
    if rule.is_inherited:
        return span_text(None if rule.start_date == first else rule.start_date, None)
    every = gettext(INTERVALS[rule.every]) if rule.every in INTERVALS else ""
    return span_text(rule.start_date, rule.due_date) or " ".join(filter(None, (every, _day_text(rule.day))))


def _day_text(day: str) -> str:
    """`25` of a month as it is, `11-15` of a year as `15/11`."""
    month, _dash, of_month = day.rpartition("-")
    return _("ngày {day}").format(day=f"{of_month}/{month}" if month else of_month) if day else ""
