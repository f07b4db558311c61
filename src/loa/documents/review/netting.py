"""What many deeds come to: each row once, as it was before the first and as it is after the last. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from loa.documents.review.changes import ANSWERS, LISTS, PLACE, Change, Review

UNITS = "units"
# Clauses come first: what people added may stand in a clause that they made.
_ORDER = ("clauses", *(name for name in (*LISTS, ANSWERS) if name != "clauses"))


@dataclass(frozen=True, slots=True)
class Net:
    """One change, and the row it is of as the later review names it (a header field is its own row)."""

    row: str
    change: Change


def net_changes(start: Review, end: Review) -> list[Net]:
    """The changes that lead from `start` to `end`, which is `start` with more deeds; no field twice.

    A row that was added and taken away again leaves no trace. Of the names of a unit each row is one whole: that a
    person confirmed it as it was is kept too.
    """
    found = [
        Net(f"/header/{part}", Change(f"/header/{part}", value, end.data["header"][part]))
        for part, value in start.data["header"].items()
        if value != end.data["header"][part]
    ]
    for name in _ORDER:
        found += _known_rows(start, end, name=name)
        found += _added_rows(start, end, name=name)
    return found


def row_of(field: str) -> str:
    """The row that a change is of; a field of the header is its own."""
    parts = field.split("/")
    return field if parts[1] == "header" else "/".join(parts[:3])


def _known_rows(start: Review, end: Review, *, name: str) -> Iterator[Net]:
    later = {row_of(change.field) for change in end.changes[len(start.changes) :]}
    for number, was in enumerate(start.data[name]):
        row, became = f"/{name}/{number}", end.data[name][number]
        if was == became:
            if name == UNITS and row in later:
                yield Net(row, Change(row, was, became))
        elif name == UNITS or not (isinstance(was, dict) and isinstance(became, dict)):
            yield Net(row, Change(row, was, became))
        else:
            parts = (part for part in became if was[part] != became[part])
            yield from (Net(row, Change(f"{row}/{part}", was[part], became[part])) for part in parts)


def _added_rows(start: Review, end: Review, *, name: str) -> Iterator[Net]:
    first = len(start.data[name])
    added = [(n, row) for n, row in enumerate(end.data[name]) if n >= first and row is not None]
    for free, (number, row) in enumerate(added, start=first):
        yield Net(f"/{name}/{number}", Change(f"/{name}/{free}", None, as_added(end, f"/{name}/{number}", row=row)))


def as_added(review: Review, pointer: str, *, row: Any) -> dict[str, Any]:
    """A row that a person added as its change writes it: a label as an object, with the lines where it stands."""
    written = {"label": row} if isinstance(row, str) else dict(row)
    return {**written, PLACE: list(review.places[pointer])} if pointer in review.places else written
