"""Whatever happens in whatever order, the rows stay honest."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cast import NOW, Cast
from delivery_rows import a_dispatch, an_approval
from fake_channel import FakeChannel, a_receipt
from loa.channels import registry
from loa.channels.ports import ChannelKind, DeliveryDelayed, DeliveryRefused, DispatchOrder, Outcome, ReceiptRejected
from loa.delivery.models import AttemptOutcome, DeliveryReceipt, Dispatch, DispatchState
from loa.delivery.rules import STRENGTH
from loa.delivery.services.deliver import deliver
from loa.delivery.services.record_receipt import record_receipt
from loa.delivery.services.sweep import release_orphans, sweep

FAR_END = ("accepts", "answers", "delays", "refuses", "fails", "dies before", "dies after", "answers first")
OF_MACHINES = tuple(outcome for outcome in Outcome if outcome is not Outcome.HEARD)  # only a person hears
happenings = st.one_of(
    st.tuples(st.just("deliver"), st.sampled_from(FAR_END)),
    st.tuples(st.just("receipt"), st.tuples(st.sampled_from(OF_MACHINES), st.sampled_from("abc"))),
    st.tuples(st.just("pass"), st.sampled_from([1, 10, 130, 1300, 4000])),
    st.tuples(st.just("sweep"), st.none()),
    st.tuples(st.just("restart"), st.none()),
)


class Killed(BaseException):
    """The process is gone."""


class World:
    """One dispatch, its far end, and the time."""

    def __init__(self, dispatch: Dispatch, now: datetime) -> None:
        self.key, self.pk, self.now = str(dispatch.key), dispatch.pk, now
        self.channel = FakeChannel()
        registry.bind(ChannelKind.LOUDSPEAKER, self.channel)
        self.strength = 0

    def deliver(self, how: str) -> None:
        self.channel.answers = how == "answers"
        self.channel.before = lambda order: self.fail(how, order)
        self.channel.after = lambda order: self.end(how, order)
        with suppress(Killed):
            deliver(dispatch_id=self.pk, now=self.now)

    def fail(self, how: str, order: DispatchOrder) -> None:
        errors = {
            "delays": DeliveryDelayed("chưa"),
            "refuses": DeliveryRefused("không"),
            "fails": RuntimeError("?"),
            "dies before": Killed(),
        }
        if how in errors:
            raise errors[how]

    def end(self, how: str, order: DispatchOrder) -> None:
        if how == "answers first":
            self.receipt((Outcome.PLAYED, "a"))
        if how == "dies after":
            raise Killed

    def receipt(self, what: tuple[Outcome, str]) -> None:
        outcome, name = what
        event = a_receipt(self.key, at=self.now, outcome=outcome, name=name)
        try:
            record_receipt(event=event, now=self.now)
        except ReceiptRejected:
            assert self.row().tries == 0

    def sweep(self, _nothing: None) -> None:
        sweep(now=self.now)

    def restart(self, _nothing: None) -> None:
        release_orphans(now=self.now)

    def row(self) -> Dispatch:
        return Dispatch.objects.get(pk=self.pk)

    def check(self) -> None:
        row = self.row()
        numbers = list(row.attempts.order_by("number").values_list("number", flat=True))
        open_tries = row.attempts.filter(outcome=AttemptOutcome.OPEN).count()
        accepted = row.attempts.filter(outcome=AttemptOutcome.ACCEPTED).exists()
        strength = STRENGTH[DispatchState.SENT] if accepted else 0
        strength = max(strength, STRENGTH[row.state])
        assert numbers == list(range(1, row.tries + 1))
        assert open_tries == (row.state == DispatchState.SENDING)
        assert (row.lease_until is not None) == (row.state == DispatchState.SENDING)
        assert strength >= self.strength
        assert row.state != DispatchState.SENT or accepted
        assert DeliveryReceipt.objects.filter(dispatch=row, outcome=Outcome.PLAYED).count() <= 1
        assert len(self.channel.effects) <= 1
        self.strength = strength


@pytest.mark.heavy
@given(story=st.lists(happenings, max_size=14))
@settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
def test_no_story_lowers_a_state_doubles_a_receipt_or_loses_a_try(
    story: list[tuple[str, object]], cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(registry, "_bound", {})
    number = Dispatch.objects.count()
    approval = an_approval(cast, key=f"topic:{number}", code=f"A{number}")
    dispatch = a_dispatch(cast, approval)
    world = World(dispatch, NOW)
    for what, with_what in story:
        if what == "pass":
            world.now += timedelta(seconds=with_what)
            continue
        getattr(world, what)(with_what)
        world.check()
    world.now = dispatch.expires_at + timedelta(days=1)
    before = len(world.channel.calls)
    for _twice in range(2):
        sweep(now=world.now)
        world.deliver("accepts")
        world.check()
    assert len(world.channel.calls) == before  # nothing goes out after the window
    assert world.row().state not in {DispatchState.QUEUED, DispatchState.SENDING, DispatchState.SENT}
