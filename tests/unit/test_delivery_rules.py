"""The rules of delivery that need no database."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_django.fixtures import Settings

from loa.channels.ports import ChannelKind, Outcome
from loa.delivery.models import DispatchState
from loa.delivery.rules import (
    FORMS_OF,
    STATE_OF_OUTCOME,
    STRENGTH,
    is_by_hand,
    is_stronger,
    may_bring_out,
    receipt_wait,
    retry_wait,
    usual_form,
)
from loa.editorial.ports import Form

KEY = UUID("7d00d797-a39f-4986-bb12-c763b869f8af")


@given(key=st.uuids(), tries=st.integers(1, 1000))
def test_a_retry_waits_its_step_give_or_take_a_fifth(key: UUID, tries: int) -> None:
    step = (5, 20, 60, 300)[min(tries, 4) - 1]
    assert 0.8 * step <= retry_wait(key=key, tries=tries).total_seconds() <= 1.2 * step


def test_the_same_try_waits_the_same_and_different_orders_do_not() -> None:
    assert retry_wait(key=KEY, tries=2) == retry_wait(key=KEY, tries=2)
    assert len({retry_wait(key=uuid4(), tries=4) for _order in range(50)}) > 40


def test_a_receipt_is_waited_for_longer_each_time_but_not_for_ever(settings: Settings) -> None:
    settings.DELIVERY_RECEIPT_WAIT_SECONDS = 6
    waits = [receipt_wait(accepted=n).total_seconds() for n in (1, 2, 3, 4, 5, 400)]
    assert waits == [6, 12, 24, 48, 60, 60]


def test_every_state_and_outcome_has_its_place() -> None:
    assert set(STRENGTH) == set(DispatchState)
    assert set(STATE_OF_OUTCOME) == set(Outcome)


@pytest.mark.parametrize("state", [DispatchState.UNKNOWN, DispatchState.MISSED, DispatchState.REFUSED])
def test_played_corrects_what_was_not_known_or_went_wrong(state: DispatchState) -> None:
    assert is_stronger(DispatchState.PLAYED, state)
    assert not is_stronger(state, DispatchState.PLAYED)


def test_only_machines_answer_by_themselves() -> None:
    by_machine = {kind for kind in ChannelKind if not is_by_hand(kind)}
    assert by_machine == {ChannelKind.LOUDSPEAKER, ChannelKind.PORTAL}


def test_every_kind_of_channel_brings_something_out_and_every_form_has_a_channel() -> None:
    assert set(FORMS_OF) == set(ChannelKind)
    assert all(may_bring_out(kind, usual_form(kind)) for kind in ChannelKind)
    assert {form for forms in FORMS_OF.values() for form in forms} == set(Form)


def test_a_machine_brings_out_one_form_only() -> None:
    assert all(len(FORMS_OF[kind]) == 1 for kind in ChannelKind if not is_by_hand(kind))
    assert not may_bring_out(ChannelKind.NOTICE_BOARD, Form.AUDIO)
