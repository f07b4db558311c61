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
            await asyncio.wait_for(self._rung.wait(), timeout=max(0.0, seconds))
        self._rung.clear()
