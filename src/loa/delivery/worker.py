"""The worker of an embedded installation that delivers: `loa.core.worker` on the queue of delivery."""

from __future__ import annotations

from collections.abc import Callable

from loa.core import clock
from loa.core.language import gettext as _
from loa.core.worker import WorkerKind, run_rounds
from loa.delivery.services.sweep import release_orphans, sweep
from loa.delivery.tasks import QUEUE, wake


def run_worker(*, stop: Callable[[], bool], poll_seconds: float = 1.0) -> None:
    """Deliver until `stop()` says so; a round every `poll_seconds`, a kill at any moment loses and doubles nothing.

    :raises WorkerRuns: another worker holds this data folder.
    """
    kind = WorkerKind(
        queue=QUEUE,
        lock_name="worker.lock",
        release=lambda: release_orphans(now=clock.now()),
        sweep=lambda: sweep(now=clock.now()),
        wake=wake,
        taken=_("Đã có một tiến trình gửi tin chạy trên thư mục dữ liệu này. Hãy dừng tiến trình đó trước."),
        busy=_("Cơ sở dữ liệu đang bận hoặc mất kết nối, sẽ thử lại. Không có lệnh phát nào bị mất."),
    )
    run_rounds(kind, stop=stop, poll_seconds=poll_seconds)
