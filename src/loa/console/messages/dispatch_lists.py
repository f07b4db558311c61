"""The orders of one message for its page, and when they are worth asking for again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from loa.core.actor import Actor
from loa.delivery.models import Dispatch, DispatchState
from loa.delivery.selectors import dispatches_list, telling
from loa.editorial.models import Message, Rendition

MOST_SHOWN = 50
SOON = timedelta(minutes=15)
COLUMNS = ("due_at", "state", "outlet__name", "outlet__channel", "rendition__version__number")
OPEN = (DispatchState.PLANNED, DispatchState.QUEUED, DispatchState.SENDING, DispatchState.SENT)


@dataclass(frozen=True, slots=True)
class MessageDispatches:
    """The latest orders of a message. `pause` is how many seconds to wait before asking again, 0 once all ended."""

    rows: list[Dispatch]
    has_more: bool
    pause: int


def dispatches_of_message(message: Message, actor: Actor, *, now: datetime) -> MessageDispatches:
    """The orders of all versions of `message`, the latest due first; one query."""
    orders = telling(dispatches_list(actor), Rendition.objects.filter(version__message=message))
    light = orders.select_related(None).select_related("outlet", "rendition__version").only(*COLUMNS)
    rows = list(light[: MOST_SHOWN + 1])
    return MessageDispatches(rows[:MOST_SHOWN], len(rows) > MOST_SHOWN, _pause(rows, now=now))


def _pause(rows: list[Dispatch], *, now: datetime) -> int:
    waiting = [row for row in rows if row.state in OPEN]
    if not waiting:
        return 0
    return 5 if any(row.due_at <= now + SOON and row.state != DispatchState.SENT for row in waiting) else 60
