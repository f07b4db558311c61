"""What the portal remembers of one published message: a small file beside its page, so that no database is needed."""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, dataclass, fields
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from loa.core.clock import VIETNAM
from loa.typeset.dates import day_text

STATE_FILE = "tin.json"
MESSAGES = "tin"
SUFFIXES = {"audio/mpeg": ".mp3", "audio/ogg": ".opus", "application/pdf": ".pdf"}


logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class MediaFile:
    """A file for residents, named by its hash; `about` says in words what one hears."""

    name: str
    size: int
    about: str = ""

    @property
    def weight(self) -> str:
        """ "412 KB" or "1,3 MB"."""
        if self.size < 1_000_000:
            return f"{max(1, round(self.size / 1000))} KB"
        return f"{self.size / 1_000_000:.1f} MB".replace(".", ",")


@dataclass(frozen=True, slots=True)
class Entry:
    """One published message. `published_at` is an instant, `until` a day, both in ISO form; `until` may be empty."""

    code: str
    title: str
    summary: str
    commune: str
    province: str
    address: str
    published_at: str
    until_day: str
    article: str
    approval: str
    audio: MediaFile | None = None
    poster: MediaFile | None = None
    approved: str = ""

    @property
    def published(self) -> str:
        return day_text(datetime.fromisoformat(self.published_at).astimezone(VIETNAM).date())

    @property
    def until(self) -> str:
        return day_text(date.fromisoformat(self.until_day)) if self.until_day else ""

    @property
    def mark(self) -> str:
        """The head of the approval's hash, easy to compare: "7F3A-91C2"."""
        return f"{self.approval[:4]}-{self.approval[4:8]}".upper()

    def to_json(self) -> bytes:
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True, indent=1).encode() + b"\n"


def all_entries(root: Path) -> list[Entry]:
    """What is published under `root`, newest first."""
    found = (_read(path) for path in root.glob(f"{MESSAGES}/*/{STATE_FILE}"))
    entries = [entry for entry in found if entry is not None]
    return sorted(entries, key=lambda entry: (entry.published_at, entry.code), reverse=True)


def kept_entry(root: Path, code: str) -> Entry | None:
    """What `root` remembers of the message `code`, or None where it was never published."""
    path = root / MESSAGES / code / STATE_FILE
    return _read(path) if path.is_file() else None


def instant_text(at: datetime) -> str:
    """`at` in UTC and ISO form, so that texts sort as instants do."""
    return at.astimezone(UTC).isoformat()


def _read(path: Path) -> Entry | None:
    """What the file remembers; one that a power failure or a hand has spoilt counts as none, and is written anew."""
    try:
        data: dict[str, Any] = json.loads(path.read_bytes())
        for name in ("audio", "poster"):
            data[name] = MediaFile(**_known(MediaFile, data[name])) if data.get(name) else None
        return Entry(**_known(Entry, data))
    except (ValueError, TypeError, AttributeError):
        logger.warning("%s cannot be read and is left out", path)
        return None


def _known(kind: type[Entry | MediaFile], data: dict[str, Any]) -> dict[str, Any]:
    """The fields of `kind` in `data`: a file that a later version of Loa wrote may hold more."""
    names = {field.name for field in fields(kind)}
    return {name: value for name, value in data.items() if name in names}
