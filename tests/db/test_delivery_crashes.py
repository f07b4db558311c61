"""A worker dies between any two steps, twice: nothing is lost, nothing is doubled."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.conf import settings

from cast import NOW, Cast
from delivery_rows import a_dispatch, an_approval
from fake_channel import FakeChannel
from loa.channels import registry
from loa.channels.ports import ChannelKind
from loa.core.services import audit
from loa.delivery.models import AttemptOutcome, DeliveryReceipt, Dispatch, DispatchState
from loa.delivery.services import deliver as steps
from loa.delivery.services.sweep import release_orphans, sweep


class Killed(BaseException):
    """The process is gone: no handler of the code under test may catch it."""


def before(name: str) -> Callable[[pytest.MonkeyPatch, FakeChannel], None]:
    """Die before step `name` of `deliver` begins."""

    def place(patch: pytest.MonkeyPatch, channel: FakeChannel) -> None:
        patch.setattr(steps, name, die)

    return place


def behind(name: str) -> Callable[[pytest.MonkeyPatch, FakeChannel], None]:
    """Die after step `name` of `deliver` has ended."""

    def place(patch: pytest.MonkeyPatch, channel: FakeChannel) -> None:
        whole = getattr(steps, name)

        def then_die(*args: Any, **kwargs: Any) -> None:
            whole(*args, **kwargs)
            die()

        patch.setattr(steps, name, then_die)

    return place


def before_the_effect(patch: pytest.MonkeyPatch, channel: FakeChannel) -> None:
    patch.setattr(channel, "before", die)


def after_the_effect(patch: pytest.MonkeyPatch, channel: FakeChannel) -> None:
    patch.setattr(channel, "after", die)


def die(*args: Any, **kwargs: Any) -> None:
    raise Killed


PLACES = {
    "before the claim": before("claim_dispatch"),
    "after the claim": behind("claim_dispatch"),
    "order made": behind("order_for"),
    "before the effect": before_the_effect,
    "after the effect": after_the_effect,
    "before the record": before("record_attempt"),
    "inside the record, try closed": behind("close_attempt"),
    "inside the record, receipt kept": behind("record_receipt"),
    "after the record": behind("record_attempt"),
}


@pytest.fixture
def channel(monkeypatch: pytest.MonkeyPatch) -> FakeChannel:
    fake = FakeChannel(answers=True)
    monkeypatch.setattr(registry, "_bound", {ChannelKind.PORTAL: fake})
    return fake


@contextmanager
def killed_at(place: str, channel: FakeChannel) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        PLACES[place](patch, channel)
        yield


def one_run(now: datetime) -> None:
    """What a worker does from its start to its first quiet moment."""
    release_orphans(now=now)
    for pk in sweep(now=now):
        steps.deliver(dispatch_id=pk, now=now)


@pytest.mark.heavy
@pytest.mark.parametrize("first", PLACES)
def test_two_deaths_at_any_two_steps_end_in_one_effect_and_one_receipt(
    cast: Cast, channel: FakeChannel, first: str
) -> None:
    approval = an_approval(cast)
    for day, second in enumerate(PLACES):
        due_at = NOW + timedelta(days=day)
        dispatch = a_dispatch(cast, approval, ChannelKind.PORTAL, due_at=due_at)
        die_twice((first, second), channel, due_at)

        row = Dispatch.objects.get(pk=dispatch.pk)
        assert row.state == DispatchState.PLAYED, second
        assert DeliveryReceipt.objects.filter(dispatch=dispatch).count() == 1
        assert row.attempts.count() == row.tries
        assert not row.attempts.filter(outcome=AttemptOutcome.OPEN).exists()
        assert str(dispatch.key) in channel.effects
        assert len(channel.effects) == day + 1
    assert audit.first_broken_line() is None


def die_twice(places: tuple[str, str], channel: FakeChannel, now: datetime) -> None:
    """Start a worker three times; the first two die at the named places."""
    for place in places:
        with killed_at(place, channel), suppress(Killed):
            one_run(now)
        now += timedelta(seconds=settings.DELIVERY_RECEIPT_WAIT_SECONDS)
    one_run(now)
