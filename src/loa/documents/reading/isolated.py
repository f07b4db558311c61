"""Running a reading child: its output through a pipe, stopped when the time or the room runs out."""

from __future__ import annotations

import contextlib
import os
import selectors
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import IO

import loa
from loa.documents.reading import limits


def run_module(module: str, arguments: Sequence[str], *, seconds: float, feed: bytes = b"") -> bytes | None:
    """What `python -m module` wrote, or None where it crashed, was stopped by a limit, or wrote too much.

    :param feed: what it finds on its standard input.
    """
    deadline = time.monotonic() + seconds
    with subprocess.Popen(
        [sys.executable, "-P", "-B", "-m", module, *arguments],
        stdin=subprocess.PIPE if feed else subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd="/",
        env={"PYTHONPATH": str(Path(loa.__file__).resolve().parent.parent), "PYTHONUTF8": "1"},
    ) as process:
        feed_to(process, feed)
        return finished_output(process, deadline)


def feed_to(process: subprocess.Popen[bytes], data: bytes) -> None:
    """Give `data` to a process from a thread of its own, which ends with the process."""
    pipe = process.stdin
    if pipe is None:
        return

    def write() -> None:
        with contextlib.suppress(OSError, ValueError), pipe:
            pipe.write(data)

    threading.Thread(target=write, daemon=True).start()


def finished_output(process: subprocess.Popen[bytes], deadline: float) -> bytes | None:
    """All that a process writes until it ends well before `deadline` (monotonic); it is gone when this returns."""
    try:
        output = _collect(process.stdout, deadline)
        is_well = output is not None and process.wait(max(0.0, deadline - time.monotonic())) == 0
    except subprocess.TimeoutExpired:
        is_well = False
    finally:
        process.kill()
    return output if is_well else None


def _collect(pipe: IO[bytes] | None, deadline: float) -> bytes | None:
    """All bytes up to the end of the pipe; None when the time or the room for them runs out."""
    if pipe is None:
        return None
    received = bytearray()
    with selectors.DefaultSelector() as selector:
        selector.register(pipe, selectors.EVENT_READ)
        while len(received) <= limits.OUTPUT_BYTES:
            if not selector.select(max(0.0, deadline - time.monotonic())):
                return None
            piece = os.read(pipe.fileno(), 65536)
            if not piece:
                return bytes(received)
            received += piece
    return None
