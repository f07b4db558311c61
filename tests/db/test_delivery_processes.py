"""Real processes on one database: they share work without doubling it, and a kill -9 loses nothing."""

from __future__ import annotations

import random
import time
from datetime import timedelta
from pathlib import Path

import pytest

from cast import NOW, Cast
from delivery_rows import a_dispatch, an_approval, an_outlet
from loa.channels.ports import ChannelKind
from loa.delivery.models import Dispatch, DispatchState
from processes import PATIENCE, Installation, kill, wait_for

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.heavy]


def dispatches(cast: Cast, count: int) -> list[Dispatch]:
    approval = an_approval(cast)
    return [a_dispatch(cast, approval, due_at=NOW + timedelta(milliseconds=n)) for n in range(count)]


def test_workers_that_race_for_the_same_orders_send_each_once(cast: Cast, data_dir: Path) -> None:
    ids = [dispatch.pk for dispatch in dispatches(cast, 15)]
    forward, backward = {"ids": ids}, {"ids": ids[::-1]}
    last = Installation(data_dir, child="delivery_child").run_together("deliver", forward, backward, forward)[-1]
    assert len(last["calls"]) == len(set(last["calls"]))
    assert {row["tries"] for row in last["dispatches"]} <= {0, 1}


def test_planners_that_race_for_one_outlet_get_rising_numbers_and_no_row_twice(cast: Cast, data_dir: Path) -> None:
    an_approval(cast)
    an_outlet(cast)
    call = {"at": NOW.isoformat(), "minutes": list(range(6))}
    ends = Installation(data_dir, child="delivery_child").run_together("plan", call, call)
    for end in ends:
        assert [row["sequence"] for row in end["dispatches"]] == [1, 2, 3, 4, 5, 6]
        assert end["broken"] is None


def test_of_two_people_who_close_one_work_order_the_second_is_told(cast: Cast, data_dir: Path) -> None:
    dispatch = a_dispatch(cast, an_approval(cast), ChannelKind.NOTICE_BOARD)
    Dispatch.objects.filter(pk=dispatch.pk).update(state=DispatchState.SENT, tries=1)
    first, second = sorted(Installation(data_dir, child="delivery_child").run_together("close", {}, {}), key=len)
    assert first == {"refused": "AlreadyClosed"}
    assert second["dispatches"][0]["state"] == DispatchState.PLAYED
    assert second["evidence"] == 1


def test_a_worker_killed_inside_a_send_is_followed_by_one_that_ends_it_once(cast: Cast, data_dir: Path) -> None:
    (dispatch,) = dispatches(cast, 1)
    here = Installation(data_dir, child="delivery_child")
    victim = here.start("work", hangs=True)
    wait_for(here.far_end / "inside", victim)
    kill(victim)

    end = here.run("work")
    assert end["dispatches"] == [{"state": DispatchState.SENT, "tries": 2, "sequence": 1}]
    assert end["attempts"] == ["lost", "accepted"]
    assert end["calls"] == [str(dispatch.key)] * 2
    assert end["effects"] == [str(dispatch.key)]
    assert end["broken"] is None


@pytest.mark.heavy
def test_a_second_worker_on_the_same_data_is_refused_while_the_first_lives(cast: Cast, data_dir: Path) -> None:
    dispatches(cast, 1)
    here = Installation(data_dir, child="delivery_child")
    first = here.start("work", hangs=True)
    wait_for(here.far_end / "inside", first)
    second = here.start("work")
    second.communicate(timeout=PATIENCE)
    assert second.returncode != 0
    kill(first)
    assert here.run("work")["attempts"] == ["lost", "accepted"]


@pytest.mark.heavy
def test_kills_at_random_moments_lose_and_double_nothing(cast: Cast, data_dir: Path) -> None:
    orders = dispatches(cast, 60)
    here = Installation(data_dir, child="delivery_child")
    moments = random.Random(7)
    for _kill in range(15):
        calls_before = here.calls()
        victim = here.start("work")
        while victim.poll() is None and here.calls() < calls_before + moments.randint(1, 4):
            time.sleep(moments.uniform(0, 0.005))
        kill(victim)
    end = here.run("work")
    assert "lost" in end["attempts"]  # a kill hit a try
    assert end["effects"] == sorted(str(order.key) for order in orders)
    assert {row["state"] for row in end["dispatches"]} == {DispatchState.SENT}
    assert len(end["attempts"]) == sum(row["tries"] for row in end["dispatches"]) >= len(end["calls"])
    assert end["broken"] is None
