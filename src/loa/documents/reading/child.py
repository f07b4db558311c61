"""The process that reads a file from outside: `python -m loa.documents.reading.child PATH`.

It gives up every power it does not need before it opens the file, and writes one JSON object to its output:
`{"document": …}` or `{"refusal": class name}`. Anything else that goes wrong ends it, and that is an answer too.
"""

from __future__ import annotations

import contextlib
import json
import os
import resource
import sys
from pathlib import Path
from typing import Any

from loa.documents.reading import limits
from loa.documents.reading.readers import read_bytes
from loa.documents.reading.text import to_json
from loa.documents.refusals import CannotRead, FileTooBig

_LIMITS = {
    "RLIMIT_CPU": limits.CPU_SECONDS,
    "RLIMIT_AS": limits.ADDRESS_SPACE_BYTES,
    "RLIMIT_FSIZE": 0,
    "RLIMIT_CORE": 0,
    "RLIMIT_NOFILE": limits.OPEN_FILES,
}
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_PROGRAMS = ("subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.system", "pty.")
_CHANGES = ("os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod")
_FORBIDDEN = ("socket.", *_PROGRAMS, *_CHANGES)


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    """Python's own audit hook: no network, no programs, no change on the disk."""
    if event.startswith(_FORBIDDEN) or (event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITES):
        raise PermissionError(event)


def give_up_powers() -> None:
    """Take on the limits that this platform knows; the hook cannot be removed again."""
    for name, value in _LIMITS.items():
        with contextlib.suppress(AttributeError, ValueError, OSError):
            resource.setrlimit(getattr(resource, name), (value, value))
    sys.addaudithook(_watch)


def answer(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        data = file.read(limits.MAX_FILE_BYTES + 1)
    if len(data) > limits.MAX_FILE_BYTES:
        return {"refusal": FileTooBig.__name__}
    try:
        return {"document": to_json(read_bytes(data))}
    except CannotRead as error:
        return {"refusal": error.refusal.__name__}


def main() -> int:
    give_up_powers()
    sys.stdout.buffer.write(json.dumps(answer(Path(sys.argv[1])), ensure_ascii=False).encode("utf-8"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
