"""Counting: from rows to figures, real and simulated apart, each with the rows that prove it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db import models

from loa.channels.ports import ChannelKind, Outcome
from loa.core.services.audit import target_name
from loa.delivery.models import DeliveryAttempt, DispatchState
from loa.reports import indicators as table
from loa.reports.period import Period
from loa.reports.selectors.ledger import DispatchLine, Ledger

CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Proof:
    """One row that counts: its name, when it happened, what it adds; the same `thing` is counted once."""

    name: str
    at: datetime
    is_simulated: bool
    thing: int
    amount: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class Count:
    """One figure before it is stored; None where nothing could be counted."""

    indicator: str
    value: Decimal | None
    simulated: Decimal
    cumulative: Decimal | None
    proofs: tuple[str, ...]


def count_all(ledger: Ledger, period: Period) -> tuple[Count, ...]:
    """Every figure of the period, in the order of the report."""
    tally = _Tally(period)
    counts = [
        tally.count(
            table.MESSAGES_APPROVED.key,
            [_proof(row, row.approved_at, thing=row.version.message_id) for row in ledger.approvals],
        ),
        tally.count(
            table.EVIDENCE_ADDED.key,
            [_proof(row, row.added_at, is_simulated=row.is_simulated) for row in ledger.evidence],
        ),
    ]
    for channel in ledger.channels:
        counts.extend(_channel_counts(tally, channel, lines=ledger.of_channel(channel)))
    counts.extend(_topic_counts(tally, ledger))
    return tuple(counts)


class _Tally:
    """Turns proofs into counts over one period."""

    def __init__(self, period: Period) -> None:
        self.period = period

    def count(self, key: str, proofs: Iterable[Proof], *, asked: Sequence[datetime] | None = None) -> Count:
        """Count `proofs`.

        :param asked: when a real answer came at all; 0 is known only where one did, otherwise nothing was counted.
        """
        proofs = [proof for proof in proofs if proof.at < self.period.end_at]
        inside = [proof for proof in proofs if self.period.holds(proof.at)]
        answered = [at for at in asked or () if at < self.period.end_at]
        return Count(
            indicator=key,
            value=_known(_real(inside), is_answered=any(self.period.holds(at) for at in answered)),
            simulated=_sum([proof for proof in inside if proof.is_simulated]),
            cumulative=_known(_real(proofs), is_answered=bool(answered)),
            proofs=tuple(proof.name for proof in inside),
        )


def _channel_counts(tally: _Tally, channel: ChannelKind, *, lines: Sequence[DispatchLine]) -> Iterator[Count]:
    planned = [_proof(line.row, line.row.due_at, is_simulated=line.is_simulated) for line in lines]
    yield tally.count(table.channel_key(table.PLANNED, channel), planned)
    yield tally.count(
        table.channel_key(table.SENT, channel),
        [proof for line in lines for proof in _sent_proofs(line)],
        asked=[line.row.due_at for line in lines if not line.is_simulated],
    )
    asked = [at for line in lines for at in _real_answers(line)]
    yield tally.count(
        table.channel_key(table.PLAYED, channel),
        [proof for line in lines for proof in _played_proofs(line, thing=line.row.pk)],
        asked=asked,
    )
    yield tally.count(
        table.channel_key(table.HEARD, channel), [proof for line in lines for proof in _heard_proofs(line)]
    )
    if channel is ChannelKind.LOUDSPEAKER:
        yield tally.count(
            table.BROADCAST_MINUTES.key, [proof for line in lines for proof in _minute_proofs(line)], asked=asked
        )


def _topic_counts(tally: _Tally, ledger: Ledger) -> Iterator[Count]:
    for topic in ledger.topics:
        lines = ledger.of_topic(topic.pk)
        yield tally.count(
            table.row_key(table.TOPIC_TOLD, topic.pk),
            [proof for line in lines for proof in _played_proofs(line, thing=line.message_id)],
            asked=[at for line in lines for at in _real_answers(line)],
        )


def _proof(row: models.Model, at: datetime, *, is_simulated: bool = False, thing: int | None = None) -> Proof:
    return Proof(name=target_name(row), at=at, is_simulated=is_simulated, thing=row.pk if thing is None else thing)


def _sent_proofs(line: DispatchLine) -> Iterator[Proof]:
    if line.accepted is not None:
        pk, at = line.accepted
        yield Proof(
            name=f"{DeliveryAttempt._meta.label_lower}:{pk}", at=at, is_simulated=line.is_simulated, thing=line.row.pk
        )


def _played_proofs(line: DispatchLine, *, thing: int) -> Iterator[Proof]:
    for receipt in line.played:
        yield _proof(receipt, receipt.happened_at, is_simulated=receipt.is_simulated, thing=thing)


def _heard_proofs(line: DispatchLine) -> Iterator[Proof]:
    """A dispatch is heard when a person said so, and once, by whoever said it first.

    The person's receipt proves it; where the state alone says so, it is dated by the evidence, else the last receipt.
    """
    heard = [receipt for receipt in line.receipts if receipt.outcome == Outcome.HEARD]
    if heard:
        yield _proof(heard[0], heard[0].happened_at, is_simulated=heard[0].is_simulated, thing=line.row.pk)
        return
    if line.row.state != DispatchState.HEARD:
        return
    for row in line.evidence:
        yield _proof(row, row.added_at, is_simulated=row.is_simulated, thing=line.row.pk)
    if not line.evidence:
        at = line.receipts[-1].happened_at if line.receipts else line.row.due_at
        yield _proof(line.row, at, is_simulated=line.is_simulated)


def _real_answers(line: DispatchLine) -> Iterator[datetime]:
    """When a real far end said how the order went; a listener's word says nothing new about that."""
    for receipt in line.receipts:
        if not receipt.is_simulated and receipt.outcome != Outcome.HEARD:
            yield receipt.happened_at


def _minute_proofs(line: DispatchLine) -> Iterator[Proof]:
    """Every receipt adds its own seconds: a repeated play is heard twice."""
    for receipt in line.receipts:
        if receipt.outcome in {Outcome.PLAYED, Outcome.PARTIAL} and receipt.seconds:
            minutes = Decimal(str(receipt.seconds)) / 60
            yield Proof(
                name=target_name(receipt),
                at=receipt.happened_at,
                is_simulated=receipt.is_simulated,
                thing=receipt.pk,
                amount=minutes,
            )


def _real(proofs: Iterable[Proof]) -> list[Proof]:
    return [proof for proof in proofs if not proof.is_simulated]


def _sum(proofs: Iterable[Proof]) -> Decimal:
    """The amounts of the things, each counted once."""
    once = {proof.thing: proof.amount for proof in proofs}
    return sum(once.values(), Decimal(0)).quantize(CENT)


def _known(proofs: list[Proof], *, is_answered: bool) -> Decimal | None:
    return _sum(proofs) if proofs or is_answered else None
