"""Who may connect, with what password, to read and write what. Kept in one JSON file (0600) with hashed passwords."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class BrokerClient:
    """One account. The filters may hold `+` for one level."""

    username: str
    may_read: tuple[str, ...]
    may_write: tuple[str, ...]


def hash_password(password: str, *, salt: str) -> str:
    """Salted SHA-256. The passwords are 256 random bits, so nothing slower is needed against guessing."""
    return hashlib.sha256(f"{salt}:{password}".encode()).hexdigest()


def is_covered(topic: str, allowed: str) -> bool:
    """Whether `topic` (or a subscription to it) stays inside the filter `allowed`; `+` in `allowed` is one level."""
    asked, granted = topic.split("/"), allowed.split("/")
    return len(asked) == len(granted) and all(
        want == may or (may == "+" and want not in ("#", "")) for want, may in zip(asked, granted, strict=True)
    )


class Accounts:
    """The accounts of a file, read again when the file changes, so a new player needs no restart."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._seen: tuple[int, int] | None = None
        self._rows: Mapping[str, Mapping[str, Any]] = {}

    def _current(self) -> Mapping[str, Mapping[str, Any]]:
        status = self._path.stat()
        if self._seen != (status.st_mtime_ns, status.st_ino):
            self._rows = json.loads(self._path.read_bytes())
            self._seen = (status.st_mtime_ns, status.st_ino)
        return self._rows

    def is_known(self, *, username: str | None, password: str | None) -> bool:
        row = self._current().get(username or "")
        if row is None or not password:
            return False
        return hmac.compare_digest(hash_password(password, salt=row["salt"]), row["hash"])

    def may_read(self, username: str | None, topic: str) -> bool:
        return self._is_granted("may_read", username, topic=topic)

    def may_write(self, username: str | None, topic: str) -> bool:
        return self._is_granted("may_write", username, topic=topic)

    def post_boxes(self) -> list[tuple[str, str]]:
        """(account, topic) of every single topic that an account may read."""
        return [
            (username, topic)
            for username, row in self._current().items()
            for topic in row["may_read"]
            if not {"+", "#"} & set(topic.split("/"))
        ]

    def _is_granted(self, right: str, username: str | None, *, topic: str) -> bool:
        row = self._current().get(username or "")
        return row is not None and any(is_covered(topic, allowed) for allowed in row[right])


def account_of(identifier: str) -> str:
    """Whose connection it is: an account calls it by its own name, or by its name, a slash and more."""
    return identifier.partition("/")[0]
