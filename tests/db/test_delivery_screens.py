"""What the delivery screens read: the ladder, the sessions on air, silent outlets, lists."""

from __future__ import annotations

import uuid
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from cast import NOW, Cast
from delivery_rows import a_dispatch, an_approval, an_outlet
from loa.channels.models import Outlet
from loa.channels.ports import ChannelKind, Outcome
from loa.delivery.models import AttemptOutcome, DeliveryAttempt, DeliveryReceipt, Dispatch, DispatchState
from loa.delivery.refusals import DispatchNotFound
from loa.delivery.selectors import (
    Ladder,
    dispatch_for,
    dispatches_list,
    ladder,
    last_session,
    on_air_next,
    sessions_on,
    silent_outlets,
)
from loa.editorial.models import Approval
from loa.editorial.ports import Form

S = DispatchState
HOUR = timedelta(hours=1)


@pytest.fixture
def approval(cast: Cast) -> Approval:
    approval = an_approval(cast)
    approval.version.renditions.filter(form=Form.AUDIO).update(facts={"seconds": 61.6})
    return approval


def a_row(
    approval: Approval, outlet: Outlet, state: DispatchState, *, due_at: datetime = NOW, form: Form = Form.AUDIO
) -> Dispatch:
    """A dispatch straight in the table, in the state wanted."""
    outlet.last_sequence += 1
    outlet.save()
    return Dispatch.objects.create(
        outlet=outlet,
        rendition=approval.version.renditions.get(form=form),
        approval=approval,
        key=uuid.uuid4(),
        sequence=outlet.last_sequence,
        state=state,
        due_at=due_at,
        expires_at=due_at + HOUR,
        created_at=due_at - HOUR,
    )


def accepted(dispatch: Dispatch) -> Dispatch:
    DeliveryAttempt.objects.create(dispatch=dispatch, number=1, started_at=NOW, outcome=AttemptOutcome.ACCEPTED)
    return dispatch


def proved(dispatch: Dispatch, *, is_simulated: bool, outcome: Outcome = Outcome.PLAYED) -> Dispatch:
    DeliveryReceipt.objects.create(
        dispatch=dispatch,
        receipt_key=f"{outcome}-{dispatch.pk}",
        outcome=outcome,
        source="player",
        happened_at=NOW,
        received_at=NOW,
        is_simulated=is_simulated,
    )
    return dispatch


def test_the_ladder_counts_each_step_with_those_above_it_in_one_query(
    cast: Cast, approval: Approval, django_assert_num_queries: Any
) -> None:
    outlet = an_outlet(cast)
    rows = [a_row(approval, outlet, state, due_at=NOW + number * HOUR) for number, state in enumerate(S)]
    by_state = {row.state: row for row in rows}
    for state in (S.SENT, S.PLAYED, S.HEARD, S.UNKNOWN):
        accepted(by_state[state])
    proved(by_state[S.PLAYED], is_simulated=True)
    proved(by_state[S.HEARD], is_simulated=False)
    proved(by_state[S.MISSED], is_simulated=True, outcome=Outcome.MISSED)
    with django_assert_num_queries(1):
        found = ladder(dispatches_list(cast.dung.actor))
    assert found == Ladder(
        planned=10, sent=4, played=2, heard=1, missed=1, unknown=1, refused=1, simulated=1, withdrawn=1
    )
    assert ladder(dispatches_list(cast.sau.actor)).planned == ladder(dispatches_list(cast.binh.actor)).planned == 0
    assert ladder(dispatches_list(cast.tu.actor)).planned == 10


def test_a_dispatch_asked_about_again_was_sent_all_the_same(cast: Cast, approval: Approval) -> None:
    accepted(a_row(approval, an_outlet(cast), S.SENDING))
    a_row(approval, an_outlet(cast), S.SENDING, due_at=NOW + HOUR)
    assert ladder(Dispatch.objects.all()).sent == 1


def test_the_next_sessions_stand_by_their_hour(cast: Cast, approval: Approval, django_assert_num_queries: Any) -> None:
    one, two = an_outlet(cast, code="loa-1"), an_outlet(cast, code="loa-2")
    for outlet in (one, two):
        a_row(approval, outlet, S.QUEUED, due_at=NOW + 12 * HOUR)
    a_row(approval, one, S.SENT, due_at=NOW)
    a_row(approval, one, S.QUEUED, due_at=NOW + 24 * HOUR)
    a_row(approval, one, S.PLAYED, due_at=NOW - HOUR)
    a_row(approval, one, S.WITHDRAWN, due_at=NOW + 2 * HOUR)
    a_row(approval, an_outlet(cast, ChannelKind.NOTICE_BOARD), S.QUEUED, due_at=NOW + HOUR, form=Form.POSTER)
    with django_assert_num_queries(1):
        sessions = on_air_next(cast.dung.actor, now=NOW)
    assert [(session.due_at, session.outlets, session.states) for session in sessions] == [
        (NOW, 1, ((S.SENT, 1),)),
        (NOW + 12 * HOUR, 2, ((S.QUEUED, 2),)),
    ]
    assert (sessions[1].titles, sessions[1].seconds) == ((approval.version.title,), 62)
    assert len(on_air_next(cast.dung.actor, now=NOW, hours=25)) == 3
    assert on_air_next(cast.sau.actor, now=NOW) == on_air_next(cast.binh.actor, now=NOW) == []


def test_a_day_is_a_day_in_vietnam(cast: Cast, approval: Approval) -> None:
    outlet = an_outlet(cast)
    midnight = NOW.replace(hour=0)
    for due_at in (midnight - timedelta(minutes=1), midnight, midnight + 23 * HOUR, midnight + 24 * HOUR):
        a_row(approval, outlet, S.PLAYED, due_at=due_at)
    sessions = sessions_on(cast.dung.actor, day=date(2025, 9, 3))
    assert [session.due_at for session in sessions] == [midnight, midnight + 23 * HOUR]


def test_the_last_session_says_what_is_proved_and_what_is_not(cast: Cast, approval: Approval) -> None:
    assert last_session(cast.dung.actor, now=NOW) is None
    one, two = an_outlet(cast, code="loa-1"), an_outlet(cast, code="loa-2")
    a_row(approval, one, S.PLAYED, due_at=NOW - 24 * HOUR)
    accepted(a_row(approval, one, S.PLAYED, due_at=NOW - HOUR))
    silent = a_row(approval, two, S.UNKNOWN, due_at=NOW - HOUR)
    a_row(approval, two, S.QUEUED, due_at=NOW + HOUR)
    last = last_session(cast.dung.actor, now=NOW)
    assert last is not None
    assert (last.session.due_at, last.session.outlets) == (NOW - HOUR, 2)
    assert (last.ladder.planned, last.ladder.sent, last.ladder.played, last.ladder.unknown) == (2, 1, 1, 1)
    assert last.unproved == (silent,)


def test_an_outlet_is_silent_after_two_in_a_row(cast: Cast, approval: Approval, django_assert_num_queries: Any) -> None:
    names = ("im", "mot-lan", "da-tra-loi", "tu-choi", "dong-cua", "chua-den")
    outlets = {name: an_outlet(cast, code=name) for name in names}
    histories = {
        "im": (S.PLAYED, S.MISSED, S.UNKNOWN, S.UNKNOWN),
        "mot-lan": (S.UNKNOWN, S.PLAYED, S.UNKNOWN),
        "da-tra-loi": (S.MISSED, S.MISSED, S.HEARD),
        "tu-choi": (S.MISSED, S.MISSED, S.REFUSED),
        "dong-cua": (S.MISSED, S.MISSED),
        "chua-den": (S.PLAYED, S.SENT, S.QUEUED),
    }
    for name, states in histories.items():
        for day, state in enumerate(states):
            a_row(approval, outlets[name], state, due_at=NOW - timedelta(days=5 - day))
    a_row(approval, outlets["im"], S.QUEUED, due_at=NOW - HOUR)
    a_row(approval, outlets["im"], S.PLAYED, due_at=NOW + HOUR)
    Outlet.objects.filter(code="dong-cua").update(closed_at=NOW)
    with django_assert_num_queries(2):
        [found] = silent_outlets(cast.dung.actor, now=NOW)
        assert str(found.outlet.unit) == "Khu Suối Đá"
    assert found.outlet == outlets["im"]
    assert (found.count, found.missed, found.unknown) == (3, 1, 2)
    assert (found.since, found.last_due_at) == (NOW - timedelta(days=4), NOW - timedelta(days=2))
    assert [row.outlet.code for row in silent_outlets(cast.tu.actor, now=NOW)] == ["im"]
    assert silent_outlets(cast.sau.actor, now=NOW) == silent_outlets(cast.binh.actor, now=NOW) == []


def test_the_list_shows_all_in_one_query_the_latest_first(
    cast: Cast, approval: Approval, django_assert_num_queries: Any
) -> None:
    outlet = an_outlet(cast)
    rows = [a_row(approval, outlet, S.QUEUED, due_at=NOW + number * HOUR) for number in range(3)]
    with django_assert_num_queries(1):
        shown = [
            (row, row.outlet.unit, row.rendition.version.message.campaign) for row in dispatches_list(cast.tu.actor)
        ]
    assert [row for row, _unit, _campaign in shown] == rows[::-1]


def test_one_dispatch_comes_with_its_proofs_and_only_to_whom_it_concerns(
    cast: Cast, approval: Approval, django_assert_num_queries: Any
) -> None:
    dispatch = proved(accepted(a_dispatch(cast, approval)), is_simulated=False)
    with django_assert_num_queries(3):
        found = dispatch_for(cast.tu.actor, dispatch.pk)
        assert [attempt.outcome for attempt in found.attempts.all()] == [AttemptOutcome.ACCEPTED]
        assert [receipt.outcome for receipt in found.receipts.all()] == [Outcome.PLAYED]
        assert str(found.approval.approver) == "Lan"
    for actor in (cast.sau.actor, cast.binh.actor):
        with pytest.raises(DispatchNotFound, match="Không tìm thấy"):
            dispatch_for(actor, dispatch.pk)
