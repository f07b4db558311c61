"""What a check found: how grave it is, what is so, and the mend."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path


class Level(StrEnum):
    """How much a finding asks of a person; only an error fails the command."""

    OK = "ok"
    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the doctor's. `found` and `mend` are sentences in the language of the process."""

    check: str
    level: Level
    found: str
    mend: str | None = None

    def as_dict(self) -> dict[str, str | None]:
        return {"check": self.check, "level": self.level.value, "found": self.found, "mend": self.mend}


@dataclass(frozen=True, slots=True)
class Place:
    """What is examined: the data folder, the commune of the call (None: all), and the real time."""

    data: Path
    commune_code: str | None
    now: datetime

    @property
    def secrets(self) -> Path:
        return self.data / "secrets"

    @property
    def database_file(self) -> Path:
        return self.data / "loa.sqlite3"


def ok(check: str, found: str) -> Finding:
    return Finding(check, Level.OK, found)


def note(check: str, found: str, *, mend: str | None = None) -> Finding:
    return Finding(check, Level.NOTE, found, mend)


def warning(check: str, found: str, *, mend: str) -> Finding:
    return Finding(check, Level.WARNING, found, mend)


def error(check: str, found: str, *, mend: str) -> Finding:
    return Finding(check, Level.ERROR, found, mend)
