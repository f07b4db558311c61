"""The lines of a document, cut where something was read from them. Pure: lines and marks in, segments out."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate, pairwise

from loa.campaigns.plan import CUT


class Kind(StrEnum):
    """What a mark says of its words. Where marks lie over one another the first of these is drawn."""

    UNSURE = "unsure"
    OUT = "out"
    SURE = "sure"


_RANK = {kind: rank for rank, kind in enumerate(Kind)}


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that something was read from: they stand in the lines `line_from`..`line_to` (from 1, inclusive).

    `quote` has its spaces folded, and `[…]` where words between were left out.
    """

    number: int
    kind: Kind
    quote: str
    line_from: int
    line_to: int


@dataclass(frozen=True, slots=True)
class Segment:
    """Words of one line with the same marks over them; `kind` is None without any.

    `begins` and `ends` are the numbers of the marks whose first, or last, word is here.
    """

    text: str
    kind: Kind | None = None
    begins: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Piece:
    """The part of a mark that lies in one line: its letters `start`..`end` (half-open)."""

    mark: Mark
    start: int
    end: int
    is_first: bool
    is_last: bool


def cut_lines(lines: Sequence[str], marks: Iterable[Mark]) -> list[list[Segment]]:
    """Each line as segments: their texts joined are the line, and every mark begins once and ends once.

    A mark whose words are not found lies over all its lines; one outside the document over the nearest line.
    """
    pieces: dict[int, list[_Piece]] = defaultdict(list)
    squeezed = ["".join(line.split()) for line in lines]
    for mark in marks if lines else ():
        spans = _spans(mark, lines, squeezed=squeezed)
        for place, (index, start, end) in enumerate(spans):
            pieces[index].append(_Piece(mark, start, end, place == 0, place == len(spans) - 1))
    return [_segments(line, pieces[index]) if index in pieces else [Segment(line)] for index, line in enumerate(lines)]


def _spans(mark: Mark, lines: Sequence[str], *, squeezed: Sequence[str]) -> list[tuple[int, int, int]]:
    """Where the mark's words stand: (index of the line, start, end), in order, at least one."""
    first = min(max(mark.line_from, 1), len(lines)) - 1
    last = max(min(mark.line_to, len(lines)) - 1, first)
    found: list[tuple[int, int, int]] = []
    letters, after = "".join(squeezed[first : last + 1]), 0
    starts = [0, *accumulate(len(text) for text in squeezed[first : last + 1])]
    for part in ("".join(words.split()) for words in mark.quote.split(CUT)):
        at = letters.find(part, after) if part else -1
        if at < 0:
            continue
        after = at + len(part)
        found += _over(lines, starts, first=first, start=at, end=after)
    return found or _whole(lines, first=first, last=last)


def _over(
    lines: Sequence[str], starts: Sequence[int], *, first: int, start: int, end: int
) -> list[tuple[int, int, int]]:
    """The lines that hold the letters `start`..`end`, counted without spaces from the line `first`."""
    spans = []
    row = bisect_right(starts, start) - 1
    while row < len(starts) - 1 and starts[row] < end:
        own = slice(max(start - starts[row], 0), min(end, starts[row + 1]) - starts[row])
        places = [place for place, letter in enumerate(lines[first + row]) if not letter.isspace()][own]
        if places:
            spans.append((first + row, places[0], places[-1] + 1))
        row += 1
    return spans


def _whole(lines: Sequence[str], *, first: int, last: int) -> list[tuple[int, int, int]]:
    """All words of the lines; where they have none, the first line as it is."""
    spans = [
        (index, len(line) - len(line.lstrip()), len(line.rstrip()))
        for index, line in enumerate(lines[first : last + 1], start=first)
        if line.strip()
    ]
    return spans or [(first, 0, len(lines[first]))]


def _segments(line: str, pieces: Sequence[_Piece]) -> list[Segment]:
    """The line, cut wherever a piece begins or ends; an empty line is one empty segment."""
    edges = sorted({0, len(line), *(piece.start for piece in pieces), *(piece.end for piece in pieces)})
    spans = list(pairwise(edges)) or [(0, 0)]
    return [_segment(line, span, pieces=pieces) for span in spans]


def _segment(line: str, span: tuple[int, int], *, pieces: Sequence[_Piece]) -> Segment:
    start, end = span
    over = [piece for piece in pieces if piece.start <= start and end <= piece.end]
    return Segment(
        text=line[start:end],
        kind=min((piece.mark.kind for piece in over), key=_RANK.__getitem__, default=None),
        begins=tuple(piece.mark.number for piece in over if piece.is_first and piece.start == start),
        ends=tuple(piece.mark.number for piece in over if piece.is_last and piece.end == end),
    )
