"""The sweeper: picks up what a crash left, closes what is over, names what is due."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.conf import settings

from cast import NOW, Cast
from delivery_rows import a_dispatch, an_approval
from fake_channel import FakeChannel
from loa.channels import registry
from loa.channels.ports import ChannelKind
from loa.core.models import AuditEntry
from loa.delivery.models import AttemptOutcome, Dispatch, DispatchState
from loa.delivery.models.dispatch import Priority
from loa.delivery.services.claim import claim_dispatch
from loa.delivery.services.deliver import deliver
from loa.delivery.services.sweep import release_orphans, sweep

LEASE = timedelta(seconds=settings.DELIVERY_LEASE_SECONDS)
LATE = NOW + timedelta(hours=3)


@pytest.fixture
def channel(monkeypatch: pytest.MonkeyPatch) -> FakeChannel:
    fake = FakeChannel()
    monkeypatch.setattr(registry, "_bound", dict.fromkeys(ChannelKind, fake))
    return fake


def claimed(cast: Cast, *, now: datetime = NOW) -> Dispatch:
    """A dispatch whose worker died after the claim."""
    dispatch = a_dispatch(cast, an_approval(cast))
    assert claim_dispatch(dispatch_id=dispatch.pk, now=now) is not None
    return dispatch


def state_of(dispatch: Dispatch) -> str:
    return Dispatch.objects.get(pk=dispatch.pk).state


def test_due_orders_are_named_the_urgent_first(cast: Cast) -> None:
    approval = an_approval(cast)
    late = a_dispatch(cast, approval, due_at=NOW + timedelta(minutes=2))
    early = a_dispatch(cast, approval, due_at=NOW)
    urgent = a_dispatch(cast, approval, due_at=NOW + timedelta(minutes=3))
    a_dispatch(cast, approval, due_at=LATE)
    Dispatch.objects.filter(pk=urgent.pk).update(priority=Priority.URGENT)
    assert sweep(now=NOW + timedelta(minutes=5)) == [urgent.pk, early.pk, late.pk]


def test_a_lease_holds_until_it_runs_out(cast: Cast) -> None:
    dispatch = claimed(cast)
    assert sweep(now=NOW + LEASE - timedelta(seconds=1)) == []
    assert state_of(dispatch) == DispatchState.SENDING
    assert sweep(now=NOW + LEASE) == [dispatch.pk]
    assert state_of(dispatch) == DispatchState.QUEUED
    attempt = dispatch.attempts.get()
    assert (attempt.outcome, attempt.ended_at) == (AttemptOutcome.LOST, NOW + LEASE)


def test_at_the_start_of_the_only_worker_every_claim_is_free_at_once(cast: Cast) -> None:
    dispatch = claimed(cast)
    assert release_orphans(now=NOW) == 1
    assert release_orphans(now=NOW) == 0
    assert sweep(now=NOW) == [dispatch.pk]


def test_a_lost_question_about_a_receipt_leaves_the_order_sent(cast: Cast, channel: FakeChannel) -> None:
    dispatch = a_dispatch(cast, an_approval(cast))
    deliver(dispatch_id=dispatch.pk, now=NOW)
    asked_at = NOW + timedelta(hours=1)
    assert claim_dispatch(dispatch_id=dispatch.pk, now=asked_at) is not None
    sweep(now=asked_at + LEASE)
    assert state_of(dispatch) == DispatchState.SENT


def test_an_order_that_kills_its_worker_each_time_waits_longer_and_longer(cast: Cast) -> None:
    dispatch = a_dispatch(cast, an_approval(cast))
    for _round in range(3):
        assert claim_dispatch(dispatch_id=dispatch.pk, now=NOW) is not None
        release_orphans(now=NOW)
        assert sweep(now=NOW) == [dispatch.pk]
    assert claim_dispatch(dispatch_id=dispatch.pk, now=NOW) is not None
    release_orphans(now=NOW)
    assert sweep(now=NOW) == []


def test_an_order_never_sent_in_its_window_is_missed(cast: Cast, channel: FakeChannel) -> None:
    dispatch = a_dispatch(cast, an_approval(cast))
    assert sweep(now=dispatch.expires_at) == []
    assert state_of(dispatch) == DispatchState.MISSED
    deliver(dispatch_id=dispatch.pk, now=LATE)
    assert channel.calls == []
    assert AuditEntry.objects.filter(code="delivery.dispatch.missed").count() == 1


def test_an_order_sent_and_never_answered_is_unknown(cast: Cast, channel: FakeChannel) -> None:
    dispatch = a_dispatch(cast, an_approval(cast))
    deliver(dispatch_id=dispatch.pk, now=NOW)
    sweep(now=dispatch.expires_at)
    assert state_of(dispatch) == DispatchState.UNKNOWN


def test_an_order_whose_only_try_was_lost_is_unknown_not_missed(cast: Cast) -> None:
    dispatch = claimed(cast, now=NOW + timedelta(hours=2) - timedelta(seconds=1))
    assert sweep(now=LATE) == []
    assert state_of(dispatch) == DispatchState.UNKNOWN


def test_sweeping_twice_changes_nothing_more(cast: Cast) -> None:
    claimed(cast)
    sweep(now=LATE)
    lines = AuditEntry.objects.count()
    sweep(now=LATE)
    assert AuditEntry.objects.count() == lines
