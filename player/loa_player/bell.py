"""A bell: one part of the player rings, another stops waiting."""

from __future__ import annotations

import asyncio
import contextlib


class Bell:
    """Rings are not counted: one ring or ten, the waiter looks once."""

    def __init__(self) -> None:
        self._rung = asyncio.Event()

    def ring(self) -> None:
        self._rung.set()

    async def wait(self, *, seconds: float) -> None:
        """Until rung, at most `seconds`."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(max(0.0, seconds)):  # wait_for of Python 3.11 can swallow a cancellation
                await self._rung.wait()
        self._rung.clear()


def heed_cancellation() -> None:
    """End a task whose cancellation was swallowed on the way: aiomqtt waits with `wait_for`, see above.

    Not for a task that holds a task group: in Python 3.11 a group leaves its own cancellation counted.
    """
    task = asyncio.current_task()
    if task is not None and task.cancelling():
        raise asyncio.CancelledError
