"""What became of one file, as a row of the report."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from loa.core.language import gettext_noop as marked


class Fate(StrEnum):
    """How a file ended."""

    IMPORTED = marked("đã nhập")
    KNOWN = marked("đã có")
    REFUSED = marked("bị từ chối")
    PASSED_OVER = marked("bỏ qua")


@dataclass(frozen=True, slots=True)
class Outcome:
    """One file with its fate; the figures are None where nothing was read.

    `symbol` is the printed number with its sign, `date` an ISO day, `seconds` how long it took.
    """

    file: str
    fate: Fate
    reason: str = ""
    symbol: str | None = None
    title: str | None = None
    date: str | None = None
    clauses: int | None = None
    assignments: int | None = None
    questions: int | None = None
    seconds: float = 0.0
