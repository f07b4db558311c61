"""What delivery asks of its surroundings: that somebody looks at a dispatch soon."""

from __future__ import annotations

from typing import Protocol


class Waker(Protocol):
    """Something that lets a worker look at a dispatch. A wake-up may be lost or doubled: the sweeper finds the rest."""

    def __call__(self, dispatch_id: int, *, is_urgent: bool = False) -> None: ...


_wakers: list[Waker] = []


def bind_waker(waker: Waker) -> None:
    """Let `waker` wake from now on. Called by `config.wiring` with `delivery.tasks.wake`."""
    _wakers[:] = [waker]


def wake(dispatch_id: int, *, is_urgent: bool = False) -> None:
    """Ask for a look at dispatch `dispatch_id`; without a waker the next sweep finds it."""
    for waker in _wakers:
        waker(dispatch_id, is_urgent=is_urgent)
