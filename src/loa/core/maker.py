"""The worker of an embedded installation that does long work, apart from delivery: slow rendering holds nothing up."""

from __future__ import annotations

from collections.abc import Callable

from loa.core import clock
from loa.core.language import gettext as _
from loa.core.services.long_work import release_works, works_to_wake
from loa.core.tasks import QUEUE, wake
from loa.core.worker import WorkerKind, run_rounds


def run_maker(*, stop: Callable[[], bool], poll_seconds: float = 1.0) -> None:
    """Do long work until `stop()` says so; a kill in the middle of a work lets the next maker do it again.

    :raises WorkerRuns: another maker holds this data folder.
    """
    kind = WorkerKind(
        queue=QUEUE,
        lock_name="maker.lock",
        release=release_works,
        sweep=lambda: works_to_wake(now=clock.now()),
        wake=wake,
        taken=_("Đã có một tiến trình làm việc dài chạy trên thư mục dữ liệu này. Hãy dừng tiến trình đó trước."),
        busy=_("Cơ sở dữ liệu đang bận hoặc mất kết nối, sẽ thử lại. Không có việc nào bị mất."),
    )
    run_rounds(kind, stop=stop, poll_seconds=poll_seconds)
