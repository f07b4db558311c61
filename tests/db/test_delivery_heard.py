"""Nghe rõ: only a person at the place says so, and only of what was played."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from cast import NOW, Cast
from delivery_rows import a_dispatch, an_approval
from loa.channels.ports import ChannelKind, Outcome, ReceiptEvent, ReceiptRejected
from loa.core.clock import VIETNAM
from loa.core.models import AuditEntry
from loa.delivery.models import DeliveryReceipt, Dispatch, DispatchState
from loa.delivery.refusals import CannotConfirm
from loa.delivery.selectors import delivery_counts
from loa.delivery.services.confirm_heard import confirm_heard
from loa.delivery.services.record_receipt import record_receipt
from loa.evidence.refusals import MayNotAddEvidence
from loa.evidence.services.close_work_order import close_work_order
from loa.reports.services.build_report import build_report
from report_rows import Scene

LATER = NOW + timedelta(hours=1)


def an_event(
    dispatch: Dispatch, outcome: Outcome, *, source: str = "player", is_simulated: bool = False
) -> ReceiptEvent:
    return ReceiptEvent(
        key=str(dispatch.key),
        receipt_key=f"{source}-{outcome}-{dispatch.pk}",
        outcome=outcome,
        happened_at=NOW,
        source=source,
        is_simulated=is_simulated,
        seconds=60,
    )


def a_sent(cast: Cast, channel: ChannelKind = ChannelKind.LOUDSPEAKER) -> Dispatch:
    dispatch = a_dispatch(cast, an_approval(cast), channel)
    Dispatch.objects.filter(pk=dispatch.pk).update(state=DispatchState.SENT, tries=1)
    dispatch.refresh_from_db()
    return dispatch


def a_played(cast: Cast, channel: ChannelKind = ChannelKind.LOUDSPEAKER, *, is_simulated: bool = False) -> Dispatch:
    dispatch = a_sent(cast, channel)
    record_receipt(event=an_event(dispatch, Outcome.PLAYED, is_simulated=is_simulated), now=NOW)
    dispatch.refresh_from_db()
    return dispatch


def test_a_person_lifts_what_was_played_to_heard(cast: Cast) -> None:
    dispatch = a_played(cast)
    receipt = confirm_heard(dispatch=dispatch, actor=cast.tu.actor, at=LATER)
    dispatch.refresh_from_db()
    assert dispatch.state == DispatchState.HEARD
    assert (receipt.outcome, receipt.source, receipt.happened_at) == (Outcome.HEARD, "person", LATER)
    assert receipt.receipt_key == f"person:{cast.tu.user.pk}:{dispatch.key}"
    assert not receipt.is_simulated
    line = AuditEntry.objects.get(code="delivery.dispatch.heard")
    assert (line.actor, line.target) == (cast.tu.actor.key, f"delivery.dispatch:{dispatch.pk}")


def test_what_nobody_could_hear_is_heard_as_simulated(cast: Cast) -> None:
    dispatch = a_played(cast, is_simulated=True)
    assert confirm_heard(dispatch=dispatch, actor=cast.tu.actor, at=LATER).is_simulated


def test_the_same_person_counts_once_and_another_adds_a_receipt(cast: Cast) -> None:
    dispatch = a_played(cast)
    first = confirm_heard(dispatch=dispatch, actor=cast.tu.actor, at=LATER)
    assert confirm_heard(dispatch=dispatch, actor=cast.tu.actor, at=LATER + timedelta(hours=1)) == first
    second = confirm_heard(dispatch=dispatch, actor=cast.dung.actor, at=LATER)
    assert second != first
    dispatch.refresh_from_db()
    assert dispatch.state == DispatchState.HEARD
    assert DeliveryReceipt.objects.filter(outcome=Outcome.HEARD).count() == 2
    counts = delivery_counts(dispatch.rendition.version.message.campaign)
    assert (counts.dispatches, counts.receipts, counts.simulated) == (1, 1, 0)


@pytest.mark.parametrize(
    "state", [state for state in DispatchState if state not in (DispatchState.PLAYED, DispatchState.HEARD)]
)
def test_without_a_proof_that_it_played_nothing_was_heard(cast: Cast, state: DispatchState) -> None:
    dispatch = a_sent(cast)
    Dispatch.objects.filter(pk=dispatch.pk).update(state=state)
    with pytest.raises(CannotConfirm, match=str(state.label)):
        confirm_heard(dispatch=dispatch, actor=cast.tu.actor, at=LATER)
    assert not DeliveryReceipt.objects.exists()


def test_a_poster_is_not_heard(cast: Cast) -> None:
    dispatch = a_played(cast, ChannelKind.NOTICE_BOARD)
    with pytest.raises(CannotConfirm, match="không phải loa"):
        confirm_heard(dispatch=dispatch, actor=cast.tu.actor, at=LATER)


@pytest.mark.parametrize("who", ["sau", "lan", "quy", "binh"])
def test_who_is_not_responsible_there_confirms_nothing(cast: Cast, who: str) -> None:
    dispatch = a_played(cast)
    with pytest.raises(CannotConfirm, match="chưa được giao"):
        confirm_heard(dispatch=dispatch, actor=getattr(cast, who).actor, at=LATER)
    dispatch.refresh_from_db()
    assert dispatch.state == DispatchState.PLAYED


@pytest.mark.parametrize("source", ["player", "read-back", "by-hand", "person"])
def test_no_far_end_may_say_that_somebody_heard_it(cast: Cast, source: str) -> None:
    dispatch = a_played(cast)
    with pytest.raises(ReceiptRejected, match="người nghe"):
        record_receipt(event=an_event(dispatch, Outcome.HEARD, source=source), now=LATER)
    dispatch.refresh_from_db()
    assert dispatch.state == DispatchState.PLAYED


def test_a_late_receipt_takes_nothing_heard_back(cast: Cast) -> None:
    dispatch = a_played(cast)
    confirm_heard(dispatch=dispatch, actor=cast.tu.actor, at=LATER)
    record_receipt(event=an_event(dispatch, Outcome.MISSED), now=LATER)
    dispatch.refresh_from_db()
    assert dispatch.state == DispatchState.HEARD


def test_a_hamlet_head_brings_no_proof_for_another_units_board(cast: Cast) -> None:
    dispatch = a_sent(cast, ChannelKind.NOTICE_BOARD)
    with pytest.raises(MayNotAddEvidence):
        close_work_order(
            dispatch=dispatch,
            data=b"%PDF-1.4",
            media_type="application/pdf",
            note="",
            is_simulated=False,
            actor=cast.sau.actor,
            at=LATER,
        )


def test_the_report_counts_what_people_heard_once_and_in_the_month_they_said_so(cast: Cast) -> None:
    scene = Scene(cast)
    due_at = datetime(2025, 9, 30, 17, 0, tzinfo=VIETNAM)
    dispatch = scene.played(scene.message(scene.topics[0]), scene.loudspeaker, due_at=due_at, seconds=60)
    october = datetime(2025, 10, 1, 8, 0, tzinfo=VIETNAM)
    for person in (cast.hanh, cast.dung):
        confirm_heard(dispatch=dispatch, actor=person.actor, at=october)
    first = dispatch.receipts.filter(outcome=Outcome.HEARD).order_by("pk").first()
    assert first is not None
    months = {}
    for month in ("2025-09", "2025-10", "2025-11"):
        report = build_report(commune=cast.commune, period=month, actor=cast.hanh.actor, at=october)
        figures = {row.indicator: row for row in report.figures.filter(indicator__endswith="loudspeaker")}
        months[month] = (figures["dispatches.played.loudspeaker"].value, figures["dispatches.heard.loudspeaker"].value)
        if month == "2025-10":
            assert figures["dispatches.heard.loudspeaker"].proofs == [f"delivery.deliveryreceipt:{first.pk}"]
            assert figures["minutes.loudspeaker"].value is None
    assert months == {"2025-09": (1, None), "2025-10": (None, 1), "2025-11": (None, None)}
