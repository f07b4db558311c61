"""What the worker looks for: orders to send, claims that nobody finished, windows that closed."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from loa.delivery.models import Dispatch, DispatchState
from loa.delivery.models.dispatch import Priority

BATCH = 500  # dispatches per sweep: a long queue is worked off in slices, the urgent first


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
