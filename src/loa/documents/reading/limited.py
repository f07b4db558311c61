"""Reading a file that came from outside: in a child process with limits, whatever the file does to it."""

from __future__ import annotations

import json
import os
import selectors
import subprocess
import sys
import time
from pathlib import Path
from typing import IO, Any

import loa
from loa.documents.reading import limits
from loa.documents.reading.text import ReadDocument, from_json
from loa.documents.refusals import (
    REFUSAL_BY_NAME,
    EmptyFile,
    FileMissing,
    FileNotAllowed,
    FileTooBig,
    NotAFile,
    UnreadableDocument,
)

CHILD = "loa.documents.reading.child"


def read_file(path: Path) -> ReadDocument:
    """Read a TXT, DOCX or PDF file into numbered lines.

    :raises UnreadableDocument: the file is refused; the subclass says why.
    """
    check_file(path)
    output = _run_child(path)
    if output is None:
        raise UnreadableDocument(path.name)
    try:
        said: dict[str, Any] = json.loads(output)
        if "refusal" in said:
            raise REFUSAL_BY_NAME[said["refusal"]](path.name)
        return from_json(said["document"])
    except (ValueError, KeyError, TypeError) as error:
        raise UnreadableDocument(path.name) from error


def check_file(path: Path) -> None:
    """Look at a file from outside only: its kind and its size, before a byte of it is read.

    :raises UnreadableDocument: missing, no file, not allowed, empty or over the limit.
    """
    try:
        if path.exists() and not path.is_file():
            raise NotAFile(path.name)
        size = path.stat().st_size
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise FileMissing(path.name) from error
    except OSError as error:
        raise FileNotAllowed(path.name) from error
    if size == 0:
        raise EmptyFile(path.name)
    if size > limits.MAX_FILE_BYTES:
        raise FileTooBig(path.name)
    if not os.access(path, os.R_OK):
        raise FileNotAllowed(path.name)


def _run_child(path: Path) -> bytes | None:
    """What the child wrote, or None where it crashed, was stopped by a limit, or wrote too much."""
    deadline = time.monotonic() + limits.WALL_SECONDS
    with subprocess.Popen(
        [sys.executable, "-P", "-B", "-m", CHILD, str(path.resolve())],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd="/",
        env={"PYTHONPATH": str(Path(loa.__file__).resolve().parent.parent), "PYTHONUTF8": "1"},
    ) as process:
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
