"""The embedded worker's loop: one at a time, patient with its database, stopping when told."""

from __future__ import annotations

import fcntl
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import OperationalError
from django_tasks import default_task_backend

from cast import Cast
from delivery_rows import a_dispatch, an_approval
from loa.channels.ports import ChannelKind
from loa.core.worker import WorkerRuns
from loa.delivery import tasks, worker
from loa.delivery.models import Dispatch, DispatchState
from loa.delivery.worker import run_worker

pytestmark = pytest.mark.django_db


def after(rounds: int) -> Callable[[], bool]:
    """A `stop` that lets `rounds` rounds pass."""
    left = iter([False] * rounds)
    return lambda: next(left, True)


def test_a_busy_database_is_waited_for(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    swept = []

    def busy_at_first(*, now: object) -> list[int]:
        swept.append(now)
        if len(swept) < 3:
            raise OperationalError("database is locked")
        return []

    monkeypatch.setattr(worker, "sweep", busy_at_first)
    run_worker(stop=after(4), poll_seconds=0)
    assert len(swept) == 4
    assert "Không có lệnh phát nào bị mất" in caplog.text


def test_another_fault_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*, now: object) -> list[int]:
        raise ZeroDivisionError

    monkeypatch.setattr(worker, "sweep", broken)
    with pytest.raises(ZeroDivisionError):
        run_worker(stop=after(2), poll_seconds=0)


def test_a_worker_on_a_data_folder_that_has_one_is_refused(data_dir: Path) -> None:
    with (data_dir / "worker.lock").open("a") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(WorkerRuns):
            run_worker(stop=after(1), poll_seconds=0)
    run_worker(stop=after(1), poll_seconds=0)


def test_the_task_looks_at_its_dispatch_now(cast: Cast) -> None:
    dispatch = a_dispatch(cast, an_approval(cast), ChannelKind.NOTICE_BOARD)
    tasks.deliver_dispatch.call(dispatch_id=dispatch.pk)  # long after its window: nothing is sent
    assert Dispatch.objects.get(pk=dispatch.pk).state == DispatchState.QUEUED


def test_an_urgent_wake_up_passes_the_others(cast: Cast) -> None:
    default_task_backend.clear()  # type: ignore[attr-defined]
    tasks.wake(7)
    tasks.wake(8, is_urgent=True)
    queued = [(row.kwargs["dispatch_id"], row.task.priority) for row in default_task_backend.results]  # type: ignore[attr-defined]
    assert queued == [(7, 0), (8, tasks.URGENT_PRIORITY)]
