"""The rows a report is counted from, read once and held as plain values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from loa.campaigns.models import Assignment, Campaign, OpenQuestion, Topic
from loa.campaigns.questions import REPORTED_KINDS
from loa.campaigns.selectors import channels_of
from loa.channels.ports import ChannelKind, Outcome
from loa.delivery.models import DeliveryReceipt, Dispatch, DispatchState
from loa.delivery.models.proof import AttemptOutcome
from loa.editorial.models import Approval
from loa.evidence.models import Evidence
from loa.reports.period import Period
from loa.units.models import Commune
from loa.units.selectors import system_actor


@dataclass(frozen=True, slots=True)
class DispatchLine:
    """One dispatch with all that proves it. `accepted` is the try that the far end took, as (pk, instant)."""

    row: Dispatch
    channel: ChannelKind
    message_id: int
    topic_id: int | None
    receipts: tuple[DeliveryReceipt, ...]
    evidence: tuple[Evidence, ...]
    accepted: tuple[int, datetime] | None
    last_word: str  # what the last failed try said

    @property
    def is_simulated(self) -> bool:
        """Whether all its proof is simulated; a dispatch without proof is real until shown otherwise."""
        return bool(self.receipts) and all(receipt.is_simulated for receipt in self.receipts)

    @property
    def played(self) -> tuple[DeliveryReceipt, ...]:
        """The receipts that say it was played or published as a whole, simulated ones included."""
        return tuple(receipt for receipt in self.receipts if receipt.outcome == Outcome.PLAYED)


@dataclass(frozen=True, slots=True)
class Ledger:
    """All rows of the commune's campaigns up to the end of a period."""

    campaigns: tuple[Campaign, ...]
    topics: tuple[Topic, ...]  # those that are told; what is outside Loa is never counted
    assignments: tuple[Assignment, ...]
    questions: tuple[OpenQuestion, ...]  # of the plans; the desk's own are settled at the desk
    planned_channels: tuple[ChannelKind, ...]
    dispatches: tuple[DispatchLine, ...]
    approvals: tuple[Approval, ...]
    evidence: tuple[Evidence, ...]

    @property
    def channels(self) -> tuple[ChannelKind, ...]:
        """The channels that the plans name or that were used, in the order of the law's list."""
        known = {*self.planned_channels, *(line.channel for line in self.dispatches)}
        return tuple(channel for channel in ChannelKind if channel in known)

    def of_channel(self, channel: ChannelKind) -> tuple[DispatchLine, ...]:
        """The dispatches on one channel, in the order they were due."""
        return tuple(line for line in self.dispatches if line.channel == channel)

    def of_topic(self, topic_id: int) -> tuple[DispatchLine, ...]:
        """The dispatches that tell one topic, in the order they were due."""
        return tuple(line for line in self.dispatches if line.topic_id == topic_id)


def read_ledger(commune: Commune, period: Period) -> Ledger:
    """The rows of the campaigns that touch `period`, from their beginning to its end."""
    campaigns = tuple(campaigns_of(commune, period))
    reader = system_actor(commune, "reports")
    in_campaigns = Q(version__message__campaign__in=campaigns)
    approvals = Approval.objects.visible_to(reader).filter(in_campaigns, approved_at__lt=period.end_at)
    evidence = Evidence.objects.visible_to(reader).filter(added_at__lt=period.end_at)
    # As the plans stood at the end of the period; what was told stays told, whatever a revised plan says.
    in_plan = Q(campaign__in=campaigns) & (Q(ended_at=None) | Q(ended_at__gte=period.end_at))
    evidence = evidence.filter(
        Q(assignment__campaign__in=campaigns) | Q(dispatch__rendition__version__message__campaign__in=campaigns)
    )
    return Ledger(
        campaigns=campaigns,
        topics=tuple(
            Topic.objects.filter(in_plan | Q(campaign__in=campaigns, messages__isnull=False), outside=None).distinct()
        ),
        assignments=tuple(Assignment.objects.filter(in_plan).select_related("unit")),
        questions=tuple(
            OpenQuestion.objects.unsettled(before=period.end_at)
            .filter(campaign__in=campaigns, kind__in=REPORTED_KINDS)
            .order_by("pk")
        ),
        planned_channels=channels_of(*campaigns),
        dispatches=tuple(_dispatch_lines(commune, period, campaigns=campaigns)),
        approvals=tuple(approvals.select_related("version").order_by("approved_at", "pk")),
        evidence=tuple(
            evidence.select_related("assignment__unit", "dispatch__outlet", "dispatch__rendition__version").order_by(
                "added_at", "pk"
            )
        ),
    )


def campaigns_of(commune: Commune, period: Period) -> Iterable[Campaign]:
    """The commune's campaigns that run, or have something due, in `period`, oldest first.

    One that was confirmed later did not run here yet, whatever earlier day its plan names.
    """
    begun = Q(Q(start_date__lt=period.end_date) | Q(start_date=None), created_at__lt=period.end_at)
    running = Q(end_date__gte=period.start_date) | Q(end_date=None)
    due = Q(
        messages__versions__renditions__dispatches__due_at__gte=period.start_at,
        messages__versions__renditions__dispatches__due_at__lt=period.end_at,
    )
    found = Campaign.objects.visible_to(system_actor(commune, "reports")).filter((begun & running) | due)
    return found.select_related("document__extraction").distinct().order_by("created_at", "pk")


def _dispatch_lines(commune: Commune, period: Period, *, campaigns: tuple[Campaign, ...]) -> Iterable[DispatchLine]:
    rows = (
        Dispatch.objects.visible_to(system_actor(commune, "reports"))
        .filter(rendition__version__message__campaign__in=campaigns)
        .exclude(state=DispatchState.WITHDRAWN)
        .filter(Q(due_at__lt=period.end_at) | Q(receipts__happened_at__lt=period.end_at))
        .select_related("outlet", "rendition__version__message")
        .prefetch_related("receipts", "attempts", "evidence")
        .distinct()
        .order_by("due_at", "pk")
    )
    return [_line(row) for row in rows]


def _line(row: Dispatch) -> DispatchLine:
    attempts = sorted(row.attempts.all(), key=lambda attempt: attempt.number)
    accepted = [attempt for attempt in attempts if attempt.outcome == AttemptOutcome.ACCEPTED]
    failed = [attempt.detail for attempt in attempts if attempt.outcome not in _QUIET and attempt.detail]
    message = row.rendition.version.message
    return DispatchLine(
        row=row,
        channel=ChannelKind(row.outlet.channel),
        message_id=message.pk,
        topic_id=message.topic_id,
        receipts=tuple(sorted(row.receipts.all(), key=lambda receipt: (receipt.happened_at, receipt.pk))),
        evidence=tuple(sorted(row.evidence.all(), key=lambda proof: proof.pk)),
        accepted=(accepted[0].pk, accepted[0].ended_at or accepted[0].started_at) if accepted else None,
        last_word=failed[-1] if failed else "",
    )


_QUIET = frozenset({AttemptOutcome.OPEN, AttemptOutcome.ACCEPTED})
