"""What the loudspeakers say next, what they said today, and what came of the last time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby

from django.db.models import QuerySet

from loa.channels.ports import ChannelKind
from loa.core.actor import Actor
from loa.core.clock import VIETNAM
from loa.delivery.models import Dispatch, DispatchState
from loa.delivery.selectors.ladders import PROVED, Ladder, ladder


@dataclass(frozen=True, slots=True)
class AirSession:
    """All loudspeaker orders due at one instant. `seconds` is how long one outlet talks: each message once.

    `states` pairs each state with the number of its orders, the most frequent first.
    """

    due_at: datetime
    outlets: int
    titles: tuple[str, ...]
    seconds: int
    states: tuple[tuple[DispatchState, int], ...]
    dispatches: tuple[Dispatch, ...]


@dataclass(frozen=True, slots=True)
class LastSession:
    """The latest session that was due, how far it is proved, and the orders still without proof."""

    session: AirSession
    ladder: Ladder
    unproved: tuple[Dispatch, ...]


def on_air_next(actor: Actor, *, now: datetime, hours: int = 24) -> list[AirSession]:
    """The loudspeaker sessions due in `[now, now + hours)`, the next first."""
    return _sessions(_on_air(actor).filter(due_at__gte=now, due_at__lt=now + timedelta(hours=hours)))


def sessions_on(actor: Actor, *, day: date) -> list[AirSession]:
    """The loudspeaker sessions of one day in Vietnam, past and to come."""
    start = datetime.combine(day, time.min, tzinfo=VIETNAM)
    return _sessions(_on_air(actor).filter(due_at__gte=start, due_at__lt=start + timedelta(days=1)))


def last_session(actor: Actor, *, now: datetime) -> LastSession | None:
    """The latest loudspeaker session due by `now`, on this day or before it; None before the first one."""
    rows = _on_air(actor)
    due_at = rows.filter(due_at__lte=now).order_by("-due_at").values_list("due_at", flat=True).first()
    if due_at is None:
        return None
    of_session = rows.filter(due_at=due_at)
    [session] = _sessions(of_session)
    unproved = tuple(dispatch for dispatch in session.dispatches if dispatch.state not in PROVED)
    return LastSession(session, ladder(of_session), unproved)


def _on_air(actor: Actor) -> QuerySet[Dispatch]:
    """What is, was or will be on air: an order that was withdrawn is not."""
    rows = Dispatch.objects.visible_to(actor).filter(outlet__channel=ChannelKind.LOUDSPEAKER)
    return rows.exclude(state=DispatchState.WITHDRAWN)


def _sessions(dispatches: QuerySet[Dispatch]) -> list[AirSession]:
    rows = dispatches.select_related("outlet__unit", "rendition__version").order_by("due_at", "outlet__name", "pk")
    return [_session(due_at, group) for due_at, group in groupby(rows, key=lambda dispatch: dispatch.due_at)]


def _session(due_at: datetime, group: Iterable[Dispatch]) -> AirSession:
    dispatches = tuple(group)
    renditions = {dispatch.rendition_id: dispatch.rendition for dispatch in dispatches}
    states = Counter(DispatchState(dispatch.state) for dispatch in dispatches)
    return AirSession(
        due_at=due_at,
        outlets=len({dispatch.outlet_id for dispatch in dispatches}),
        titles=tuple(dict.fromkeys(rendition.version.title for rendition in renditions.values())),
        seconds=round(sum(rendition.facts.get("seconds", 0) for rendition in renditions.values())),
        states=tuple(states.most_common()),
        dispatches=dispatches,
    )
