"""Reading dispatches and their proofs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from loa.campaigns.models import Campaign
from loa.channels.ports import Outcome
from loa.core.actor import Actor
from loa.delivery.models import DeliveryReceipt, Dispatch, DispatchState
from loa.delivery.models.dispatch import Priority
from loa.delivery.rules import SELF_ANSWERING
from loa.units.models import Commune

BATCH = 500  # dispatches per sweep: a long queue is worked off in slices, the urgent first


@dataclass(frozen=True, slots=True)
class DeliveryCounts:
    """Of one campaign: orders, and orders proved played or published (`simulated`: those of them nobody could hear)."""

    dispatches: int
    receipts: int
    simulated: int


def is_due(*, now: datetime) -> Q:
    """Orders to send at `now`: queued and due, or sent with the receipt overdue; never outside their window."""
    queued = Q(state=DispatchState.QUEUED) & (Q(next_try_at__isnull=True) | Q(next_try_at__lte=now))
    overdue = Q(state=DispatchState.SENT, next_try_at__lte=now)
    return (queued | overdue) & Q(due_at__lte=now, expires_at__gt=now)


def due_dispatches(*, now: datetime) -> QuerySet[Dispatch]:
    """The orders to send at `now`, khẩn cấp before ưu tiên before thông thường, then by due time."""
    rank = Case(
        When(priority=Priority.URGENT, then=Value(0)),
        When(priority=Priority.HIGH, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    return Dispatch.objects.filter(is_due(now=now)).order_by(rank, "due_at", "pk")


def lost_leases(*, now: datetime) -> QuerySet[Dispatch]:
    """Claims whose time ran out at `now` without an end of the try."""
    return Dispatch.objects.filter(state=DispatchState.SENDING, lease_until__lte=now)


def expired_dispatches(*, now: datetime) -> QuerySet[Dispatch]:
    """Orders whose window closed by `now` without a final word."""
    open_states = (DispatchState.PLANNED, DispatchState.QUEUED, DispatchState.SENT)
    return Dispatch.objects.filter(state__in=open_states, expires_at__lte=now)


def dispatches_of(campaign: Campaign, actor: Actor) -> QuerySet[Dispatch]:
    """The orders of a campaign that `actor` may see, in the order they were planned."""
    return (
        Dispatch.objects.visible_to(actor)
        .filter(rendition__version__message__campaign=campaign)
        .select_related("outlet", "rendition__version")
    )


def work_orders_open(commune: Commune, actor: Actor) -> QuerySet[Dispatch]:
    """The orders handed to a person that still lack their proof, late ones included."""
    return (
        Dispatch.objects.visible_to(actor)
        .filter(outlet__commune=commune, state__in=(DispatchState.SENT, DispatchState.UNKNOWN))
        .exclude(outlet__channel__in=SELF_ANSWERING)
        .select_related("outlet", "rendition__version")
    )


def delivery_counts(campaign: Campaign) -> DeliveryCounts:
    """Count a campaign's orders and those proved; every order is proved at most once."""
    played = DeliveryReceipt.objects.filter(
        dispatch__rendition__version__message__campaign=campaign, outcome=Outcome.PLAYED
    )
    return DeliveryCounts(
        dispatches=Dispatch.objects.filter(rendition__version__message__campaign=campaign).count(),
        receipts=played.count(),
        simulated=played.filter(is_simulated=True).count(),
    )
