"""Words that were hard to read in a picture, each in its line, until somebody has looked at them. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from loa.console.plans.anchoring import Anchoring, Ref
from loa.console.plans.marking import Kind
from loa.console.plans.review_rows import Row, Rows
from loa.documents.ports import Line

_BETWEEN = re.compile(r"(\s+)")


@dataclass(frozen=True, slots=True)
class Doubt:
    """One line: its words in `parts`, each with whether it was hard to read, and its number in the document."""

    line: int
    parts: tuple[tuple[str, bool], ...]
    ref: Ref

    @property
    def id(self) -> str:
        return f"kho-{self.line}"


def doubtful_lines(lines: Iterable[Line], rows: Rows) -> list[tuple[Line, frozenset[str]]]:
    """The lines with the words of which nobody can be sure yet: not those in a row that a person has corrected."""
    seen = [row for group in rows.values() for row in group if row.is_changed and row.before is not None]
    found = ((line, frozenset(_unseen(line, seen))) for line in lines if line.doubtful)
    return [(line, words) for line, words in found if words]


def doubts_of(found: Sequence[tuple[Line, frozenset[str]]], anchoring: Anchoring) -> list[Doubt]:
    """The same for the page, each with its number."""
    return [
        Doubt(
            line.number,
            tuple(_parts(line.text, words)),
            anchoring.ref(line.text, (line.number, line.number), field_id=f"kho-{line.number}", kind=Kind.UNSURE),
        )
        for line, words in found
    ]


def _unseen(line: Line, corrected: Sequence[Row]) -> Iterator[str]:
    here = [row for row in corrected if any(at.line_from <= line.number <= at.line_to for at in row.places)]
    said = [json.dumps(row.before, ensure_ascii=False) for row in here]
    yield from (word for word in line.doubtful if not any(word.strip(",;.:") in words for words in said))


def _parts(text: str, words: frozenset[str]) -> Iterator[tuple[str, bool]]:
    """The line cut before and after each doubtful word, its spaces as one."""
    plain = ""
    for part in _BETWEEN.split(text):
        if part not in words:
            plain += part if part.strip() else " "
            continue
        if plain:
            yield plain, False
        yield part, True
        plain = ""
    if plain:
        yield plain, False
