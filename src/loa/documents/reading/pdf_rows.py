"""Letters of a page become the rows a person sees, whatever order they were drawn in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from statistics import median

from loa.documents.reading.pdf_columns import Piece, Row
from loa.documents.reading.pdf_letters import Letter
from loa.documents.reading.text import normalise

WIDE_GAP = 1.1  # of the letters' height: more than the spaces of a justified line
_SPACE = 0.16  # of the height: a gap that is a space even where the text layer has none
_SAME_LINE = 0.4  # of the height: how far the middles of two letters on one line may differ
_BACK = 0.6  # of the height: letters that stand so far to the left of the last begin something else
RAISED = 0.85  # of the line's height: smaller letters above its middle are a raised mark
_MARK = re.compile(r"[(\[]?\d{1,2}[)\]]?|\*{1,3}")
MARK_START, MARK_END = "\x0e", "\x0f"  # around a raised number, until it is known to be a footnote's


def rows_of(letters: Sequence[Letter]) -> list[Row]:
    """The rows from top to bottom, each cut at its wide gaps."""
    rows: list[list[Piece]] = []
    for piece in sorted(_pieces(letters), key=lambda piece: -piece.middle):
        row = _row_of(piece, rows)
        if row is None:
            rows.append([piece])
        else:
            row.append(piece)
    whole = (tuple(_joined(sorted(row, key=lambda piece: piece.left))) for row in rows)
    return [row for row in whole if row]


def _row_of(piece: Piece, rows: Sequence[list[Piece]]) -> list[Piece] | None:
    """The row at whose height the piece stands; only the last few can be."""
    for row in rows[-3:][::-1]:
        tall = max(row, key=lambda part: part.height)
        if abs(tall.middle - piece.middle) < _SAME_LINE * max(tall.height, piece.height):
            return row
    return None


def _pieces(letters: Iterable[Letter]) -> list[Piece]:
    runs: list[list[Letter]] = []
    last: Letter | None = None
    for letter in letters:
        if last is None or _begins(letter, last):
            runs.append([])
        runs[-1].append(letter)
        last = letter
    return [_piece(run) for run in runs]


def _begins(letter: Letter, last: Letter) -> bool:
    height = max(letter.top - letter.bottom, last.top - last.bottom)
    gap = letter.left - last.right
    off = abs(letter.top + letter.bottom - last.top - last.bottom) / 2
    size = min(letter.top - letter.bottom, last.top - last.bottom) / height if height else 1.0
    return letter.breaks or off > 0.3 * height or gap > WIDE_GAP * height or gap < -_BACK * height or size < RAISED


def _piece(run: Sequence[Letter]) -> Piece:
    words = []
    for index, letter in enumerate(run):
        words.append(f" {letter.text}" if letter.spaced and index else letter.text)
    return Piece(
        text=("\t" if run[0].spaced else "") + "".join(words),
        left=min(letter.left for letter in run),
        right=max(letter.right for letter in run),
        middle=median((letter.bottom + letter.top) / 2 for letter in run),
        height=median(letter.top - letter.bottom for letter in run),
    )


def _joined(row: Sequence[Piece]) -> list[Piece]:
    """Pieces of one line that stand close are one; a leading tab tells of a space in the text layer."""
    tall = max(piece.height for piece in row)
    middle = max(row, key=lambda piece: piece.height).middle
    joined: list[Piece] = []
    for piece in row:
        text = piece.text.lstrip("\t")
        is_raised = piece.height < RAISED * tall and piece.middle > middle and _MARK.fullmatch(text.strip())
        text = f"{MARK_START}{text.strip()}{MARK_END}" if is_raised else text
        gap = piece.left - joined[-1].right if joined else 0.0
        if joined and gap < WIDE_GAP * tall:
            is_spaced = not is_raised and (piece.text.startswith("\t") or gap > _SPACE * tall)
            joined[-1] = _together(joined[-1], piece, text=f" {text}" if is_spaced else text)
        else:
            joined.append(_with_text(piece, text))
    clean = [_with_text(piece, normalise_kept(piece.text)) for piece in joined]
    return [piece for piece in clean if piece.text]


def _together(one: Piece, two: Piece, *, text: str) -> Piece:
    main = one if one.right - one.left >= two.right - two.left else two
    return Piece(one.text + text, one.left, max(one.right, two.right), main.middle, main.height)


def _with_text(piece: Piece, text: str) -> Piece:
    return Piece(text, piece.left, piece.right, piece.middle, piece.height)


def normalise_kept(text: str) -> str:
    """As `normalise`, with the marks around raised numbers kept."""
    parts = re.split(f"([{MARK_START}{MARK_END}])", text)
    return " ".join("".join(part if part in (MARK_START, MARK_END) else normalise(part) for part in parts).split())
