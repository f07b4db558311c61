"""The lifeline: whoever started the player holds the other end of its stdin; when that end closes, the player ends.

So no player outlives a supervisor that was killed.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable

GRACE_SECONDS = 2.0


def hold(on_cut: Callable[[], None], *, handle: int = 0) -> None:
    """Watch `handle` (stdin) in the background; at its end call `on_cut`, and end the process soon after anyway."""
    threading.Thread(target=_watch, args=(on_cut, handle), daemon=True, name="lifeline").start()


def _watch(on_cut: Callable[[], None], handle: int) -> None:
    # os.read, not sys.stdin: a buffered reader that still waits at shutdown brings the interpreter down.
    try:
        while os.read(handle, 1024):
            pass
    except OSError:
        pass
    on_cut()
    time.sleep(GRACE_SECONDS)
    os._exit(0)
