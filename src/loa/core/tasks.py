"""The task of long work. It only says "look at work n": all truth is in the work's row."""

from __future__ import annotations

from django_tasks import task

from loa.core import clock
from loa.core.services.long_work import run_work

QUEUE = "works"


@task(queue_name=QUEUE)
def look_at_work(work_id: int) -> None:
    """Look at one work now."""
    run_work(work_id, clock.now())


def wake(work_id: int) -> None:
    """Let a maker look at work `work_id` soon; bound by the wiring."""
    look_at_work.enqueue(work_id=work_id)
