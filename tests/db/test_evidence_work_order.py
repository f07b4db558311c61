"""Closing a work order: a person's proof is the receipt, once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from cast import NOW, Cast
from delivery_rows import a_dispatch, an_approval
from fake_channel import FakeChannel
from loa.channels import registry
from loa.channels.ports import ChannelKind
from loa.core.actor import Actor
from loa.core.canonical import sha256_hex
from loa.core.models import AuditEntry
from loa.delivery.models import DeliveryReceipt, Dispatch, DispatchState
from loa.delivery.services.deliver import deliver
from loa.delivery.services.sweep import sweep
from loa.evidence.models import Evidence, EvidenceKind
from loa.evidence.refusals import AlreadyClosed, MayNotAddEvidence, NotAWorkOrder, UnusableFile
from loa.evidence.selectors import evidence_file
from loa.evidence.services import close_work_order as module
from loa.evidence.services.close_work_order import close_work_order
from loa.units.rights import Right
from pictures import a_photo

PDF = b"%PDF-1.7 phieu ghi %%EOF"


@pytest.fixture(autouse=True)
def channel(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "_bound", dict.fromkeys(ChannelKind, FakeChannel()))


@pytest.fixture
def order(cast: Cast) -> Dispatch:
    """A poster handed to a person."""
    dispatch = a_dispatch(cast, an_approval(cast), ChannelKind.NOTICE_BOARD)
    deliver(dispatch_id=dispatch.pk, now=NOW)
    return dispatch


def close(dispatch: Dispatch, actor: Actor, data: bytes = b"", *, is_simulated: bool = False) -> Evidence:
    return close_work_order(
        dispatch=dispatch,
        data=data or a_photo(),
        media_type="image/jpeg",
        note="Đã dán tại nhà văn hóa",
        actor=actor,
        at=NOW,
        is_simulated=is_simulated,
    )


def state_of(dispatch: Dispatch) -> str:
    return Dispatch.objects.get(pk=dispatch.pk).state


def test_a_photo_closes_the_order_as_played_and_is_its_receipt(cast: Cast, order: Dispatch) -> None:
    evidence = close(order, cast.tu.actor)
    receipt = DeliveryReceipt.objects.get()
    assert state_of(order) == DispatchState.PLAYED
    assert (receipt.source, receipt.outcome, receipt.is_simulated) == ("by-hand", "played", False)
    assert evidence.receipt == receipt
    assert (evidence.kind, evidence.added_by, evidence.commune) == (EvidenceKind.PHOTO, cast.tu.user, cast.commune)
    assert sha256_hex(evidence_file(evidence).read_bytes()) == evidence.sha256
    assert AuditEntry.objects.filter(code="evidence.evidence.added", actor=cast.tu.actor.key).count() == 1


def test_a_log_sheet_as_pdf_will_do_whatever_the_sender_calls_it(cast: Cast, order: Dispatch) -> None:
    evidence = close(order, cast.tu.actor, PDF)
    assert (evidence.kind, evidence.media_type) == (EvidenceKind.LOG_SHEET, "application/pdf")
    assert evidence_file(evidence).read_bytes() == PDF


def test_the_same_photo_again_is_the_same_row(cast: Cast, order: Dispatch) -> None:
    assert close(order, cast.tu.actor).pk == close(order, cast.dung.actor).pk
    assert (Evidence.objects.count(), DeliveryReceipt.objects.count()) == (1, 1)


def test_another_photo_later_is_told_who_was_first(cast: Cast, order: Dispatch) -> None:
    close(order, cast.tu.actor)
    with pytest.raises(AlreadyClosed, match="Tư đã nộp minh chứng cho lệnh này lúc 17:00 03/09/2025"):
        close(order, cast.dung.actor, a_photo("another"))
    assert (Evidence.objects.count(), DeliveryReceipt.objects.count()) == (1, 1)


def test_the_simulated_mark_reaches_proof_and_receipt(cast: Cast, order: Dispatch) -> None:
    evidence = close(order, cast.tu.actor, is_simulated=True)
    assert evidence.is_simulated
    assert DeliveryReceipt.objects.get().is_simulated


def test_proof_of_work_done_in_time_is_taken_after_the_window(cast: Cast, order: Dispatch) -> None:
    sweep(now=NOW + timedelta(days=1))
    assert state_of(order) == DispatchState.UNKNOWN
    close(order, cast.tu.actor)
    assert state_of(order) == DispatchState.PLAYED


def test_strangers_and_machines_bring_no_proof(cast: Cast, order: Dispatch) -> None:
    neighbour = Actor(key=cast.binh.actor.key, scope_id=cast.other_commune.pk, rights=frozenset({Right.ADD_EVIDENCE}))
    machine = Actor(key="system:worker", scope_id=cast.commune.pk, rights=frozenset({Right.ADD_EVIDENCE}))
    for actor in (cast.lan.actor, neighbour, machine):
        with pytest.raises(MayNotAddEvidence):
            close(order, actor)
    assert Evidence.objects.count() == 0


def test_a_machine_s_order_takes_no_proof_by_hand(cast: Cast, order: Dispatch) -> None:
    loudspeaker = a_dispatch(cast, order.approval)
    deliver(dispatch_id=loudspeaker.pk, now=NOW)
    with pytest.raises(NotAWorkOrder):
        close(loudspeaker, cast.tu.actor)


def test_an_order_not_handed_out_yet_takes_no_proof(cast: Cast, order: Dispatch) -> None:
    later = a_dispatch(cast, order.approval, ChannelKind.NOTICE_BOARD, due_at=NOW + timedelta(days=1))
    with pytest.raises(NotAWorkOrder, match="Chờ phát"):
        close(later, cast.tu.actor)


def test_an_unusable_file_leaves_the_order_open(cast: Cast, order: Dispatch) -> None:
    with pytest.raises(UnusableFile):
        close(order, cast.tu.actor, b"khong phai anh")
    assert state_of(order) == DispatchState.SENT


class Killed(BaseException):
    pass


@pytest.mark.parametrize("step", ["record_receipt", "audit", "store"])
def test_a_death_at_any_step_leaves_nothing_half_done(
    cast: Cast, order: Dispatch, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def then_die(whole: Callable[..., object]) -> Callable[..., object]:
        def run(*args: object, **kwargs: object) -> object:
            whole(*args, **kwargs)
            raise Killed

        return run

    places = {
        "record_receipt": (module, "record_receipt"),
        "audit": (module.audit, "record"),
        "store": (module.ContentStore, "put"),
    }
    place, name = places[step]
    with monkeypatch.context() as patch:
        patch.setattr(place, name, then_die(getattr(place, name)))
        with pytest.raises(Killed):
            close(order, cast.tu.actor)
    assert (Evidence.objects.count(), DeliveryReceipt.objects.count()) == (0, 0)
    assert state_of(order) == DispatchState.SENT
    close(order, cast.tu.actor)
    assert (Evidence.objects.count(), DeliveryReceipt.objects.count()) == (1, 1)
