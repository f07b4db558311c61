"""Who listens on a port of this machine, read from /proc; where that tells nothing, nobody is named."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

PROC = Path("/proc")
LISTEN = "0A"
OURS = "loa.cli.process"


@dataclass(frozen=True, slots=True)
class Listener:
    """A process: its number, its short name, and where it is Loa's: which part, over which data folder."""

    pid: int
    name: str
    is_loa: bool
    data: Path | None


def listener_on(port: int) -> Listener | None:
    """The process that listens on `port`; Loa's own first where several share it. None when it cannot be told."""
    sockets = {f"socket:[{inode}]" for inode in _inodes(port)}
    found = [_described(process) for process in _processes() if sockets and sockets & set(_handles(process))]
    return min(found, key=lambda one: (not one.is_loa, one.pid), default=None)


def _inodes(port: int) -> Iterator[str]:
    for table in ("tcp", "tcp6"):
        with contextlib.suppress(OSError):
            for line in (PROC / "net" / table).read_text().splitlines()[1:]:
                fields = line.split()
                if fields[3] == LISTEN and int(fields[1].rpartition(":")[2], 16) == port:
                    yield fields[9]


def _processes() -> list[Path]:
    with contextlib.suppress(OSError):
        return [path for path in PROC.iterdir() if path.name.isdigit()]
    return []


def _handles(process: Path) -> Iterator[str]:
    with contextlib.suppress(OSError):
        for handle in (process / "fd").iterdir():
            with contextlib.suppress(OSError):
                yield str(handle.readlink())


def _described(process: Path) -> Listener:
    words = _parts(process / "cmdline")
    variables = dict(part.partition("=")[::2] for part in _parts(process / "environ"))
    name = "".join(_parts(process / "comm")).strip()
    folder = variables.get("LOA_DATA")
    return Listener(
        pid=int(process.name), name=name, is_loa=_is_loa(words), data=Path(folder).resolve() if folder else None
    )


def _is_loa(words: list[str]) -> bool:
    """`python -m loa …` or `python -m loa.cli.process …`."""
    return any(before == "-m" and word in ("loa", OURS) for before, word in pairwise(words))


def _parts(path: Path) -> list[str]:
    try:
        return path.read_bytes().decode("utf-8", "replace").split("\0")
    except OSError:
        return []
