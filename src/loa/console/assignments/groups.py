"""The tables of the board: by unit, by due day; requests and the work of others apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count
from django.utils.safestring import SafeString

from loa.campaigns.due_days import SOON_DAYS
from loa.campaigns.selectors import AssignmentLine, lines_by_unit
from loa.console.assignments.rows import Row, RowWriter
from loa.console.assignments.words import duties_words, duty_name, until_words
from loa.core.language import gettext as _
from loa.evidence.models import Evidence

URGENCY = {"r": 0, "y": 1, "n": 2, "g": 3}
MISSED, SOON, LATER, PLANWIDE, NO_DAY, ANSWERED = range(6)
Lines = Sequence[AssignmentLine]
Write = Callable[[Iterable[AssignmentLine]], SafeString]


@dataclass(frozen=True, slots=True)
class Group:
    """One table with its rows as HTML. `unit` names it where it is a unit's, else `title`."""

    title: str
    note: str
    rows: SafeString
    unit: str = ""


def proof_counts(lines: Lines) -> dict[int, int]:
    """How many proofs each duty has, by its primary key; simulated ones prove nothing."""
    proved = Evidence.objects.filter(assignment__in=[line.assignment.pk for line in lines], is_simulated=False)
    counted = proved.order_by().values("assignment").annotate(n=Count("pk"))
    return dict(counted.values_list("assignment", "n"))


def written(writer: RowWriter, proofs: Mapping[int, int]) -> Write:
    """Writes lines as rows, each with how many proofs it has."""

    def row(line: AssignmentLine) -> Row:
        duty = line.assignment
        return Row(line, duty_name(duty), until_words(line), proofs.get(duty.pk, 0))

    return lambda some: writer.all(map(row, some))


def unit_groups(duties: Lines, write: Write) -> list[Group]:
    """Units by the alphabet; in each the most urgent first."""
    return [
        Group("", duties_words(own), write(sorted(own, key=_urgency)), unit=unit.name)
        for unit, own in lines_by_unit(duties)
    ]


def unrated_groups(lines: Lines, write: Write) -> list[Group]:
    """What is asked of bodies outside the issuer's command, and what others do, by unit, in the order of the plan."""
    return [Group("", _unrated_note(own[0]), write(own), unit=unit.name) for unit, own in lines_by_unit(lines)]


def _unrated_note(line: AssignmentLine) -> str:
    if line.is_of_others:
        return _("Không phải đơn vị của xã, không tính đúng hạn hay chậm")
    return _("Đề nghị phối hợp, không tính đúng hạn hay chậm")


def day_groups(duties: Lines, write: Write) -> list[Group]:
    """The missed first, then the near, each in the order of its days."""
    titles = {
        MISSED: _("Đã quá hạn, chưa báo"),
        SOON: _("Trong {days} ngày tới").format(days=SOON_DAYS),
        LATER: _("Hạn xa hơn {days} ngày").format(days=SOON_DAYS),
        PLANWIDE: _("Không nêu hạn riêng, làm theo thời gian của kế hoạch"),
        NO_DAY: _("Không nêu hạn"),
        ANSWERED: _("Đã báo, hạn đã qua"),
    }
    piles: dict[int, list[AssignmentLine]] = {pile: [] for pile in titles}
    for line in sorted(duties, key=lambda line: line.by_day):
        piles[_pile(line)].append(line)
    return [
        Group(titles[pile], _("{count} việc").format(count=len(lines)), write(lines))
        for pile, lines in piles.items()
        if lines
    ]


def _urgency(line: AssignmentLine) -> tuple[int, bool, date]:
    """Of one mark the days of their own first, then the plan's."""
    return URGENCY.get(line.rating, len(URGENCY)), line.is_planwide, line.due_date or date.max


def _pile(line: AssignmentLine) -> int:
    if line.days_left is None:
        return NO_DAY
    if line.days_left < 0:
        return ANSWERED if line.is_reported else MISSED
    if line.days_left <= SOON_DAYS:
        return SOON
    return PLANWIDE if line.is_planwide else LATER
