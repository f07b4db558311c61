"""Files kept by their content: written once, never changed, found by their SHA-256."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from loa.core.canonical import sha256_hex


class ContentMissing(Exception):
    """The store has no file of that hash."""


def write_durably(path: Path, data: bytes, *, mode: int = 0o644) -> None:
    """Put `data` at `path` whole or not at all, also when the power fails.

    :raises OSError: no room, no right; then nothing of `path` has changed.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(mode)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """The new name itself must reach the disk, else a power cut brings the old one back."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


class ContentStore:
    """A folder of files named by their SHA-256, two levels deep."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def path(self, sha256: str, *, suffix: str = "") -> Path:
        return self.root / sha256[:2] / f"{sha256}{suffix}"

    def put(self, data: bytes, *, suffix: str = "") -> str:
        """Keep `data` and return its SHA-256; the same bytes twice are one file, a damaged one is made whole."""
        digest = sha256_hex(data)
        path = self.path(digest, suffix=suffix)
        if not path.is_file() or sha256_hex(path.read_bytes()) != digest:
            write_durably(path, data, mode=0o444)
        return digest

    def get(self, sha256: str, *, suffix: str = "") -> bytes:
        """Return the bytes, checked against their name.

        :raises ContentMissing: absent, or the bytes are no longer those of the hash.
        """
        path = self.path(sha256, suffix=suffix)
        if not path.is_file():
            raise ContentMissing(sha256)
        data = path.read_bytes()
        if sha256_hex(data) != sha256:
            raise ContentMissing(sha256)
        return data
