"""The powers that a reading child gives up before it opens a file from outside."""

from __future__ import annotations

import contextlib
import ctypes
import os
import resource
import signal
import sys
from typing import Any

from loa.documents.reading import limits

_LIMITS = {
    "RLIMIT_CPU": limits.CPU_SECONDS,
    "RLIMIT_FSIZE": 0,
    "RLIMIT_CORE": 0,
    "RLIMIT_NPROC": 0,
    "RLIMIT_NOFILE": limits.OPEN_FILES,
}
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_PROGRAMS = ("subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.system", "pty.")
_CHANGES = ("os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod")
_FORBIDDEN = ("socket.", *_PROGRAMS, *_CHANGES)
# Of Linux: <sys/prctl.h>, <sched.h>.
_DIE_WITH_PARENT, _NO_NEW_PRIVILEGES = 1, 38
_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    """Python's own audit hook: no network, no programs, no change on the disk."""
    if event.startswith(_FORBIDDEN) or (event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITES):
        raise PermissionError(event)


def _leave_the_network() -> None:
    """On Linux: a network of our own that leads nowhere, where the kernel gives one, and an end with the parent's.

    What is denied here is no failure: the hook forbids sockets to Python in any case.
    """
    with contextlib.suppress(AttributeError, OSError):
        libc = ctypes.CDLL(None)
        libc.prctl(_DIE_WITH_PARENT, signal.SIGKILL, 0, 0, 0)
        libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
        if libc.unshare(_NEW_NETWORK) != 0:  # allowed to root alone; anybody else asks for a user space as well
            libc.unshare(_NEW_USER | _NEW_NETWORK)


def give_up_powers(*, address_space: int = limits.ADDRESS_SPACE_BYTES) -> None:
    """Take on the limits that this platform knows; the hook cannot be removed again.

    :param address_space: how many bytes of memory the process may ask for.
    """
    _leave_the_network()
    for name, value in (_LIMITS | {"RLIMIT_AS": address_space}).items():
        with contextlib.suppress(AttributeError, ValueError, OSError):
            resource.setrlimit(getattr(resource, name), (value, value))
    sys.addaudithook(_watch)
