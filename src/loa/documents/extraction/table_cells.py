"""The cells of a table and the small words around it: the label of its annex, the numbers of its rows."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .cleaning import clean

_ANNEX = re.compile(
    r"(?P<label>(?i:phụ lục|phụ biểu|biểu mẫu|biểu|mẫu)(?:\s+số)?(?:\s*[:.]?\s*(?:[IVXL]+|\d+[a-zA-Z]?)\b)?)"
)
_MAY_BE_ANNEX = re.compile(r"[\s*|]*(?:phụ|biểu|mẫu)\s", re.IGNORECASE)
_ANNEX_ALONE = re.compile(r"[\s.:;,()–-]*$|\s*[.:–-]?\s+[A-ZĐÀ-Ỹ]")
_ORDER = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,2})*|[IVXL]{1,6}|[A-Z]|[a-zđ])\)?[.)]?")


@dataclass(frozen=True, slots=True)
class Cell:
    """The words of a cell and the lines they stand on."""

    text: str
    line_from: int
    line_to: int


TableRow = tuple[Cell, ...]


def annex_label(text: str) -> str | None:
    if not _MAY_BE_ANNEX.match(text):
        return None
    words = clean(text)
    found = _ANNEX.match(words)
    return found["label"] if found and _ANNEX_ALONE.match(words[found.end() :]) else None


def is_order(text: str) -> bool:
    """An STT as printed: `3`, `1.2`, `II`, `a)`."""
    return _ORDER.fullmatch(text.strip()) is not None
