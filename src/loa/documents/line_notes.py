"""What is known of lines beside their words, as small JSON, and back. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from loa.documents.ports import Line

Notes = dict[str, list[Any]]


def notes_of(lines: Iterable[Line]) -> Notes:
    """By line number [page, confidence, doubtful words], of the first line of each page and of those from a picture."""
    found: Notes = {}
    page: int | None = None
    for line in lines:
        if line.page != page or line.confidence is not None or line.doubtful:
            found[str(line.number)] = [line.page, line.confidence, list(line.doubtful)]
        page = line.page
    return found


def looked_at(
    notes: Mapping[str, Sequence[Any]], lines: Collection[int], *, by: int, at: datetime
) -> tuple[Notes, list[int]]:
    """The notes with those of `lines` that have doubtful words signed by the person (primary key) who looked at them.

    A signed note is [page, confidence, doubtful words, [person, time]]. Also returns the numbers of those newly signed.
    """
    kept = {number: list(note) for number, note in notes.items()}
    seen = [line for line in sorted(set(lines)) if kept.get(str(line), [None] * 3)[2] and len(kept[str(line)]) == 3]
    for line in seen:
        kept[str(line)].append([by, at.isoformat()])
    return kept, seen


def noted(lines: Sequence[Line], notes: Mapping[str, Sequence[Any]]) -> tuple[Line, ...]:
    """The lines with their pages, confidence and doubtful words again; a word that was looked at is not doubtful."""
    return tuple(_noted(lines, notes)) if notes else tuple(lines)


def _noted(lines: Sequence[Line], notes: Mapping[str, Sequence[Any]]) -> Iterator[Line]:
    page: int | None = None
    for line in lines:
        confidence: float | None = None
        doubtful: Sequence[str] = ()
        if str(line.number) in notes:
            page, confidence, doubtful, *signed = notes[str(line.number)]
            doubtful = () if signed else doubtful
        yield replace(line, page=page, confidence=confidence, doubtful=tuple(doubtful))
