"""How one duty stands: its mark, all that was said of it, all that proves it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.http import Http404

from loa.campaigns.models import Assignment, Progress
from loa.campaigns.selectors import AssignmentLine, assignment_board
from loa.console.assignments.words import planwide_words, until_words
from loa.core.actor import Actor
from loa.core.clock import VIETNAM
from loa.core.language import gettext as _
from loa.evidence.models import Evidence


@dataclass(frozen=True, slots=True)
class DutyState:
    """`reports` and `proofs` are the newest first."""

    line: AssignmentLine
    until: str
    reports: list[Progress]
    proofs: list[Evidence]

    @property
    def assignment(self) -> Assignment:
        return self.line.assignment

    @property
    def planwide(self) -> str:
        """Its day where that is only the plan's; else empty."""
        day = self.line.due_date
        return planwide_words(day) if day and self.line.is_planwide else ""

    @property
    def last_report(self) -> int | None:
        """The primary key of the newest report, None where nobody has said anything."""
        return self.reports[0].pk if self.reports else None


def duty_state(actor: Actor, pk: int, *, at: datetime) -> DutyState:
    """How the duty stands at the instant `at`, in six queries.

    :raises Http404: no such duty, or not the actor's to see.
    """
    today = at.astimezone(VIETNAM).date()
    lines = assignment_board(actor, today=today, among=Assignment.objects.filter(pk=pk), with_ended=True)
    if not lines:
        raise Http404(_("Không tìm thấy việc này."))
    reports = Progress.objects.visible_to(actor).filter(assignment=pk).select_related("by").order_by("-pk")
    proofs = Evidence.objects.visible_to(actor).filter(assignment=pk).select_related("added_by")
    return DutyState(lines[0], until_words(lines[0]), list(reports), list(proofs.order_by("-added_at", "-pk")))
