"""The rules of delivery that need no database: who answers by itself, what outranks what, how long to wait."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID

from django.conf import settings

from loa.channels.ports import ChannelKind, Outcome
from loa.delivery.models import DispatchState
from loa.editorial.ports import Form

# These far ends confirm by machine, so an overdue answer is asked for again. At all others a person brings the proof.
SELF_ANSWERING = frozenset({ChannelKind.LOUDSPEAKER, ChannelKind.PORTAL})

# What each kind of channel can bring out, its usual form first: a board shows paper and plays no sound.
FORMS_OF: Mapping[ChannelKind, tuple[Form, ...]] = {
    ChannelKind.LOUDSPEAKER: (Form.AUDIO,),
    ChannelKind.NOTICE_BOARD: (Form.POSTER,),
    ChannelKind.BULLETIN: (Form.PAGE, Form.POSTER),
    ChannelKind.DOCUMENT: (Form.POSTER, Form.TALKING_POINTS),
    ChannelKind.COMMUNICATOR: (Form.TALKING_POINTS, Form.SPOKEN_SCRIPT, Form.POSTER),
    ChannelKind.PORTAL: (Form.PAGE,),
    ChannelKind.SOCIAL: (Form.SOCIAL, Form.POSTER),
    ChannelKind.TELECOM: (Form.SMS,),
}

# How long after its time an order is still worth carrying out, if nobody sets another end: a late bulletin wakes a
# street, a late poster hangs as well as an early one.
LIFE_OF: Mapping[ChannelKind, timedelta] = {
    ChannelKind.LOUDSPEAKER: timedelta(hours=1),
    ChannelKind.NOTICE_BOARD: timedelta(days=7),
    ChannelKind.BULLETIN: timedelta(days=7),
    ChannelKind.DOCUMENT: timedelta(days=7),
    ChannelKind.COMMUNICATOR: timedelta(days=3),
    ChannelKind.PORTAL: timedelta(days=1),
    ChannelKind.SOCIAL: timedelta(days=1),
    ChannelKind.TELECOM: timedelta(hours=12),
}

# A message cut short is not a message played: PARTIAL counts as missed, and its receipt keeps the difference.
STATE_OF_OUTCOME: Mapping[Outcome, DispatchState] = {
    Outcome.PLAYED: DispatchState.PLAYED,
    Outcome.HEARD: DispatchState.HEARD,
    Outcome.PARTIAL: DispatchState.MISSED,
    Outcome.MISSED: DispatchState.MISSED,
    Outcome.REFUSED: DispatchState.REFUSED,
}

# How much is proved. Only a stronger state replaces a weaker one, so a late receipt corrects UNKNOWN and MISSED,
# and nothing takes PLAYED back. SENDING is a try under way: it proves nothing yet.
STRENGTH: Mapping[str, int] = {
    DispatchState.PLANNED: 0,
    DispatchState.QUEUED: 0,
    DispatchState.SENDING: 0,
    DispatchState.SENT: 1,
    DispatchState.UNKNOWN: 2,
    DispatchState.MISSED: 3,
    DispatchState.REFUSED: 3,
    DispatchState.WITHDRAWN: 4,
    DispatchState.PLAYED: 5,
    DispatchState.HEARD: 6,
}

LONGEST_RECEIPT_WAIT = 10  # times the first wait
LOST_TRIES_REPEATED_AT_ONCE = 3  # after these an order that ends its worker each time waits like a delayed one


def is_by_hand(channel: str) -> bool:
    """Whether a person carries out the orders of this channel and brings the proof."""
    return channel not in SELF_ANSWERING


def usual_form(channel: str) -> Form:
    """The form that this kind of channel brings out if nobody asks for another."""
    return FORMS_OF[ChannelKind(channel)][0]


def life_of(channel: str) -> timedelta:
    """How long after its due time an order of this kind of channel holds by default."""
    return LIFE_OF[ChannelKind(channel)]


def may_bring_out(channel: str, form: str) -> bool:
    """Whether this kind of channel can bring out a file of `form`."""
    return form in FORMS_OF[ChannelKind(channel)]


def is_stronger(state: str, than: str) -> bool:
    """Whether `state` proves more than `than`."""
    return STRENGTH[state] > STRENGTH[than]


def retry_wait(*, key: UUID, tries: int) -> timedelta:
    """How long to wait after try number `tries` (from 1): the configured step, spread by ±20 %.

    The spread comes from the key, so that a thousand orders delayed together do not come back together.
    """
    steps = settings.DELIVERY_RETRY_SECONDS
    step = steps[min(tries, len(steps)) - 1]
    digest = hashlib.sha256(f"{key}:{tries}".encode()).digest()
    spread = int.from_bytes(digest[:4], "big") / 2**32
    return timedelta(seconds=step * (0.8 + 0.4 * spread))


def receipt_wait(*, accepted: int) -> timedelta:
    """How long to wait for the receipt after the order was accepted `accepted` times: doubling, up to a limit."""
    factor = min(2 ** (accepted - 1), LONGEST_RECEIPT_WAIT)
    return timedelta(seconds=settings.DELIVERY_RECEIPT_WAIT_SECONDS * factor)


def wait_after_lost(*, key: UUID, tries: int) -> timedelta:
    """How long to wait after a try that nobody finished: not at all, unless it happens again and again."""
    return timedelta(0) if tries <= LOST_TRIES_REPEATED_AT_ONCE else retry_wait(key=key, tries=tries)
