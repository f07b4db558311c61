"""Whether two printed names are one unit: a person's word on it, as changes of the unit rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from loa.documents.review.changes import PLACE, Change, Review
from loa.documents.review.deeds import checked


def same_unit(review: Review, *, first: str, second: str) -> list[Change]:
    """Say that two printed names are one unit; the fuller one names it, the other is kept as a spelling."""
    full, short = sorted((first, second), key=lambda name: (-len(name.split()), -len(name)))
    rows = {name: _unit_row(review, name) for name in (full, short)}
    if rows[full] is not None and rows[full] == rows[short]:
        return _confirmed(review, str(rows[full]))
    pointer, gone = rows[full] or rows[short], rows[short] if rows[full] else None
    names = [full, short, *(_names_at(review, pointer) if pointer else ()), *(_names_at(review, gone) if gone else ())]
    doubts = [*_doubts_at(review, pointer), *_doubts_at(review, gone)]
    row = _unit(full, alternatives=names[1:], doubtful=[name for name in doubts if name not in names])
    changes = [Change(gone, review.value(gone), None)] if gone else []
    target = pointer or review.free("units")
    changes.append(Change(target, review.value(target), _placed(review, row) if pointer is None else row))
    return checked(review, [*changes, *_undoubted(review, {full, short}, without=(pointer, gone))])


def not_same_unit(review: Review, *, first: str, second: str) -> list[Change]:
    """Say that two printed names are two units: each gets a row of its own, and no doubt is left between them."""
    changes: list[Change] = []
    for mine, other in ((first, second), (second, first)):
        now = review.with_changes(*changes)
        pointer = _unit_row(now, mine)
        if pointer is None:
            changes.append(Change(now.free("units"), None, _placed(now, _unit(mine, alternatives=[], doubtful=[]))))
            continue
        row = now.value(pointer)
        names = [name for name in _names_at(now, pointer) if name != other]
        became = _unit(names[0], alternatives=names[1:], doubtful=[name for name in row["doubtful"] if name != other])
        if became != row:
            changes.append(Change(pointer, row, became))
    return checked(review, changes)


def _confirmed(review: Review, pointer: str) -> list[Change]:
    """The reading has them as one already: the person's word is kept as a change that changes nothing."""
    is_said = any(change.field == pointer for change in review.changes)
    row = review.value(pointer)
    return [] if is_said else [Change(pointer, row, row)]


def _unit(name: str, *, alternatives: Sequence[str], doubtful: Sequence[str]) -> dict[str, Any]:
    others = [one for one in dict.fromkeys(alternatives) if one != name]
    return {"name": name, "alternatives": others, "doubtful": list(dict.fromkeys(doubtful))}


def _unit_row(review: Review, name: str) -> str | None:
    """The row that surely has the name."""
    for number, row in enumerate(review.data["units"]):
        if row is not None and name in (row["name"], *row["alternatives"]):
            return f"/units/{number}"
    return None


def _names_at(review: Review, pointer: str) -> list[str]:
    row = review.value(pointer)
    return [row["name"], *row["alternatives"]]


def _doubts_at(review: Review, pointer: str | None) -> list[str]:
    return [] if pointer is None else list(review.value(pointer)["doubtful"])


def _undoubted(review: Review, names: set[str], *, without: tuple[str | None, str | None]) -> list[Change]:
    """Other rows no longer doubt a name that has its unit now."""
    changes = []
    for number, row in enumerate(review.data["units"]):
        pointer = f"/units/{number}"
        if row is not None and pointer not in without and names & set(row["doubtful"]):
            left = [name for name in row["doubtful"] if name not in names]
            changes.append(Change(pointer, row, {**row, "doubtful": left}))
    return changes


def _placed(review: Review, row: dict[str, Any]) -> dict[str, Any]:
    """The row with the first line that prints one of its names, if any does."""
    for name in (row["name"], *row["alternatives"]):
        for pointer, places in review.result.anchors.items():
            if pointer.startswith("/assignments/") and any(name in place.quote for place in places):
                return {**row, PLACE: [places[0].line_from, places[-1].line_to]}
    return row
