"""One month of due days, a repeating duty on each of its days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from loa.campaigns.due_days import days_near
from loa.campaigns.models import Progress, Rating
from loa.campaigns.selectors import AssignmentLine
from loa.console.assignments.words import duty_name, weekday_words
from loa.core.actor import Actor
from loa.core.clock import VIETNAM
from loa.core.language import gettext
from loa.core.language import gettext as _

FIRST_YEAR, LAST_YEAR = 2000, 2199
Said = Mapping[tuple[int, date], str]


@dataclass(frozen=True, slots=True)
class Item:
    """A duty on one of its due days; `rating` and `words` are of that day's period."""

    line: AssignmentLine
    name: str
    rating: str
    words: str


@dataclass(frozen=True, slots=True)
class Day:
    day: date
    weekday: str
    is_today: bool
    items: list[Item]

    @property
    def count(self) -> int:
        return len(self.items)


@dataclass(frozen=True, slots=True)
class Month:
    """A month with the days on which something is due; `before` and `after` are the next months as `2025-09`."""

    title: str
    before: str
    after: str
    is_this: bool
    days: list[Day]


def month_of(actor: Actor, *, lines: Sequence[AssignmentLine], today: date, asked: str) -> Month:
    """The month `asked` as `2025-09`, else this one, in one query."""
    first = _first_day(asked, today=today)
    said = _said_in(actor, first, lines=lines)
    days: dict[date, list[Item]] = {}
    for line in sorted(lines, key=lambda line: line.is_planwide):
        for day in _days_in(line, first=first):
            days.setdefault(day, []).append(_item(line, day, said=said, today=today))
    return Month(
        title=_("Tháng {month}").format(month=f"{first.month}/{first.year}"),
        before=_shifted(first, -1),
        after=_shifted(first, 1),
        is_this=(first.year, first.month) == (today.year, today.month),
        days=[Day(day, weekday_words(day), day == today, days[day]) for day in sorted(days)],
    )


def _first_day(asked: str, *, today: date) -> date:
    try:
        first = date.fromisoformat(f"{asked}-01")
    except ValueError:
        return today.replace(day=1)
    return first if FIRST_YEAR <= first.year <= LAST_YEAR else today.replace(day=1)


def _shifted(first: date, months: int) -> str:
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    return f"{year}-{month + 1:02}" if FIRST_YEAR <= year <= LAST_YEAR else ""


def _days_in(line: AssignmentLine, *, first: date) -> list[date]:
    """The due days of a duty in the month of `first`: a repeating one counts within its campaign, as on the board."""
    campaign = line.assignment.campaign
    known = campaign.created_at.astimezone(VIETNAM).date()
    start = max(known, campaign.start_date or known)
    days = days_near(line.rules, first=start, last=campaign.end_date, today=first)
    return [day for day in days if (day.year, day.month) == (first.year, first.month)]


def _said_in(actor: Actor, first: date, *, lines: Sequence[AssignmentLine]) -> Said:
    """The last rating said of each duty for each due day of the month."""
    rows = Progress.objects.visible_to(actor).filter(assignment__in=[line.assignment.pk for line in lines])
    here = rows.filter(due_date__year=first.year, due_date__month=first.month)
    said = here.exclude(rating="").order_by("pk").values_list("assignment", "due_date", "rating")
    return {(number, day): rating for number, day, rating in said if day is not None}


def _item(line: AssignmentLine, day: date, *, said: Said, today: date) -> Item:
    rating, words = _mark(line, day, said=said, today=today)
    return Item(line, duty_name(line.assignment), rating, words)


def _mark(line: AssignmentLine, day: date, *, said: Said, today: date) -> tuple[str, str]:
    if not line.is_rated or day == line.due_date:
        return line.rating, line.rating_words
    rating = said.get((line.assignment.pk, day))
    if rating is not None:
        return rating, gettext(Rating(rating).label)
    return "n", _("Kỳ đã qua") if day < today else _("Chưa đến kỳ")
