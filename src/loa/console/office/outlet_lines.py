"""What each outlet did today and last, and who can look after one that is silent."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from itertools import groupby

from django.db.models import Count, Exists, OuterRef, QuerySet, Subquery

from loa.channels.models import Outlet
from loa.channels.ports import CHANNEL_LABELS, ChannelKind
from loa.channels.selectors import outlets_of
from loa.core.actor import Actor
from loa.core.clock import VIETNAM
from loa.delivery.models import DeliveryReceipt, Dispatch, DispatchState
from loa.delivery.selectors import SilentOutlet, silent_outlets
from loa.units.models import Membership, User
from loa.units.rights import Role

SHOWN_OF_ONE = 20


@dataclass(frozen=True, slots=True)
class OutletLine:
    """One outlet: its last order due by now, how many of today's orders have each state, its silence if any."""

    outlet: Outlet
    last: Dispatch | None
    today: tuple[tuple[str, int], ...]
    silence: SilentOutlet | None


@dataclass(frozen=True, slots=True)
class Silence:
    """A silent outlet and who can go and look."""

    silent: SilentOutlet
    heads: tuple[User, ...]


@dataclass(frozen=True, slots=True)
class KindOfOutlets:
    """The outlets in use of one kind of channel."""

    label: str
    lines: tuple[OutletLine, ...]


def outlet_lines(actor: Actor, *, now: datetime) -> list[OutletLine]:
    """All outlets the actor sees, the silent ones first, then in the order of names; five queries."""
    silent = {one.outlet.pk: one for one in silent_outlets(actor, now=now)}
    last = {dispatch.outlet_id: dispatch for dispatch in _last_orders(actor, now=now)}
    today = _states_of_day(actor, now=now)
    lines = [
        OutletLine(outlet, last.get(outlet.pk), tuple(today.get(outlet.pk, ())), silent.get(outlet.pk))
        for outlet in outlets_of(actor)
    ]
    return sorted(lines, key=lambda line: line.silence is None)


def by_kind(lines: Iterable[OutletLine]) -> list[KindOfOutlets]:
    """The outlets in use by kind, in the order of Nghị định 49/2024/NĐ-CP, Điều 3 khoản 1."""
    rank = {kind.value: place for place, kind in enumerate(ChannelKind)}
    used = sorted((line for line in lines if line.outlet.closed_at is None), key=lambda line: rank[line.outlet.channel])
    groups = groupby(used, key=lambda line: line.outlet.channel)
    return [KindOfOutlets(CHANNEL_LABELS[ChannelKind(kind)], tuple(group)) for kind, group in groups]


def silences(lines: Iterable[OutletLine]) -> list[Silence]:
    """The silent outlets, the longest silence first, with the heads of their units; one query, none without silence."""
    found = sorted((line.silence for line in lines if line.silence), key=lambda one: one.since)
    units = {one.outlet.unit_id for one in found if one.outlet.unit_id}
    heads: dict[int | None, list[User]] = {}
    if units:
        rows = Membership.objects.filter(unit__in=units, role=Role.HAMLET_HEAD, user__is_active=True)
        for row in rows.select_related("user").order_by("pk"):
            heads.setdefault(row.unit_id, []).append(row.user)
    return [Silence(one, tuple(heads.get(one.outlet.unit_id, ()))) for one in found]


def last_orders_of(outlet: Outlet, actor: Actor) -> Sequence[Dispatch]:
    """The latest orders of one outlet, those to come too, the latest due first; `simulated` as on the list."""
    rows = _with_proof(Dispatch.objects.visible_to(actor)).filter(outlet=outlet)
    return list(rows.order_by("-due_at", "-pk")[:SHOWN_OF_ONE])


def _last_orders(actor: Actor, *, now: datetime) -> QuerySet[Dispatch]:
    """The last order of each outlet that was due by `now`; one look into the index of (outlet, due_at) for each."""
    of_outlet = Dispatch.objects.filter(outlet=OuterRef("pk"), due_at__lte=now).exclude(state=DispatchState.WITHDRAWN)
    latest = Subquery(of_outlet.order_by("-due_at", "-pk").values("pk")[:1])
    outlets = Outlet.objects.visible_to(actor).annotate(latest=latest).values("latest")
    return _with_proof(Dispatch.objects.filter(pk__in=outlets))


def _with_proof(dispatches: QuerySet[Dispatch]) -> QuerySet[Dispatch]:
    """Each order with its title, and `simulated` where its proof says that nobody could hear or see it."""
    proofs = DeliveryReceipt.objects.filter(dispatch=OuterRef("pk"), is_simulated=True)
    return dispatches.select_related("outlet", "rendition__version").annotate(simulated=Exists(proofs))


def _states_of_day(actor: Actor, *, now: datetime) -> dict[int, list[tuple[str, int]]]:
    start = datetime.combine(now.astimezone(VIETNAM), time.min, tzinfo=VIETNAM)
    rows = Dispatch.objects.visible_to(actor).filter(due_at__gte=start, due_at__lt=start + timedelta(days=1))
    rank = {state.value: place for place, state in enumerate(DispatchState)}
    counted = rows.order_by().values_list("outlet", "state").annotate(orders=Count("pk"))
    days: dict[int, list[tuple[str, int]]] = {}
    for outlet, state, orders in sorted(counted, key=lambda row: rank[row[1]]):
        days.setdefault(outlet, []).append((state, orders))
    return days
