"""Fifty thousand dispatches over the year, in all states, with their tries, receipts and evidence."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path
from random import Random
from uuid import UUID

from django.conf import settings
from PIL import Image

from bench.data.chance import one_of
from bench.data.messages import BATCH, Desk
from bench.data.people import Town
from bench.data.size import NOW, START, YEAR, Size
from loa.channels.models import Outlet
from loa.channels.ports import ChannelKind, Outcome
from loa.core.content import ContentStore
from loa.delivery.models import AttemptOutcome, DeliveryAttempt, DeliveryReceipt, Dispatch, DispatchState
from loa.delivery.models.dispatch import Priority
from loa.delivery.rules import usual_form
from loa.delivery.services.confirm_heard import SOURCE as PERSON
from loa.evidence.models import Evidence, EvidenceKind
from loa.units.models import User
from loa.units.rights import Role

# Of a hundred orders whose time is past.
PAST = (
    (DispatchState.PLAYED, 58),
    (DispatchState.HEARD, 25),
    (DispatchState.MISSED, 6),
    (DispatchState.SENT, 3),
    (DispatchState.UNKNOWN, 3),
    (DispatchState.REFUSED, 2),
    (DispatchState.WITHDRAWN, 2),
)
AHEAD = ((DispatchState.QUEUED, 80), (DispatchState.PLANNED, 18), (DispatchState.WITHDRAWN, 2))
PRIORITIES = ((Priority.NORMAL, 90), (Priority.HIGH, 8), (Priority.URGENT, 2))
OUTCOMES = {
    DispatchState.PLAYED: Outcome.PLAYED,
    DispatchState.HEARD: Outcome.PLAYED,
    DispatchState.MISSED: Outcome.MISSED,
    DispatchState.REFUSED: Outcome.REFUSED,
}
NOT_TRIED = frozenset({DispatchState.QUEUED, DispatchState.PLANNED, DispatchState.WITHDRAWN})
FRESH = 60  # a dispatch brings out one of the so many newest approvals of its time
PROVED_BY_PHOTO = 0.7  # of what was brought out by hand


@dataclass(slots=True)
class Air:
    """What went out: rows in the order of their time."""

    dispatches: list[Dispatch] = field(default_factory=list)
    attempts: list[DeliveryAttempt] = field(default_factory=list)
    receipts: list[DeliveryReceipt] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)


def make_air(random: Random, town: Town, desk: Desk, *, size: Size) -> Air:
    """Orders at even steps over the year, the outlets in turn; what is due after now is still to come."""
    air = Air(dispatches=Dispatch.objects.bulk_create(_dispatches(random, town, desk, size), batch_size=BATCH))
    tried = [row for row in air.dispatches if row.state not in NOT_TRIED]
    air.attempts = DeliveryAttempt.objects.bulk_create(_attempts(random, tried), batch_size=BATCH)
    air.receipts = DeliveryReceipt.objects.bulk_create(_receipts(random, town, tried), batch_size=BATCH)
    air.evidence = Evidence.objects.bulk_create(_evidence(random, town, air.receipts), batch_size=BATCH)
    for outlet in town.outlets:
        outlet.last_sequence = sum(1 for row in air.dispatches if row.outlet_id == outlet.pk)
        outlet.save(update_fields=["last_sequence"])
    return air


def _dispatches(random: Random, town: Town, desk: Desk, size: Size) -> Iterator[Dispatch]:
    approved_at = [row.approved_at for row in desk.approvals]
    for number in range(size.dispatches):
        due_at = (START + YEAR * number / size.dispatches).replace(second=0, microsecond=0)
        outlet = town.outlets[number % len(town.outlets)]
        known = max(1, bisect.bisect_left(approved_at, due_at))
        approval = desk.approvals[random.randrange(max(0, known - FRESH), known)]
        state = one_of(random, PAST if due_at < NOW else AHEAD)
        if state is DispatchState.HEARD and not is_speaker(outlet):
            state = DispatchState.PLAYED  # only what sounds is heard
        yield Dispatch(
            outlet=outlet,
            rendition=desk.renditions[approval.version_id, usual_form(outlet.channel)],
            approval=approval,
            key=UUID(int=random.getrandbits(128), version=4),
            sequence=number // len(town.outlets) + 1,
            priority=one_of(random, PRIORITIES),
            state=state,
            due_at=due_at + timedelta(seconds=number % 60),
            expires_at=due_at + (timedelta(hours=2) if is_speaker(outlet) else timedelta(days=7)),
            created_at=due_at - timedelta(hours=6),
            tries=0 if state in NOT_TRIED else 1,
        )


def is_speaker(outlet: Outlet) -> bool:
    return outlet.channel == ChannelKind.LOUDSPEAKER


def _attempts(random: Random, dispatches: Sequence[Dispatch]) -> Iterator[DeliveryAttempt]:
    """One try each; every twentieth was delayed once before."""
    for row in dispatches:
        is_delayed = random.random() < 0.05
        if is_delayed:
            yield _attempt(row, number=1, outcome=AttemptOutcome.DELAYED, detail="Chưa nối được với cụm loa.")
        outcome = AttemptOutcome.REFUSED if row.state == DispatchState.REFUSED else AttemptOutcome.ACCEPTED
        yield _attempt(row, number=2 if is_delayed else 1, outcome=outcome)


def _attempt(row: Dispatch, *, number: int, outcome: AttemptOutcome, detail: str = "") -> DeliveryAttempt:
    started = row.due_at + timedelta(seconds=20 * number)
    return DeliveryAttempt(
        dispatch=row,
        number=number,
        started_at=started,
        ended_at=started + timedelta(seconds=1),
        outcome=outcome,
        detail=detail,
    )


def _receipts(random: Random, town: Town, dispatches: Sequence[Dispatch]) -> Iterator[DeliveryReceipt]:
    """What the far end said and, where it was heard, the word of the unit's head half an hour later."""
    heads = dict(zip((unit.pk for unit in town.hamlets), town.people[Role.HAMLET_HEAD], strict=True))
    for row in dispatches:
        outcome = OUTCOMES.get(DispatchState(row.state))
        if outcome is None:
            continue
        happened = row.due_at + timedelta(seconds=random.randint(40, 200))
        yield DeliveryReceipt(
            dispatch=row,
            receipt_key=f"bench:{row.key}",
            outcome=outcome,
            source=_source(row.outlet),
            happened_at=happened,
            received_at=happened + timedelta(seconds=3),
            is_simulated=False,
            seconds=random.randint(45, 180) if is_speaker(row.outlet) else None,
            raw='{"made-up": true}',
        )
        if row.state == DispatchState.HEARD:
            yield _word_of(heads[row.outlet.unit_id or 0], row, at=happened + timedelta(minutes=30))


def _word_of(head: User, dispatch: Dispatch, *, at: datetime) -> DeliveryReceipt:
    return DeliveryReceipt(
        dispatch=dispatch,
        receipt_key=f"{PERSON}:{head.pk}:{dispatch.key}",
        outcome=Outcome.HEARD,
        source=PERSON,
        happened_at=at,
        received_at=at,
        is_simulated=False,
    )


def _source(outlet: Outlet) -> str:
    if is_speaker(outlet):
        return "player"
    return "read-back" if outlet.channel == ChannelKind.PORTAL else "by-hand"


def _evidence(random: Random, town: Town, receipts: Sequence[DeliveryReceipt]) -> Iterator[Evidence]:
    photo = ContentStore(Path(settings.CONTENT_DIR)).put(_photo(), suffix=".png")
    for receipt in receipts:
        if receipt.source != "by-hand" or receipt.outcome != Outcome.PLAYED or random.random() > PROVED_BY_PHOTO:
            continue
        yield Evidence(
            commune=town.commune,
            dispatch=receipt.dispatch,
            receipt=receipt,
            kind=EvidenceKind.PHOTO,
            sha256=photo,
            media_type="image/png",
            note="Ảnh dán tại bảng tin.",
            added_at=_later(receipt.happened_at),
            added_by=random.choice(town.people[Role.OPERATOR]),
        )


def _later(at: datetime) -> datetime:
    return at + timedelta(minutes=2)


def _photo() -> bytes:
    out = BytesIO()
    Image.new("RGB", (320, 240), "#7a8f6a").save(out, "PNG")
    return out.getvalue()
