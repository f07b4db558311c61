"""What was read out of a plan as rows that keep their place while people change them. Pure.

A row's number is that of the reading as it was: a removed row stays where it stood, an added one comes after the last.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from loa.console.plans.review_words import GROUP_LABELS, HEADER_LABELS
from loa.documents.extraction.serial import to_json
from loa.documents.ports import Anchor
from loa.documents.review.changes import Review

HEADER, AUDIENCES = "header", "audiences"


@dataclass(frozen=True, slots=True)
class Row:
    """One thing read: its group and key (`windows`, `2`), its JSON `value` now and `before` anybody changed it.

    `value` is None where a person removed it, `before` is None where a person added it; a field of the header may be
    None for being blank. `places` is where it stands.
    """

    group: str
    key: str
    value: Any
    before: Any
    places: tuple[Anchor, ...]

    @property
    def pointer(self) -> str:
        return f"/{self.group}/{self.key}"

    @property
    def id(self) -> str:
        """Its name in addresses and on the page."""
        return f"{self.group}-{self.key}"

    @property
    def is_removed(self) -> bool:
        return self.group != HEADER and self.value is None

    @property
    def is_added(self) -> bool:
        return self.group != HEADER and self.before is None

    @property
    def is_changed(self) -> bool:
        return bool(self.value != self.before)


Rows = Mapping[str, list[Row]]


def rows_of(review: Review) -> Rows:
    """The rows of each group that a person corrects, of the audiences, as they stand now."""
    before = to_json(review.result, explain=True)
    groups = [group for group in (*GROUP_LABELS, AUDIENCES) if group != HEADER]
    lists = {group: _list_rows(review, group, old=before[group]) for group in groups}
    header = [
        Row(HEADER, name, review.data[HEADER][name], before[HEADER][name], _places(review, f"/{HEADER}/{name}"))
        for name in HEADER_LABELS
    ]
    return {HEADER: header} | lists


def row_named(rows: Rows, name: str) -> Row | None:
    """The row whose `id` is `name`."""
    group, _dash, _key = name.partition("-")
    return next((row for row in rows.get(group, ()) if row.id == name), None)


def audience_of(rows: Rows, clause: str) -> Row | None:
    """The row that says to whom a clause speaks."""
    return next((row for row in rows[AUDIENCES] if row.value is not None and row.value["clause"] == clause), None)


def clause_of(value: Any) -> str:
    """The clause of a row's value; empty where it has none."""
    if isinstance(value, str):
        return value
    return str(value.get("clause") or "") if isinstance(value, dict) else ""


def _list_rows(review: Review, group: str, *, old: list[Any]) -> list[Row]:
    """Those as read and those that people added and kept."""
    return [
        Row(group, str(number), value, before, _places(review, f"/{group}/{number}", value=value or before))
        for number, value in enumerate(review.data[group])
        if (before := old[number] if number < len(old) else None) is not None or value is not None
    ]


def _places(review: Review, pointer: str, *, value: Any = None) -> tuple[Anchor, ...]:
    """Where the reader found it, where a person pointed, else its clause."""
    read = review.result
    known = read.anchors.get(pointer, ())
    if known:
        return known
    if pointer in review.places:
        first, last = review.places[pointer]
        words = " ".join(line.text for line in read.lines[first - 1 : last])
        return (Anchor(None, first, last, words),)
    label = clause_of(value)
    return tuple(
        Anchor(None, clause.line_from, clause.line_to, clause.heading)
        for clause in read.clauses
        if label and clause.label == label
    )
