"""What is known of lines beside their words, as small JSON, and back. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
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


def noted(lines: Sequence[Line], notes: Mapping[str, Sequence[Any]]) -> tuple[Line, ...]:
    """The lines with their pages, confidence and doubtful words again."""
    return tuple(_noted(lines, notes)) if notes else tuple(lines)


def _noted(lines: Sequence[Line], notes: Mapping[str, Sequence[Any]]) -> Iterator[Line]:
    page: int | None = None
    for line in lines:
        confidence: float | None = None
        doubtful: Sequence[str] = ()
        if str(line.number) in notes:
            page, confidence, doubtful = notes[str(line.number)]
        yield replace(line, page=page, confidence=confidence, doubtful=tuple(doubtful))
