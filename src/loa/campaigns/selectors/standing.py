"""Where one duty stands on a day: from its deadlines, the last report on it and the last proof of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Max, QuerySet

from loa.campaigns.due_days import DueRule, answered_day, days_near, due_day
from loa.campaigns.models import Assignment, Deadline, Progress
from loa.core.clock import VIETNAM


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of one duty: its deadlines, the last report, and the day of the last real proof."""

    rules: Sequence[DueRule]
    progress: Progress | None
    proved_on: date | None


@dataclass(frozen=True, slots=True)
class Standing:
    """The day a duty has to be reported by (None where none is stated), and whether a report or a proof is for it."""

    due_date: date | None
    is_said: bool
    is_proved: bool

    @property
    def is_reported(self) -> bool:
        """Whether anything is known of this period."""
        return self.is_said or self.is_proved


def proof_days(assignments: QuerySet[Assignment]) -> dict[int, date]:
    """The day of the last real proof of each assignment that has one; a simulated proof proves nothing.

    Asked by the reverse name that the evidence gives: this app knows that proofs exist, not what they are.
    """
    rows = assignments.filter(evidence__is_simulated=False).order_by()
    last = rows.values("pk").annotate(last=Max("evidence__added_at")).values_list("pk", "last")
    return {number: added_at.astimezone(VIETNAM).date() for number, added_at in last}


def due_rules(assignments: QuerySet[Assignment]) -> dict[int, list[DueRule]]:
    """The deadlines of each assignment that has any, as plain values: a board asks for hundreds at once."""
    rows = Deadline.objects.filter(assignment__in=assignments.order_by().values("pk")).order_by("pk")
    found: dict[int, list[DueRule]] = {}
    columns = ("assignment_id", "due_date", "every", "day", "start_date", "is_inherited")
    for number, due_date, every, day, start_date, is_inherited in rows.values_list(*columns):
        rule = DueRule(due_date, every, day, start_date, is_inherited=is_inherited)
        found.setdefault(number, []).append(rule)
    return found


def standing_of(assignment: Assignment, known: Known, *, today: date) -> Standing:
    """Where the duty stands `today`; a repeating one counts from the day Loa knew of it to the campaign's last day.

    Of one that a revised plan no longer has nothing is due.
    """
    if assignment.ended_at is not None:
        return Standing(due_date=None, is_said=known.progress is not None, is_proved=known.proved_on is not None)
    campaign = assignment.campaign
    made = campaign.created_at.astimezone(VIETNAM).date()
    first = max(made, campaign.start_date or made)
    days = days_near(known.rules, first=first, last=campaign.end_date, today=today)
    said, proved = _said_for(known.progress, days), _proved_for(known.proved_on, days)
    due = due_day(days, today=today, covered=max((day for day in (said, proved) if day), default=None))
    return Standing(due_date=due, is_said=_covers(said, due), is_proved=_covers(proved, due))


def _said_for(progress: Progress | None, days: Sequence[date]) -> date | None:
    if progress is None:
        return None
    return progress.due_date or answered_day(days, progress.at.astimezone(VIETNAM).date())


def _proved_for(proved_on: date | None, days: Sequence[date]) -> date | None:
    return None if proved_on is None else answered_day(days, proved_on)


def _covers(answered: date | None, due: date | None) -> bool:
    return answered is not None and (due is None or answered >= due)


def due_to_report(assignment: Assignment, *, today: date) -> date | None:
    """The due day that a report of `today` on this duty is for; None where the plan states none."""
    this = Assignment.objects.filter(pk=assignment.pk)
    known = Known(
        rules=due_rules(this).get(assignment.pk, []),
        progress=assignment.progress.order_by("-pk").first(),
        proved_on=proof_days(this).get(assignment.pk),
    )
    return standing_of(assignment, known, today=today).due_date
