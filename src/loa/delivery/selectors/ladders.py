"""The honest states in figures: planned, sent, played, heard, never added up."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import BooleanField, Count, Exists, ExpressionWrapper, OuterRef, Q, QuerySet

from loa.campaigns.models import Campaign
from loa.channels.ports import Outcome
from loa.delivery.models import AttemptOutcome, DeliveryAttempt, DeliveryReceipt, Dispatch, DispatchState

PROVED = (DispatchState.PLAYED, DispatchState.HEARD)
SURELY_SENT = (DispatchState.SENT, *PROVED)
NEVER_SENT = (DispatchState.PLANNED, DispatchState.QUEUED)


@dataclass(frozen=True, slots=True)
class Ladder:
    """Orders by how far there is proof: each step holds those of the steps above it.

    `planned` are all; `sent` the far end took; `simulated` are those of `played` that nobody could hear or see.
    `missed`, `unknown`, `refused` and `withdrawn` are where the others ended.
    """

    planned: int
    sent: int
    played: int
    heard: int
    missed: int
    unknown: int
    refused: int
    simulated: int
    withdrawn: int


@dataclass(frozen=True, slots=True)
class DeliveryCounts:
    """Of one campaign: orders, and orders proved played or published (`simulated`: those of them nobody could hear)."""

    dispatches: int
    receipts: int
    simulated: int


def ladder(dispatches: QuerySet[Dispatch]) -> Ladder:
    """Count `dispatches` in one query. What the queryset is narrowed to counts, not its order."""
    counted = dispatches.order_by().aggregate(
        planned=Count("pk"),
        sent=Count("pk", filter=_is_sent()),
        played=Count("pk", filter=Q(state__in=PROVED)),
        heard=Count("pk", filter=Q(state=DispatchState.HEARD)),
        missed=Count("pk", filter=Q(state=DispatchState.MISSED)),
        unknown=Count("pk", filter=Q(state=DispatchState.UNKNOWN)),
        refused=Count("pk", filter=Q(state=DispatchState.REFUSED)),
        simulated=Count("pk", filter=_is_simulated()),
        withdrawn=Count("pk", filter=Q(state=DispatchState.WITHDRAWN)),
    )
    return Ladder(**counted)


def at_least_sent(dispatches: QuerySet[Dispatch]) -> QuerySet[Dispatch]:
    """The orders that `ladder` counts as sent: those that the far end surely took, wherever they ended."""
    return dispatches.filter(_is_sent())


def only_simulated(dispatches: QuerySet[Dispatch]) -> QuerySet[Dispatch]:
    """The orders that `ladder` counts as simulated: proved, but by nothing that anybody could hear or see."""
    return dispatches.filter(_is_simulated())


def with_simulated(dispatches: QuerySet[Dispatch]) -> QuerySet[Dispatch]:
    """The same orders, each with `is_simulated`: whether `ladder` counts it as simulated."""
    return dispatches.annotate(is_simulated=ExpressionWrapper(_is_simulated(), output_field=BooleanField()))


def _is_sent() -> Q:
    accepted = Exists(DeliveryAttempt.objects.filter(dispatch=OuterRef("pk"), outcome=AttemptOutcome.ACCEPTED))
    return Q(state__in=SURELY_SENT) | (~Q(state__in=(*SURELY_SENT, *NEVER_SENT)) & Q(accepted))


def _is_simulated() -> Q:
    proofs = DeliveryReceipt.objects.filter(dispatch=OuterRef("pk"), outcome__in=(Outcome.PLAYED, Outcome.HEARD))
    is_tried = Q(Exists(proofs.filter(is_simulated=True))) & ~Q(Exists(proofs.filter(is_simulated=False)))
    return Q(state__in=PROVED) & is_tried


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
