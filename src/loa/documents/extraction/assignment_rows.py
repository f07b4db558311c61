"""An assignment as found: the row and the letters that name its unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loa.documents.ports import AssignmentRow

from .body import Passage
from .paragraphs import Paragraph
from .units import UnitName, names_in

LEAD, SUPPORT, REQUEST = "lead", "support", "request"
_ASKS = re.compile(r"(?:Đề nghị|đề nghị|Kính đề nghị|Trân trọng đề nghị|Mời|Kính mời)\s+")
_GIVES = re.compile(r"(?:Giao|giao|Yêu cầu|Phân công)\s+(?:cho\s+|trách nhiệm cho\s+)?")
NAMES_IN_BRACKETS = re.compile(r"\s*\(([^)]*)\)")


@dataclass(frozen=True, slots=True)
class FoundAssignment:
    """An assignment and the letters that name its unit."""

    row: AssignmentRow
    paragraph: Paragraph
    start: int
    end: int
    is_vague: bool


def asked(text: str, at: int) -> tuple[int, str]:
    """Where the names begin behind `Đề nghị`, `Giao` …, and the role that word gives."""
    if found := _ASKS.match(text, at):
        return found.end(), REQUEST
    if found := _GIVES.match(text, at):
        return found.end(), LEAD
    return at, LEAD


def rows_of(passage: Passage, start: int, *, end: int, role: str) -> Iterator[FoundAssignment]:
    """One row per body in the list `start`..`end` of the passage."""
    for name in names_in(passage.paragraph.text, start, end=end):
        yield found_row(passage, name, role=role)


def found_row(passage: Passage, name: UnitName, *, role: str) -> FoundAssignment:
    """The row of one name."""
    row = AssignmentRow(passage.item.label, name.text, role)
    return FoundAssignment(row, passage.paragraph, name.start, name.end, name.is_vague)
