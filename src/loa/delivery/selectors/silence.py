"""Outlets that nobody has heard from for a while."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, F, Max, Min, OuterRef, Q, QuerySet, Subquery

from loa.channels.models import Outlet
from loa.channels.ports import ChannelKind
from loa.core.actor import Actor
from loa.delivery.models import Dispatch, DispatchState

SILENT_AFTER = 2  # orders in a row: one may be a power cut
ANSWERED = (DispatchState.PLAYED, DispatchState.HEARD, DispatchState.REFUSED)
SILENT = (DispatchState.MISSED, DispatchState.UNKNOWN)


@dataclass(frozen=True, slots=True)
class SilentOutlet:
    """A loudspeaker whose last `count` orders are `missed` or `unknown`; the first was due at `since`."""

    outlet: Outlet
    count: int
    missed: int
    unknown: int
    since: datetime
    last_due_at: datetime


def silent_outlets(actor: Actor, *, now: datetime) -> list[SilentOutlet]:
    """The loudspeakers in use whose last two orders or more that were due by `now` are missed or unknown.

    Orders still under way say nothing yet. The longest silence comes first. Two queries.
    """
    outlets = {outlet.pk: outlet for outlet in _quiet_since_last_answer(actor, now=now)}
    if not outlets:
        return []
    tails = (
        Dispatch.objects.filter(_any_tail(outlets.values()), state__in=SILENT, due_at__lte=now)
        .order_by()
        .values("outlet")
        .annotate(
            count=Count("pk"),
            missed=Count("pk", filter=Q(state=DispatchState.MISSED)),
            unknown=Count("pk", filter=Q(state=DispatchState.UNKNOWN)),
            since=Min("due_at"),
            last_due_at=Max("due_at"),
        )
        .filter(count__gte=SILENT_AFTER)
        .order_by("since", "outlet")
    )
    return [SilentOutlet(**(tail | {"outlet": outlets[tail["outlet"]]})) for tail in tails]


def _quiet_since_last_answer(actor: Actor, *, now: datetime) -> QuerySet[Any]:
    """The outlets whose last finished order went unanswered, with `answered_at`: when the one answered last was due."""
    due = Dispatch.objects.filter(outlet=OuterRef("pk"), due_at__lte=now).order_by("-due_at").values("due_at")
    return (
        Outlet.objects.visible_to(actor)
        .filter(channel=ChannelKind.LOUDSPEAKER, closed_at=None)
        .select_related("unit")
        .annotate(answered_at=Subquery(due.filter(state__in=ANSWERED)[:1]))
        .annotate(silent_at=Subquery(due.filter(state__in=SILENT)[:1]))
        .filter(Q(silent_at__gt=F("answered_at")) | Q(silent_at__isnull=False, answered_at=None))
    )


def _any_tail(outlets: Iterable[Any]) -> Q:
    """The orders of any of `outlets` that came after its last answer."""
    tails = Q()
    for outlet in outlets:
        after = Q(due_at__gt=outlet.answered_at) if outlet.answered_at else Q()
        tails |= Q(outlet=outlet) & after
    return tails
