"""The media engine's process: one JSON line and bytes in, one JSON line and bytes out."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from typing import Any

import av

from loa.media.graphs import decoded
from loa.media.id3 import id3_tag
from loa.media.mastering import level_of, master


def answer(order: dict[str, Any], payload: bytes) -> tuple[dict[str, Any], bytes]:
    """Do one task.

    :raises ValueError: an unknown task, or a payload without sound.
    """
    match order["task"]:
        case "measure":
            data, level = b"", level_of(decoded(payload))
        case "loudspeaker":
            data, level = master(payload, rate=int(order["rate"]))
            data = id3_tag(order["tags"]) + data
        case unknown:
            raise ValueError(f"unknown task {unknown}")
    if not level.seconds:
        raise ValueError("no sound in it")
    return asdict(level), data


def main() -> int:
    head, _newline, payload = sys.stdin.buffer.read().partition(b"\n")
    try:
        facts, data = answer(json.loads(head), payload)
    except (ValueError, KeyError, IndexError, av.error.FFmpegError) as error:
        sys.stderr.write(f"{type(error).__name__}: {error}\n")
        return 1
    sys.stdout.buffer.write(json.dumps(facts).encode() + b"\n" + data)
    return 0


if __name__ == "__main__":
    sys.exit(main())
