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
NEXT_LINE = 1.5  # of the letters' height: the next line of one block is no farther
SPLIT_LEFT = 0.52  # of the page's width: the left column of a letterhead ends before
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

    def blocks(self) -> list[Block]:
        pieces = [piece for row in self.rows for piece in row]
        left = _block(piece for piece in pieces if piece.left < self.split)
        right = _block(piece for piece in pieces if piece.left >= self.split)
        return [Block(left, is_column=True), Block(right, is_column=True)]


@dataclass(frozen=True, slots=True)
class Block:
    """Rows that follow one another: a column of the letterhead or signature, or the text in its full width."""

    rows: list[Row]
    is_column: bool = False


def blocks_of(rows: Sequence[Row], *, width: float, is_first_page: bool, goes_on: bool = False) -> list[Block]:
    """The rows of one page `width` wide in blocks, those of two columns one after the other.

    `goes_on` where the page before ended inside its columns: a page may cut the signature block in two.
    """
    rest = list(rows)
    blocks: list[Block] = []
    top = _letterhead(rest, width) if is_first_page else _columns_of(rest, width, fewest=1) if goes_on else None
    if top is not None:
        blocks = top.blocks()
        rest = [row for row in rest if row not in top.rows]
    at = next((index for index in range(len(rest) - 1, -1, -1) if _RECIPIENTS.match(rest[index][0].text)), None)
    signature = _signature(rest, rest[at][0], width=width) if at is not None else None
    if signature is None:
        return [*blocks, Block(rest)]
    before = [row for row in rest if row not in signature.rows and _middle(row) > _middle(signature.rows[0])]
    after = [row for row in rest if row not in signature.rows and row not in before]
    return [*blocks, Block(before), *signature.blocks(), Block(after)]


def _letterhead(rows: Sequence[Row], width: float) -> _Columns | None:
    """The two columns at the top; a title below them that happens to stand right of the gap is none of theirs."""
    found = _columns_of(rows, width)
    if found is None:
        return None
    last = min((row[0] for row in found.rows if row[0].left < found.split), key=lambda piece: piece.middle)
    kept = [row for row in found.rows if _middle(row) > last.middle - last.height]
    kept += _rest_of_left(rows, last, kept=kept, width=width)
    return _Columns(found.split, tuple(kept))


def _rest_of_left(rows: Sequence[Row], last: Piece, *, kept: Sequence[Row], width: float) -> list[Row]:
    """The subject under the number may run down below the other column and fill its own to the edge."""
    below = sorted((row for row in rows if row not in kept and _middle(row) < last.middle), key=_middle, reverse=True)
    found: list[Row] = []
    for row in below:
        is_near = last.middle - _middle(row) < NEXT_LINE * last.height
        if len(row) > 1 or not is_near or row[0].right > SPLIT_LEFT * width or row[0].height > 1.1 * last.height:
            break
        found.append(row)
        last = row[0]
    return found


def _signature(rows: Sequence[Row], recipients: Piece, *, width: float) -> _Columns | None:
    """The two columns that begin at `Nơi nhận`, with the lines of the right one that stand a little higher."""
    ceiling = recipients.middle + SAME_ROW * recipients.height
    found = _columns_of([row for row in rows if _middle(row) <= ceiling], width)
    if found is None:
        return None
    highest = recipients.middle + RAISED * recipients.height
    raised = [row for row in rows if ceiling < _middle(row) <= highest and row[0].left > found.split]
    return _Columns(found.split, (*found.rows, *raised))


def _columns_of(rows: Iterable[Row], width: float, *, fewest: int = 2) -> _Columns | None:
    """Go down from the top as long as one gap stays free; None unless `fewest` pieces stand on each side of it."""
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
    return found if min(sides.count(True), sides.count(False)) >= fewest else None


def _without(gap: tuple[float, float], piece: Piece) -> list[tuple[float, float]]:
    """What a piece leaves of a gap, parts too narrow for columns left out."""
    start, end = gap
    parts = [(start, min(end, piece.left)), (max(start, piece.right), end)]
    return [(low, high) for low, high in dict.fromkeys(parts) if high - low >= COLUMN_GAP]


def _block(pieces: Iterable[Piece]) -> list[Row]:
    """One column as rows from top to bottom."""
    lines: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: -piece.middle):
        if lines and abs(lines[-1][0].middle - piece.middle) < SAME_ROW * piece.height:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return [tuple(sorted(line, key=lambda piece: piece.left)) for line in lines]


def joined(row: Row) -> str:
    """The words of a row, its wide gaps kept visible."""
    return TAB.join(piece.text for piece in row)


def _middle(row: Row) -> float:
    return max(piece.middle for piece in row)
