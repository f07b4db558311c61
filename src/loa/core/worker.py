"""The loop of an embedded worker: sweeps, wakes, works. docs/adr/0004-tasks.md says why it is so."""

from __future__ import annotations

import fcntl
import logging
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import InterfaceError, OperationalError, close_old_connections
from django_tasks import DEFAULT_TASK_BACKEND_ALIAS, TaskResultStatus
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult, DBTaskResultQuerySet

from loa.core.refusals import Refusal

logger = logging.getLogger(__name__)


class WorkerRuns(Refusal):
    """Another worker of the kind works on this data folder."""


@dataclass(frozen=True, slots=True)
class WorkerKind:
    """One kind of embedded worker, on one queue of the task table.

    :param lock_name: file in the data folder that its one process holds.
    :param release: ends, at the start, the claims that dead processes left.
    :param sweep: the primary keys to look at now. :param wake: puts a wake-up for one of them into the queue.
    :param taken: said where another process holds the lock. :param busy: noted while the database cannot be used.
    """

    queue: str
    lock_name: str
    release: Callable[[], object]
    sweep: Callable[[], Iterable[int]]
    wake: Callable[[int], None]
    taken: str
    busy: str


def run_rounds(kind: WorkerKind, *, stop: Callable[[], bool], poll_seconds: float) -> None:
    """Work until `stop()` says so; a round every `poll_seconds`, a kill at any moment loses and doubles nothing.

    :raises WorkerRuns: another worker of this kind holds this data folder.
    """
    with _only_worker(Path(settings.DATA_DIR) / kind.lock_name, taken=kind.taken):
        is_clean = False
        while not stop():
            try:
                if not is_clean:
                    _clear_after_crash(kind)
                    is_clean = True
                _one_round(kind, stop)
            except (OperationalError, InterfaceError) as error:
                logger.warning("%s (%s)", kind.busy, error)
            time.sleep(poll_seconds)


@contextmanager
def _only_worker(path: Path, *, taken: str) -> Iterator[None]:
    """Hold the lock of the data folder; the kernel lets go of it when the process dies, however it dies."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise WorkerRuns(taken) from error
        yield


def _clear_after_crash(kind: WorkerKind) -> None:
    """Nobody else runs: each claim is an orphan, and each task row that is not waiting is history."""
    _wake_ups(kind).exclude(status=TaskResultStatus.READY).delete()
    kind.release()


def _one_round(kind: WorkerKind, stop: Callable[[], bool]) -> None:
    close_old_connections()
    for pk in kind.sweep():
        kind.wake(pk)
    if _wake_ups(kind).ready().exists():
        Drain(kind.queue, stop).run()
        _wake_ups(kind).successful().delete()  # an answered wake-up is worth nothing; a failed one stays to be seen


def _wake_ups(kind: WorkerKind) -> DBTaskResultQuerySet:
    return DBTaskResult.objects.filter(queue_name=kind.queue)


class Drain(Worker):
    """django-tasks-db's own worker, run here until no task is ready, with a look at `stop` after each."""

    def __init__(self, queue: str, stop: Callable[[], bool]) -> None:
        super().__init__(
            queue_names=[queue],
            interval=0,
            batch=True,
            backend_name=DEFAULT_TASK_BACKEND_ALIAS,
            startup_delay=False,
            max_tasks=None,
            worker_id="embedded",
            excluded_queue_names=[],
        )
        self._stop = stop

    def run_task(self, db_task_result: DBTaskResult[Any, Any]) -> None:
        super().run_task(db_task_result)
        self.running = not self._stop()
