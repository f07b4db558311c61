"""A child process holds on to its parent by a pipe: when the parent is gone, so is the child."""

from __future__ import annotations

import os
import signal
import threading
import time

GRACE_SECONDS = 3.0
PARENT_LOOK_SECONDS = 0.5


def hold(*, handle: int = 0) -> None:
    """Watch standard input in the background; at its end ask this process to stop, and insist a little later."""
    threading.Thread(target=_watch, args=(handle,), name="lifeline", daemon=True).start()


def follow_parent() -> None:
    """End this process soon after its parent: for a grandchild, whose standard input is not the supervisor's pipe."""
    threading.Thread(target=_follow, args=(os.getppid(),), name="follow-parent", daemon=True).start()


def _follow(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(PARENT_LOOK_SECONDS)
    os._exit(0)


def _watch(handle: int) -> None:
    # os.read and not sys.stdin: a buffered reader that still waits at shutdown brings the interpreter down.
    try:
        while os.read(handle, 1024):
            pass
    except OSError:
        pass
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(GRACE_SECONDS)
    os._exit(0)
