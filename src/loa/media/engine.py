"""Runs the media engine in a child process: a crash or a hang in a codec cannot take Loa down."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

SOURCE_ROOT = Path(__file__).resolve().parents[2]
CHILD = "loa.media.child"


class MediaFailed(Exception):
    """The media engine gave no result; the text says how it ended."""


def run_engine(order: Mapping[str, Any], payload: bytes, *, timeout: float) -> tuple[dict[str, Any], bytes]:
    """Give `order` (JSON) and `payload` to the child; return its JSON answer and the bytes after it.

    :param timeout: seconds after which the child is killed.
    :raises MediaFailed: it crashed, ran too long, or refused the input.
    """
    head = json.dumps(dict(order), ensure_ascii=True).encode() + b"\n"
    try:
        done = subprocess.run(
            [sys.executable, "-m", CHILD],
            input=head + payload,
            capture_output=True,
            timeout=timeout,
            cwd=SOURCE_ROOT,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise MediaFailed(f"the media engine did not end within {timeout:.0f} s") from error
    except OSError as error:
        raise MediaFailed(f"the media engine could not be started: {error}") from error
    if done.returncode != 0:
        raise MediaFailed(f"the media engine ended with {done.returncode}: {_last_line(done.stderr)}")
    answer, _newline, data = done.stdout.partition(b"\n")
    try:
        return json.loads(answer), data
    except ValueError as error:
        raise MediaFailed("the media engine gave an unreadable answer") from error


def _last_line(stderr: bytes) -> str:
    lines = stderr.decode("utf-8", "replace").strip().splitlines()
    return lines[-1] if lines else "no message"
