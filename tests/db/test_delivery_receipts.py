"""Receipts: each once, one played per dispatch, and no proof taken back."""

from __future__ import annotations

from datetime import timedelta

import pytest

from cast import NOW, Cast
from delivery_rows import a_dispatch, an_approval
from fake_channel import FakeChannel, a_receipt
from loa.channels import registry
from loa.channels.ports import ChannelKind, Outcome, ReceiptRejected
from loa.core.models import AuditEntry
from loa.delivery.models import DeliveryReceipt, Dispatch, DispatchState
from loa.delivery.selectors import delivery_counts, dispatches_of, work_orders_open
from loa.delivery.services.deliver import deliver
from loa.delivery.services.record_receipt import record_receipt
from loa.delivery.services.sweep import sweep

LATE = NOW + timedelta(hours=3)


@pytest.fixture
def sent(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> Dispatch:
    """A dispatch that a loudspeaker has accepted and not yet answered."""
    monkeypatch.setattr(registry, "_bound", dict.fromkeys(ChannelKind, FakeChannel()))
    dispatch = a_dispatch(cast, an_approval(cast))
    deliver(dispatch_id=dispatch.pk, now=NOW)
    return Dispatch.objects.get(pk=dispatch.pk)


def state_of(dispatch: Dispatch) -> str:
    return Dispatch.objects.get(pk=dispatch.pk).state


def receive(dispatch: Dispatch, outcome: Outcome = Outcome.PLAYED, name: str = "1") -> DeliveryReceipt:
    return record_receipt(event=a_receipt(str(dispatch.key), at=NOW, outcome=outcome, name=name), now=NOW)


@pytest.mark.parametrize(
    ("outcome", "state"),
    [
        (Outcome.PLAYED, DispatchState.PLAYED),
        (Outcome.PARTIAL, DispatchState.MISSED),
        (Outcome.MISSED, DispatchState.MISSED),
        (Outcome.REFUSED, DispatchState.REFUSED),
    ],
)
def test_a_receipt_lifts_the_dispatch_to_what_it_proves(sent: Dispatch, outcome: Outcome, state: str) -> None:
    receipt = receive(sent, outcome)
    assert (state_of(sent), receipt.outcome) == (state, outcome)
    assert sweep(now=NOW + timedelta(hours=1)) == []  # answered: nothing is asked again


def test_the_same_receipt_twice_is_one(sent: Dispatch) -> None:
    assert receive(sent).pk == receive(sent).pk
    assert DeliveryReceipt.objects.count() == 1


def test_a_second_played_receipt_is_kept_out_with_one_line_in_the_trail(sent: Dispatch) -> None:
    first = receive(sent)
    assert receive(sent, name="2").pk == first.pk
    assert receive(sent, name="2").pk == first.pk
    assert receive(sent, name="3").pk == first.pk
    assert DeliveryReceipt.objects.count() == 1
    assert AuditEntry.objects.filter(code="delivery.receipt.kept_out").count() == 2


@pytest.mark.parametrize("outcome", [Outcome.MISSED, Outcome.PARTIAL, Outcome.REFUSED])
def test_played_is_never_taken_back(sent: Dispatch, outcome: Outcome) -> None:
    receive(sent)
    receive(sent, outcome, name="2")
    assert state_of(sent) == DispatchState.PLAYED


def test_heard_is_never_taken_back(sent: Dispatch) -> None:
    Dispatch.objects.filter(pk=sent.pk).update(state=DispatchState.HEARD)
    receive(sent)
    assert state_of(sent) == DispatchState.HEARD


def test_a_late_receipt_corrects_unknown_and_missed(sent: Dispatch) -> None:
    sweep(now=LATE)
    assert state_of(sent) == DispatchState.UNKNOWN
    receive(sent, Outcome.MISSED)
    assert state_of(sent) == DispatchState.MISSED
    receive(sent, Outcome.PLAYED, name="2")
    assert state_of(sent) == DispatchState.PLAYED


def test_a_receipt_about_nothing_we_sent_is_rejected(cast: Cast, sent: Dispatch) -> None:
    never_sent = a_dispatch(cast, sent.approval, due_at=LATE)
    for key in ("", "loa-7", "00000000-0000-4000-8000-000000000000", str(never_sent.key)):
        with pytest.raises(ReceiptRejected):
            record_receipt(event=a_receipt(key, at=NOW), now=NOW)
    assert DeliveryReceipt.objects.count() == 0


def test_a_receipt_name_serves_one_order_only(cast: Cast, sent: Dispatch) -> None:
    other = a_dispatch(cast, sent.approval, due_at=NOW + timedelta(seconds=1))
    deliver(dispatch_id=other.pk, now=NOW + timedelta(seconds=1))
    first = receive(sent)
    event = a_receipt(str(other.key), at=NOW)
    object.__setattr__(event, "receipt_key", first.receipt_key)
    with pytest.raises(ReceiptRejected):
        record_receipt(event=event, now=NOW)


@pytest.mark.parametrize("name", ["", "x" * 81])
def test_a_receipt_name_that_cannot_be_kept_is_rejected(sent: Dispatch, name: str) -> None:
    event = a_receipt(str(sent.key), at=NOW)
    object.__setattr__(event, "receipt_key", name)
    with pytest.raises(ReceiptRejected):
        record_receipt(event=event, now=NOW)


def test_counts_are_of_played_receipts_and_say_which_were_simulated(cast: Cast, sent: Dispatch) -> None:
    campaign = sent.rendition.version.message.campaign
    a_dispatch(cast, sent.approval, due_at=LATE)
    record_receipt(event=a_receipt(str(sent.key), at=NOW, is_simulated=True), now=NOW)
    counts = delivery_counts(campaign)
    assert (counts.dispatches, counts.receipts, counts.simulated) == (2, 1, 1)


def test_a_commune_sees_its_own_orders_only(cast: Cast, sent: Dispatch) -> None:
    campaign = sent.rendition.version.message.campaign
    board = a_dispatch(cast, sent.approval, ChannelKind.NOTICE_BOARD)
    deliver(dispatch_id=board.pk, now=NOW)
    assert set(dispatches_of(campaign, cast.tu.actor)) == {sent, board}
    assert list(dispatches_of(campaign, cast.binh.actor)) == []
    assert list(work_orders_open(cast.commune, cast.tu.actor)) == [board]
    assert list(work_orders_open(cast.commune, cast.binh.actor)) == []
