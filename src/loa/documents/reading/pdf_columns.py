"""Letterhead and signature block stand in two columns; here they become two blocks, left then right.

The text layer gives lines in the order of drawing and may run two columns together, so the places of the words
decide. All lengths are points; `middle` grows upwards, as PDF counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from loa.documents.reading.text import TAB

COLUMN_GAP = 8.0
SPLIT_FROM, SPLIT_TO = 0.25, 0.70  # of the page's width: where the gap between two columns may lie
SAME_ROW = 0.4  # of the letters' height
RAISED = 1.6  # of the letters' height: how far above `Nơi nhận` a signature block may begin

_RECIPIENTS = re.compile(r"\W*nơi\s+nhận", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Piece:
    """Words with no wide gap between them."""

    text: str
    left: float
    right: float
    middle: float
    height: float


Row = tuple[Piece, ...]  # one line of the text layer, cut at its wide gaps


@dataclass(frozen=True, slots=True)
class _Columns:
    """The rows that leave one gap free from top to bottom, `split` in the midst of it."""

    split: float
    rows: tuple[Row, ...]

    def lines(self) -> list[str]:
        pieces = [piece for row in self.rows for piece in row]
        left = _block(piece for piece in pieces if piece.left < self.split)
        right = _block(piece for piece in pieces if piece.left >= self.split)
        return [*left, "", *right, ""]


def in_reading_order(rows: Sequence[Row], *, width: float, is_first_page: bool) -> list[str]:
    """The lines of one page `width` wide, its columns at the top and at the signature put one after the other."""
    rest = list(rows)
    lines: list[str] = []
    letterhead = _letterhead(rest, width) if is_first_page else None
    if letterhead is not None:
        lines = letterhead.lines()
        rest = [row for row in rest if row not in letterhead.rows]
    at = next((index for index in range(len(rest) - 1, -1, -1) if _RECIPIENTS.match(rest[index][0].text)), None)
    signature = _signature(rest, rest[at][0], width=width) if at is not None else None
    if signature is None:
        return lines + [_joined(row) for row in rest]
    before = [row for row in rest if row not in signature.rows and _middle(row) > _middle(signature.rows[0])]
    after = [row for row in rest if row not in signature.rows and row not in before]
    return lines + [_joined(row) for row in before] + signature.lines() + [_joined(row) for row in after]


def _letterhead(rows: Sequence[Row], width: float) -> _Columns | None:
    """The two columns at the top; a title below them that happens to stand right of the gap is none of theirs."""
    found = _columns_of(rows, width)
    if found is None:
        return None
    last = min((row[0] for row in found.rows if row[0].left < found.split), key=lambda piece: piece.middle)
    kept = tuple(row for row in found.rows if _middle(row) > last.middle - last.height)
    return _Columns(found.split, kept)


def _signature(rows: Sequence[Row], recipients: Piece, *, width: float) -> _Columns | None:
    """The two columns that begin at `Nơi nhận`, with the lines of the right one that stand a little higher."""
    ceiling = recipients.middle + SAME_ROW * recipients.height
    found = _columns_of([row for row in rows if _middle(row) <= ceiling], width)
    if found is None:
        return None
    highest = recipients.middle + RAISED * recipients.height
    raised = [row for row in rows if ceiling < _middle(row) <= highest and row[0].left > found.split]
    return _Columns(found.split, (*found.rows, *raised))


def _columns_of(rows: Iterable[Row], width: float) -> _Columns | None:
    """Go down from the top as long as one gap stays free; None unless two rows stand on each side of it."""
    free = [(SPLIT_FROM * width, SPLIT_TO * width)]
    taken: list[Row] = []
    for row in sorted(rows, key=_middle, reverse=True):
        narrower = free
        for piece in row:
            narrower = [part for gap in narrower for part in _without(gap, piece)]
        if not narrower:
            break
        free = narrower
        taken.append(row)
    start, end = max(free, key=lambda gap: gap[1] - gap[0])
    found = _Columns((start + end) / 2, tuple(taken))
    sides = [piece.left < found.split for row in taken for piece in row]
    return found if sides.count(True) >= 2 and sides.count(False) >= 2 else None


def _without(gap: tuple[float, float], piece: Piece) -> list[tuple[float, float]]:
    """What a piece leaves of a gap, parts too narrow for columns left out."""
    start, end = gap
    parts = [(start, min(end, piece.left)), (max(start, piece.right), end)]
    return [(low, high) for low, high in dict.fromkeys(parts) if high - low >= COLUMN_GAP]


def _block(pieces: Iterable[Piece]) -> list[str]:
    """One column as lines from top to bottom."""
    lines: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: -piece.middle):
        if lines and abs(lines[-1][0].middle - piece.middle) < SAME_ROW * piece.height:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return [_joined(tuple(sorted(line, key=lambda piece: piece.left))) for line in lines]


def _joined(row: Row) -> str:
    return TAB.join(piece.text for piece in row)


def _middle(row: Row) -> float:
    return max(piece.middle for piece in row)
