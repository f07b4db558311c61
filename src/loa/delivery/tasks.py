"""The task of delivery. It only says "look at dispatch n": all truth is in the dispatch's rows."""

from __future__ import annotations

from django_tasks import task

from loa.core import clock
from loa.delivery.services.deliver import deliver

QUEUE = "delivery"
URGENT_PRIORITY = 50  # khẩn cấp passes a full queue


@task(queue_name=QUEUE)
def deliver_dispatch(dispatch_id: int) -> None:
    """Look at one dispatch now."""
    deliver(dispatch_id=dispatch_id, now=clock.now())


def wake(dispatch_id: int, *, is_urgent: bool = False) -> None:
    """Let a worker look at dispatch `dispatch_id` soon; bound to `ports.bind_waker` by the wiring."""
    priority = URGENT_PRIORITY if is_urgent else 0
    deliver_dispatch.using(priority=priority).enqueue(dispatch_id=dispatch_id)
