"""Real processes on one database: they share work without doubling it, and a kill -9 loses nothing."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from django.db import connection

from cast import NOW, Cast
from delivery_rows import a_dispatch, an_approval, an_outlet
from loa.channels.ports import ChannelKind
from loa.delivery.models import Dispatch, DispatchState

pytestmark = pytest.mark.django_db(transaction=True)

CHILD = "import django; django.setup(); import delivery_child; delivery_child.main()"
PATIENCE = 60.0


class Installation:
    """The test's rows and files as child processes see them: the PostgreSQL test database, or a copy of SQLite's."""

    def __init__(self, data_dir: Path) -> None:
        self.far_end = data_dir / "far-end"
        self.far_end.mkdir()
        self.environment = os.environ | {
            "LOA_DATA": str(data_dir),
            "LOA_NOW": f"{NOW.isoformat()}@{time.time()}",
            "DJANGO_SETTINGS_MODULE": "loa.config.settings.demo",
        }
        if connection.vendor == "sqlite":
            self.environment.pop("LOA_DATABASE_URL", None)
            with connection.cursor() as cursor:
                cursor.execute("VACUUM INTO %s", [str(data_dir / "loa.sqlite3")])
        else:
            self.environment["LOA_DATABASE_URL"] = url_of_test_database()

    def calls(self) -> int:
        path = self.far_end / "calls"
        return len(path.read_text().split()) if path.exists() else 0

    def start(self, command: str, **call: Any) -> subprocess.Popen[str]:
        arguments = [sys.executable, "-c", CHILD, command, json.dumps(call)]
        return subprocess.Popen(arguments, env=self.environment, stdout=subprocess.PIPE, text=True)

    def run(self, command: str, **call: Any) -> dict[str, Any]:
        return result_of(self.start(command, **call))

    def run_together(self, command: str, *calls: dict[str, Any]) -> list[dict[str, Any]]:
        """Let all processes begin at the same moment and return what each said at its end."""
        processes = [self.start(command, me=str(number), **call) for number, call in enumerate(calls)]
        for number, process in enumerate(processes):
            wait_for(self.far_end / f"ready-{number}", process)
        (self.far_end / "go").touch()
        return [result_of(process) for process in processes]


def url_of_test_database() -> str:
    there = connection.settings_dict
    login = f"{quote(there['USER'])}:{quote(there['PASSWORD'])}"
    return f"postgres://{login}@{quote(there['HOST'], safe='')}:{there['PORT']}/{there['NAME']}"


def result_of(process: subprocess.Popen[str]) -> dict[str, Any]:
    output, _errors = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0
    result: dict[str, Any] = json.loads(output)
    return result


def wait_for(path: Path, process: subprocess.Popen[str]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not path.exists():
        assert process.poll() is None, "the process ended before it got there"
        assert time.monotonic() < deadline
        time.sleep(0.01)


def kill(process: subprocess.Popen[str]) -> None:
    process.send_signal(signal.SIGKILL)
    process.communicate()


def dispatches(cast: Cast, count: int) -> list[Dispatch]:
    approval = an_approval(cast)
    return [a_dispatch(cast, approval, due_at=NOW + timedelta(milliseconds=n)) for n in range(count)]


def test_workers_that_race_for_the_same_orders_send_each_once(cast: Cast, data_dir: Path) -> None:
    ids = [dispatch.pk for dispatch in dispatches(cast, 15)]
    forward, backward = {"ids": ids}, {"ids": ids[::-1]}
    last = Installation(data_dir).run_together("deliver", forward, backward, forward)[-1]
    assert len(last["calls"]) == len(set(last["calls"]))
    assert {row["tries"] for row in last["dispatches"]} <= {0, 1}


def test_planners_that_race_for_one_outlet_get_rising_numbers_and_no_row_twice(cast: Cast, data_dir: Path) -> None:
    an_approval(cast)
    an_outlet(cast)
    call = {"at": NOW.isoformat(), "minutes": list(range(6))}
    ends = Installation(data_dir).run_together("plan", call, call)
    for end in ends:
        assert [row["sequence"] for row in end["dispatches"]] == [1, 2, 3, 4, 5, 6]
        assert end["broken"] is None


def test_of_two_people_who_close_one_work_order_the_second_is_told(cast: Cast, data_dir: Path) -> None:
    dispatch = a_dispatch(cast, an_approval(cast), ChannelKind.NOTICE_BOARD)
    Dispatch.objects.filter(pk=dispatch.pk).update(state=DispatchState.SENT, tries=1)
    first, second = sorted(Installation(data_dir).run_together("close", {}, {}), key=len)
    assert first == {"refused": "AlreadyClosed"}
    assert second["dispatches"][0]["state"] == DispatchState.PLAYED
    assert second["evidence"] == 1


def test_a_worker_killed_inside_a_send_is_followed_by_one_that_ends_it_once(cast: Cast, data_dir: Path) -> None:
    (dispatch,) = dispatches(cast, 1)
    here = Installation(data_dir)
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
    here = Installation(data_dir)
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
    here = Installation(data_dir)
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
