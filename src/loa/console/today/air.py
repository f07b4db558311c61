"""The loudspeakers' next day and last session, as the first page shows them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from loa.channels.ports import ChannelKind
from loa.console.today.links import link
from loa.console.today.wording import day_name, moment_name, session_name, today_of
from loa.core.actor import Actor
from loa.core.clock import VIETNAM
from loa.core.language import gettext as _
from loa.delivery.models import Dispatch, DispatchState
from loa.delivery.selectors import AirSession, Ladder, last_session, on_air_next

HOURS = 24
MARKED_EVERY = 6  # hours between two figures below the strip
SESSIONS_SHOWN = 5
NAMES_SHOWN = 6
# What is not proved, the worst first; what is still under way says no more than that.
WORST_FIRST = (
    DispatchState.MISSED,
    DispatchState.REFUSED,
    DispatchState.UNKNOWN,
    DispatchState.SENT,
    DispatchState.SENDING,
    DispatchState.QUEUED,
    DispatchState.PLANNED,
)


@dataclass(frozen=True, slots=True)
class Coming:
    """One session to come: its day in words, the first title and how many more, its first order."""

    session: AirSession
    day: str
    title: str
    more: int
    first: Dispatch


@dataclass(frozen=True, slots=True)
class NextDay:
    """The 24 hours from the present one: whether each has a session, the figures below, the same in words."""

    hours: tuple[bool, ...]
    figures: tuple[str, ...]
    words: str
    sessions: tuple[Coming, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Unproved:
    """Orders of one state that lack their proof: the names of the first outlets, and how many more there are."""

    state: DispatchState
    names: tuple[str, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Past:
    """The last session: `name` as people call it, its figures, what is not proved, how many nobody vouched for."""

    name: str
    ladder: Ladder
    unproved: tuple[Unproved, ...]
    unheard: int
    url: str


def next_day(actor: Actor, *, now: datetime) -> NextDay:
    """What the loudspeakers of the actor say in the next 24 hours. One query."""
    sessions = on_air_next(actor, now=now, hours=HOURS)
    start = now.astimezone(VIETNAM).replace(minute=0, second=0, microsecond=0)
    busy = {_hour_of(session.due_at, start=start) for session in sessions}
    marked = range(0, HOURS + 1, MARKED_EVERY)
    figures = [str((start.hour + hour) % HOURS) for hour in marked]
    figures[-1] = _("{hour} giờ").format(hour=figures[-1])
    return NextDay(
        hours=tuple(hour in busy for hour in range(HOURS)),
        figures=tuple(figures),
        words=_in_words(sessions, now=now),
        sessions=tuple(_coming(session, now=now) for session in sessions[:SESSIONS_SHOWN]),
        more=max(0, len(sessions) - SESSIONS_SHOWN),
    )


def _coming(session: AirSession, *, now: datetime) -> Coming:
    return Coming(
        session=session,
        day=day_name(today_of(session.due_at), today=today_of(now)),
        title=session.titles[0],
        more=len(session.titles) - 1,
        first=session.dispatches[0],
    )


def _hour_of(due_at: datetime, *, start: datetime) -> int:
    """The place on the strip; the begun hour of tomorrow shares the last one."""
    return min((due_at - start) // timedelta(hours=1), HOURS - 1)


def _in_words(sessions: Sequence[AirSession], *, now: datetime) -> str:
    if not sessions:
        return _("Trong 24 giờ tới loa không phát.")
    times = ", ".join(moment_name(session.due_at, now=now) for session in sessions[:SESSIONS_SHOWN])
    if len(sessions) > SESSIONS_SHOWN:
        return _("Có {count} buổi phát, các buổi đầu: {times}.").format(count=len(sessions), times=times)
    return _("Số buổi phát: {count}. Giờ phát: {times}. Các giờ khác loa không phát.").format(
        count=len(sessions), times=times
    )


def last_air(actor: Actor, *, now: datetime) -> Past | None:
    """The latest session that was due, None before the first one. Three queries."""
    last = last_session(actor, now=now)
    if last is None:
        return None
    ladder, day = last.ladder, today_of(last.session.due_at)
    return Past(
        name=session_name(last.session.due_at, now=now),
        ladder=ladder,
        unproved=tuple(_unproved(last.unproved)),
        unheard=ladder.played - ladder.heard,
        url=link("dispatches", channel=ChannelKind.LOUDSPEAKER, since=day, until=day),
    )


def _unproved(dispatches: Sequence[Dispatch]) -> Iterable[Unproved]:
    for state in WORST_FIRST:
        names = list(dict.fromkeys(one.outlet.name for one in dispatches if one.state == state))
        if names:
            yield Unproved(state, tuple(names[:NAMES_SHOWN]), max(0, len(names) - NAMES_SHOWN))
