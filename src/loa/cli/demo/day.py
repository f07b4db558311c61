"""Which instant the demo plays at: 17:00 on a working day of the plan's first month."""

from __future__ import annotations

import calendar
from datetime import date, datetime, time, timedelta

from loa.core.clock import VIETNAM
from loa.documents.ports import ExtractionResult

START_OF_PLAY = time(17, 0)
SATURDAY = 5


def _issued(text: str | None) -> date | None:
    """The document's date; a blank day or month counts as the first."""
    if not text:
        return None
    year, month, day = [*map(int, text.split("-")), 1, 1][:3]
    return date(year, month, day)


def first_day(plan: ExtractionResult, *, today: date) -> date:
    """The first day on which the plan is under way, never before it was issued."""
    issued = _issued(plan.header.date)
    starts = sorted(date.fromisoformat(window.start) for window in plan.windows if window.start)
    known = [day for day in (*starts[:1], issued) if day is not None]
    if known:
        return max(known)
    ends = sorted(date.fromisoformat(window.end) for window in plan.windows if window.end)
    return ends[0] - timedelta(days=30) if ends else today


def demo_start(plan: ExtractionResult, *, today: date) -> datetime:
    """17:00 in Vietnam on the first working day from the plan's first day on, within the same month."""
    day = first_day(plan, today=today)
    last = date(day.year, day.month, calendar.monthrange(day.year, day.month)[1])
    candidate = day
    while candidate.weekday() >= SATURDAY and candidate < last:
        candidate += timedelta(days=1)
    chosen = candidate if candidate.weekday() < SATURDAY else day
    return datetime.combine(chosen, START_OF_PLAY, tzinfo=VIETNAM)
