"""Corrections as changes over a reading: the reading itself stays as it was made.

A change names its field by a JSON Pointer into the printed object of the extraction AS READ (`/header/number`,
`/assignments/3/unit`, `/windows/2`). Row numbers never move: a removed row is `became=None`, a row that a person adds
is `was=None` on the next free number and says by `lines` where it stands. `/answers` is a list that no reading has:
what a person said to a question that no field answers (`review.answers`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from loa.documents.extraction.serial import from_json, to_json
from loa.documents.ports import Anchor, ExtractionResult

LABELS = ("topics", "budget")  # their rows are clause labels; a person's change writes them as {"label": …}
ROWS = ("windows", "assignments", "activities", "reporting", "audiences", "costs", "tasks", "units", "clauses")
LISTS = (*ROWS, *LABELS)
ANSWERS = "answers"
HELD = (*LISTS, ANSWERS)  # all that a change can name a row of
PLACE = "lines"


class NoSuchField(LookupError):
    """A pointer leads nowhere in this reading."""


@dataclass(frozen=True)
class Change:
    """One field as it was and as it became, in JSON values."""

    field: str
    was: Any
    became: Any


@dataclass(frozen=True)
class Review:
    """One reading under the changes made to it so far, oldest first."""

    result: ExtractionResult
    changes: tuple[Change, ...] = ()

    @cached_property
    def data(self) -> dict[str, Any]:
        """The printed object with every change; row numbers as read, a removed row is None."""
        data = {**to_json(self.result, explain=True), ANSWERS: []}
        for change in self.changes:
            _put(data, change)
        return data

    @cached_property
    def outcome(self) -> ExtractionResult:
        """The reading as corrected: removed rows are gone, anchors follow, used lines are no longer unused."""
        return _outcome(self) if self.changes else self.result

    @cached_property
    def pointers(self) -> dict[str, str]:
        """Each row of `outcome` by its pointer there → its pointer as read, which changes speak of."""
        live = {name: [n for n, row in enumerate(self.data[name]) if row is not None] for name in LISTS}
        return {f"/{name}/{new}": f"/{name}/{old}" for name, rows in live.items() for new, old in enumerate(rows)}

    def as_read(self, pointer: str) -> str:
        """A pointer into `outcome` (`/assignments/2/unit`) as changes name it; what is in no list stays as it is."""
        row, rest = _row_and_rest(pointer)
        return self.pointers[row] + rest if row in self.pointers else pointer

    def value(self, pointer: str) -> Any:
        """What stands at `pointer` (as read) now; None for a removed row and for the next free row.

        :raises NoSuchField: nothing can stand there.
        """
        return _value(self.data, pointer)

    def free(self, name: str) -> str:
        """The pointer of the next row that a person adds to the list `name`."""
        return f"/{name}/{len(self.data[name])}"

    def with_changes(self, *changes: Change) -> Review:
        """The same reading under these changes too."""
        after = Review(self.result, (*self.changes, *changes))
        if "data" in self.__dict__:  # what is known need not be made again from the whole reading
            after.__dict__["data"] = _with(self.data, changes)
        return after

    @cached_property
    def places(self) -> dict[str, tuple[int, int]]:
        """Where the rows stand that people added: pointer as read → lines, both inclusive."""
        found: dict[str, tuple[int, int]] = {}
        for change in self.changes:
            if isinstance(change.became, Mapping) and PLACE in change.became:
                first, last = change.became[PLACE]
                found[change.field] = (first, last)
        return found


def reviewed(result: ExtractionResult, changes: Iterable[Change]) -> ExtractionResult:
    """`result` under `changes`, oldest first; without any it is `result` itself.

    :raises NoSuchField: a change names what this reading cannot have.
    """
    return Review(result, tuple(changes)).outcome


def plain_row(value: Any) -> Any:
    """A row as the printed object has it: without the place that a person's row carries, a label as its words."""
    if not isinstance(value, Mapping):
        return value
    row = {name: part for name, part in value.items() if name != PLACE}
    return row["label"] if set(row) == {"label"} else row


def split(pointer: str) -> tuple[str, int | None, str | None]:
    """The list or object, the row's number and the name of its field: (`windows`, 2, `end`), (`header`, None, `date`).

    :raises NoSuchField: no such shape.
    """
    parts = pointer.split("/")
    if len(parts) == 3 and parts[:2] == ["", "header"]:
        return "header", None, parts[2]
    if len(parts) in (3, 4) and parts[0] == "" and parts[1] in HELD and parts[2].isdecimal():
        return parts[1], int(parts[2]), parts[3] if len(parts) == 4 else None
    raise NoSuchField(pointer)


def _value(data: dict[str, Any], pointer: str) -> Any:
    name, number, part = split(pointer)
    if number is None:
        return _part(data["header"], part, pointer=pointer)
    rows = data[name]
    if number > len(rows):
        raise NoSuchField(pointer)
    row = None if number == len(rows) else rows[number]
    return row if part is None else _part(row, part, pointer=pointer)


def _part(row: Any, part: str | None, *, pointer: str) -> Any:
    if not isinstance(row, Mapping) or part not in row:
        raise NoSuchField(pointer)
    return row[part]


def _with(data: Mapping[str, Any], changes: Iterable[Change]) -> dict[str, Any]:
    """The object with these changes too; the one given stays as it is."""
    after = {**data, "header": dict(data["header"])} | {name: list(data[name]) for name in HELD}
    for change in changes:
        _put(after, change)
    return after


def _put(data: dict[str, Any], change: Change) -> None:
    _value(data, change.field)  # refuses what leads nowhere
    name, number, part = split(change.field)
    if number is None:
        data["header"][part] = change.became
    elif part is not None:
        data[name][number] = {**data[name][number], part: change.became}
    elif number == len(data[name]):
        data[name].append(plain_row(change.became))
    else:
        data[name][number] = plain_row(change.became)


def _outcome(review: Review) -> ExtractionResult:
    data, result = review.data, review.result
    kept = {name: [row for row in data[name] if row is not None] for name in LISTS}
    read = from_json({**data, **kept}, "\n".join(line.text for line in result.lines))
    live = {old: new for new, old in review.pointers.items()}
    anchors: dict[str, tuple[Anchor, ...]] = {}
    for pointer, places in result.anchors.items():
        row, rest = _row_and_rest(pointer)
        if row in live:
            anchors[live[row] + rest] = places
        elif row is None:
            anchors[pointer] = places
    added = {pointer: lines for pointer, lines in review.places.items() if pointer in live}
    for pointer, lines in added.items():
        anchors.setdefault(live[pointer], (_anchor(result, first=lines[0], last=lines[1]),))
    used = {number for first, last in added.values() for number in range(first, last + 1)}
    unused = tuple(number for number in result.unused if number not in used)
    return replace(read, anchors=anchors, unused=unused, lines=result.lines)


def _row_and_rest(pointer: str) -> tuple[str | None, str]:
    parts = pointer.split("/")
    if len(parts) > 2 and parts[1] in LISTS:
        return "/".join(parts[:3]), "".join(f"/{part}" for part in parts[3:])
    return None, ""


def _anchor(result: ExtractionResult, *, first: int, last: int) -> Anchor:
    """The words of whole lines; no rule read them, a person marked them."""
    lines = [line for line in result.lines if first <= line.number <= last]
    quote = " ".join(" ".join(line.text for line in lines).split())
    return Anchor(lines[0].page if lines else None, first, last, quote)
