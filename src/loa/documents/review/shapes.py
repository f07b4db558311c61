"""Whether what a page sends is a row of its list at all; what it says is another matter (`validity`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from loa.documents.ports import (
    ActivityRow,
    AssignmentRow,
    AudienceRow,
    Clause,
    CostRow,
    ReportingDuty,
    TaskRow,
    UnitNames,
    Window,
)
from loa.documents.review.changes import ANSWERS, LABELS, PLACE, Review


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to a question that no field answers: its kind, its clause and the words it asks about."""

    kind: str
    clause: str
    quote: str
    answer: str


_SHAPES = {
    "windows": Window,
    "assignments": AssignmentRow,
    "activities": ActivityRow,
    "reporting": ReportingDuty,
    "audiences": AudienceRow,
    "costs": CostRow,
    "tasks": TaskRow,
    "units": UnitNames,
    "clauses": Clause,
    ANSWERS: Answer,
}
_PARTS = {name: {part.name for part in fields(shape)} for name, shape in _SHAPES.items()}
_LISTED = {"channels", "lead", "support", "alternatives", "doubtful"}


def has_shape(name: str, row: Any) -> bool:
    """Whether it is a row of that list at all: what a page of ours never sends is no correction."""
    if name in LABELS:
        return isinstance(row, str)
    if not isinstance(row, Mapping) or set(row) != _PARTS[name]:
        return False
    plain = (value for part, value in row.items() if part not in _LISTED)
    listed = (row[part] for part in _LISTED & set(row))
    return all(value is None or isinstance(value, str | int) for value in plain) and all(
        isinstance(value, list) and all(isinstance(one, str) for one in value) for value in listed
    )


def has_place(review: Review, pointer: str) -> bool:
    """Whether the lines that a person's row names are lines of the document."""
    made = [change.became[PLACE] for change in review.changes if change.field == pointer and _is_placed(change.became)]
    numbers = {line.number for line in review.result.lines}
    return all(
        isinstance(lines, list) and len(lines) == 2 and set(map(type, lines)) == {int} and set(lines) <= numbers
        for lines in made
    )


def _is_placed(value: Any) -> bool:
    return isinstance(value, Mapping) and PLACE in value
