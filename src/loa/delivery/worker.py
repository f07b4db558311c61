"""The one worker of an embedded installation: sweeps, wakes, delivers. docs/adr/0004-tasks.md says why it is so."""

from __future__ import annotations

import fcntl
import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import InterfaceError, OperationalError, close_old_connections
from django_tasks import DEFAULT_TASK_BACKEND_ALIAS, TaskResultStatus
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult, DBTaskResultQuerySet

from loa.core import clock
from loa.core.language import gettext as _
from loa.core.refusals import Refusal
from loa.delivery.services.sweep import release_orphans, sweep
from loa.delivery.tasks import QUEUE, wake

logger = logging.getLogger(__name__)


class WorkerRuns(Refusal):
    """Another worker works on this data folder."""


def run_worker(*, stop: Callable[[], bool], poll_seconds: float = 1.0) -> None:
    """Deliver until `stop()` says so; a round every `poll_seconds`, a kill at any moment loses and doubles nothing.

    :raises WorkerRuns: another worker holds this data folder.
    """
    with _only_worker(Path(settings.DATA_DIR) / "worker.lock"):
        is_clean = False
        while not stop():
            try:
                if not is_clean:
                    _clear_after_crash()
                    is_clean = True
                _one_round(stop)
            except (OperationalError, InterfaceError) as error:
                words = _("Cơ sở dữ liệu đang bận hoặc mất kết nối, sẽ thử lại. Không có lệnh phát nào bị mất.")
                logger.warning("%s (%s)", words, error)
            time.sleep(poll_seconds)


@contextmanager
def _only_worker(path: Path) -> Iterator[None]:
    """Hold the lock of the data folder; the kernel lets go of it when the process dies, however it dies."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise WorkerRuns(
                _("Đã có một tiến trình gửi tin chạy trên thư mục dữ liệu này. Hãy dừng tiến trình đó trước.")
            ) from error
        yield


def _clear_after_crash() -> None:
    """Nobody else runs: each claim is an orphan, and each task row that is not waiting is history."""
    _wake_ups().exclude(status=TaskResultStatus.READY).delete()
    release_orphans(now=clock.now())


def _one_round(stop: Callable[[], bool]) -> None:
    close_old_connections()
    for pk in sweep(now=clock.now()):
        wake(pk)
    if _wake_ups().ready().exists():
        Drain(stop).run()
        _wake_ups().successful().delete()  # an answered wake-up is worth nothing; a failed one stays to be looked at


def _wake_ups() -> DBTaskResultQuerySet:
    return DBTaskResult.objects.filter(queue_name=QUEUE)


class Drain(Worker):
    """django-tasks-db's own worker, run here until no task is ready, with a look at `stop` after each."""

    def __init__(self, stop: Callable[[], bool]) -> None:
        super().__init__(
            queue_names=[QUEUE],
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
