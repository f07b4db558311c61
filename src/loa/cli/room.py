"""Whether a failure of another process was only a full disk: then that is what the person must hear."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

FULL_BELOW = 256 * 1024  # bytes; SQLite and a log need about that much to go on


def raise_if_full(folder: Path) -> None:
    """:raises OSError: `ENOSPC`, when the disk of `folder` has no room left."""
    if shutil.disk_usage(folder).free < FULL_BELOW:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(folder))
