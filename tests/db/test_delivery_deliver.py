"""One try: claimed, sent with no transaction open, written down as it was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings

from cast import NOW, Cast
from delivery_rows import a_dispatch, an_approval
from fake_channel import FakeChannel, a_receipt
from loa.channels import registry
from loa.channels.ports import (
    Accepted,
    ChannelKind,
    DeliveryDelayed,
    DeliveryRefused,
    DispatchOrder,
)
from loa.core.models import AuditEntry
from loa.core.services import audit
from loa.delivery.models import AttemptOutcome, DeliveryAttempt, Dispatch, DispatchState
from loa.delivery.services.claim import claim_dispatch
from loa.delivery.services.deliver import deliver
from loa.delivery.services.record_receipt import record_receipt
from loa.delivery.services.sweep import sweep
from loa.editorial.models import VersionState

HOUR = timedelta(hours=1)


@pytest.fixture
def channel(monkeypatch: pytest.MonkeyPatch) -> FakeChannel:
    """The far end of every kind of channel."""
    fake = FakeChannel()
    monkeypatch.setattr(registry, "_bound", dict.fromkeys(ChannelKind, fake))
    return fake


def raising(error: Exception) -> Callable[[DispatchOrder], None]:
    def fail(order: DispatchOrder) -> None:
        raise error

    return fail


def fresh(dispatch: Dispatch) -> Dispatch:
    return Dispatch.objects.get(pk=dispatch.pk)


def only_attempt(dispatch: Dispatch) -> DeliveryAttempt:
    return DeliveryAttempt.objects.get(dispatch=dispatch)


def test_an_accepted_order_is_sent_and_its_receipt_awaited(cast: Cast, channel: FakeChannel) -> None:
    dispatch = a_dispatch(cast, an_approval(cast))
    deliver(dispatch_id=dispatch.pk, now=NOW)
    row = fresh(dispatch)
    assert (row.state, row.tries, row.lease_until) == (DispatchState.SENT, 1, None)
    assert row.next_try_at is not None
    assert row.next_try_at >= NOW + timedelta(seconds=settings.DELIVERY_RECEIPT_WAIT_SECONDS)
    assert only_attempt(dispatch).outcome == AttemptOutcome.ACCEPTED


def test_the_order_says_all_the_far_end_needs(cast: Cast, channel: FakeChannel) -> None:
    approval = an_approval(cast)
    dispatch = a_dispatch(cast, approval, ChannelKind.NOTICE_BOARD)
    deliver(dispatch_id=dispatch.pk, now=NOW)
    (order,) = channel.calls
    assert (order.key, order.sequence, order.commune_code) == (str(dispatch.key), 1, "dong-suong")
    assert (order.not_before, order.expires_at) == (dispatch.due_at, dispatch.expires_at)
    assert order.approval_hash == approval.set_hash
    assert order.files[0].form == "poster"
    assert len(order.files) == approval.version.renditions.count()
    assert all(Path(file.path).stat().st_size == file.size for file in order.files)
    assert order.facts["page_url"] == "http://127.0.0.1:8080/tin/K7M2/"
    assert order.facts["approved_on"] == "03/9/2025"


def test_a_loudspeaker_gets_its_audio_only(cast: Cast, channel: FakeChannel) -> None:
    deliver(dispatch_id=a_dispatch(cast, an_approval(cast)).pk, now=NOW)
    assert [file.form for file in channel.calls[0].files] == ["audio"]


def test_a_receipt_given_at_once_makes_it_played(cast: Cast, channel: FakeChannel) -> None:
    channel.answers = True
    dispatch = a_dispatch(cast, an_approval(cast), ChannelKind.PORTAL)
    deliver(dispatch_id=dispatch.pk, now=NOW)
    assert fresh(dispatch).state == DispatchState.PLAYED
    assert fresh(dispatch).receipts.count() == 1


def test_a_delayed_order_comes_back_later_under_the_same_key(cast: Cast, channel: FakeChannel) -> None:
    channel.before = raising(DeliveryDelayed("loa đang tắt"))
    dispatch = a_dispatch(cast, an_approval(cast))
    deliver(dispatch_id=dispatch.pk, now=NOW)
    row = fresh(dispatch)
    assert row.state == DispatchState.QUEUED
    assert row.next_try_at is not None
    assert timedelta(seconds=4) <= row.next_try_at - NOW <= timedelta(seconds=7)  # 5 s, give or take 20 %
    assert only_attempt(dispatch).detail == "loa đang tắt"

    deliver(dispatch_id=dispatch.pk, now=NOW + timedelta(seconds=1))
    assert len(channel.calls) == 1  # not yet

    channel.before = lambda order: None
    deliver(dispatch_id=dispatch.pk, now=NOW + timedelta(seconds=10))
    assert fresh(dispatch).state == DispatchState.SENT
    assert channel.calls[0] == channel.calls[1]


def test_a_refused_order_is_never_sent_again(cast: Cast, channel: FakeChannel) -> None:
    channel.before = raising(DeliveryRefused("sai khóa"))
    dispatch = a_dispatch(cast, an_approval(cast))
    deliver(dispatch_id=dispatch.pk, now=NOW)
    deliver(dispatch_id=dispatch.pk, now=NOW + HOUR)
    assert fresh(dispatch).state == DispatchState.REFUSED
    assert len(channel.calls) == 1


def test_a_failure_the_channel_does_not_name_is_tried_again(cast: Cast, channel: FakeChannel) -> None:
    channel.before = raising(RuntimeError("boom"))
    dispatch = a_dispatch(cast, an_approval(cast))
    deliver(dispatch_id=dispatch.pk, now=NOW)
    assert fresh(dispatch).state == DispatchState.QUEUED
    assert only_attempt(dispatch).outcome == AttemptOutcome.LOST
    assert "RuntimeError" in only_attempt(dispatch).detail


def test_a_channel_nobody_serves_is_a_delay(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "_bound", {})
    dispatch = a_dispatch(cast, an_approval(cast))
    deliver(dispatch_id=dispatch.pk, now=NOW)
    assert only_attempt(dispatch).outcome == AttemptOutcome.DELAYED


def test_an_approval_that_fell_after_planning_stops_the_order(cast: Cast, channel: FakeChannel) -> None:
    approval = an_approval(cast)
    dispatch = a_dispatch(cast, approval)
    approval.version.state = VersionState.VOID
    approval.version.save()
    deliver(dispatch_id=dispatch.pk, now=NOW)
    assert channel.calls == []
    assert fresh(dispatch).state == DispatchState.REFUSED


def test_a_file_that_changed_in_the_store_does_not_go_out(cast: Cast, channel: FakeChannel) -> None:
    dispatch = a_dispatch(cast, an_approval(cast))
    sha256 = dispatch.rendition.sha256
    path = Path(settings.CONTENT_DIR) / sha256[:2] / f"{sha256}.mp3"
    path.chmod(0o644)
    path.write_bytes(b"something else")
    deliver(dispatch_id=dispatch.pk, now=NOW)
    assert channel.calls == []
    assert (fresh(dispatch).state, only_attempt(dispatch).outcome) == (DispatchState.QUEUED, AttemptOutcome.DELAYED)


@pytest.mark.parametrize("early", [timedelta(seconds=-1), timedelta(hours=2)])
def test_nothing_is_sent_outside_the_window(cast: Cast, channel: FakeChannel, early: timedelta) -> None:
    dispatch = a_dispatch(cast, an_approval(cast))
    deliver(dispatch_id=dispatch.pk, now=NOW + early)
    assert channel.calls == []


def test_a_claim_is_given_once(cast: Cast, channel: FakeChannel) -> None:
    dispatch = a_dispatch(cast, an_approval(cast))
    first = claim_dispatch(dispatch_id=dispatch.pk, now=NOW)
    assert first is not None
    assert first.number == 1
    assert claim_dispatch(dispatch_id=dispatch.pk, now=NOW) is None


def test_an_overdue_receipt_is_asked_for_under_the_same_key_with_longer_and_longer_waits(
    cast: Cast, channel: FakeChannel
) -> None:
    dispatch = a_dispatch(cast, an_approval(cast), lasts=timedelta(days=1))
    now, waits = NOW, []
    for _round in range(5):
        deliver(dispatch_id=dispatch.pk, now=now)
        then = fresh(dispatch).next_try_at
        assert then is not None
        waits.append(round((then - now).total_seconds() / settings.DELIVERY_RECEIPT_WAIT_SECONDS))
        now = then
    assert waits == [1, 2, 4, 8, 10]
    assert len(channel.effects) == 1


def test_a_work_order_is_never_handed_out_again(cast: Cast, channel: FakeChannel) -> None:
    dispatch = a_dispatch(cast, an_approval(cast), ChannelKind.NOTICE_BOARD)
    deliver(dispatch_id=dispatch.pk, now=NOW)
    assert fresh(dispatch).next_try_at is None
    assert sweep(now=NOW + HOUR) == []


def test_what_was_accepted_stays_sent_when_the_far_end_is_away_later(cast: Cast, channel: FakeChannel) -> None:
    dispatch = a_dispatch(cast, an_approval(cast))
    deliver(dispatch_id=dispatch.pk, now=NOW)
    channel.before = raising(DeliveryDelayed("mất mạng"))
    deliver(dispatch_id=dispatch.pk, now=NOW + HOUR)
    assert (fresh(dispatch).state, fresh(dispatch).tries) == (DispatchState.SENT, 2)
    channel.before = raising(DeliveryRefused("đã quá hạn"))
    deliver(dispatch_id=dispatch.pk, now=NOW + HOUR + timedelta(minutes=10))
    assert (fresh(dispatch).state, fresh(dispatch).next_try_at) == (DispatchState.SENT, None)


def test_a_receipt_that_overtakes_the_end_of_the_try_is_not_taken_back(cast: Cast, channel: FakeChannel) -> None:
    def answer_first(order: DispatchOrder) -> None:
        record_receipt(event=a_receipt(order.key, at=NOW), now=NOW)

    channel.after = answer_first
    dispatch = a_dispatch(cast, an_approval(cast))
    deliver(dispatch_id=dispatch.pk, now=NOW)
    assert fresh(dispatch).state == DispatchState.PLAYED
    assert only_attempt(dispatch).outcome == AttemptOutcome.ACCEPTED


def test_a_receipt_ends_the_try_of_a_worker_that_died(cast: Cast, channel: FakeChannel) -> None:
    dispatch = a_dispatch(cast, an_approval(cast))
    assert claim_dispatch(dispatch_id=dispatch.pk, now=NOW) is not None
    record_receipt(event=a_receipt(str(dispatch.key), at=NOW), now=NOW)
    row = fresh(dispatch)
    assert (row.state, row.lease_until) == (DispatchState.PLAYED, None)
    assert only_attempt(dispatch).outcome == AttemptOutcome.ACCEPTED
    assert sweep(now=NOW + HOUR) == []


def test_an_order_withdrawn_while_it_is_sent_stays_withdrawn(cast: Cast, channel: FakeChannel) -> None:
    def withdraw(order: DispatchOrder) -> None:
        Dispatch.objects.filter(key=order.key).update(state=DispatchState.WITHDRAWN, lease_until=None)

    channel.after = withdraw
    dispatch = a_dispatch(cast, an_approval(cast))
    deliver(dispatch_id=dispatch.pk, now=NOW)
    assert fresh(dispatch).state == DispatchState.WITHDRAWN
    assert only_attempt(dispatch).outcome == AttemptOutcome.ACCEPTED


def test_a_worker_whose_lease_ran_out_writes_nothing_over_the_next_try(cast: Cast, channel: FakeChannel) -> None:
    dispatch = a_dispatch(cast, an_approval(cast))
    later = NOW + timedelta(seconds=settings.DELIVERY_LEASE_SECONDS + 1)

    def oversleep(order: DispatchOrder) -> None:
        channel.after = lambda order: None
        assert sweep(now=later) == [dispatch.pk]
        assert claim_dispatch(dispatch_id=dispatch.pk, now=later) is not None

    channel.after = oversleep
    deliver(dispatch_id=dispatch.pk, now=NOW)
    assert (fresh(dispatch).state, fresh(dispatch).tries) == (DispatchState.SENDING, 2)
    outcomes = list(fresh(dispatch).attempts.order_by("number").values_list("outcome", flat=True))
    assert outcomes == [AttemptOutcome.LOST, AttemptOutcome.OPEN]


def test_a_receipt_of_the_channel_about_another_order_is_not_believed(cast: Cast, channel: FakeChannel) -> None:
    dispatch = a_dispatch(cast, an_approval(cast), ChannelKind.PORTAL)
    stranger = FakeChannel(answers=True)

    class Confused:
        def send(self, order: DispatchOrder) -> Accepted:
            return stranger.send(replace(order, key="00000000-0000-4000-8000-000000000000"))

    registry.bind(ChannelKind.PORTAL, Confused())
    deliver(dispatch_id=dispatch.pk, now=NOW)
    assert (fresh(dispatch).state, fresh(dispatch).receipts.count()) == (DispatchState.SENT, 0)


def test_the_trail_tells_each_step(cast: Cast, channel: FakeChannel) -> None:
    channel.answers = True
    deliver(dispatch_id=a_dispatch(cast, an_approval(cast), ChannelKind.PORTAL).pk, now=NOW)
    codes = list(AuditEntry.objects.filter(code__startswith="delivery.").values_list("code", flat=True))
    assert codes == ["delivery.dispatch.planned", "delivery.dispatch.sent", "delivery.receipt.recorded"]
    assert audit.first_broken_line() is None
