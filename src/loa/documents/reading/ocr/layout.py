"""Words with places become lines in the order in which a person reads the page, and paragraphs that stand apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

from loa.documents.reading.ocr.engine import Word
from loa.documents.reading.pdf_columns import Piece, Row, blocks_of

# All in heights of the page's letters.
_CUT = 0.9  # words farther apart may belong to two columns
_COLUMN = 3.0  # pieces farther apart that are no columns of the page still show their gap
_NEW_PARAGRAPH = 1.18  # of the usual distance between two lines
_INDENT = (0.8, 6.0)
_LONG = 0.75  # of the widest line
_CENTRED = 1.5  # how much the white left and right of a centred line may differ


@dataclass(frozen=True, slots=True)
class SeenLine:
    """Words on one line; none of them on the blank line between two paragraphs."""

    words: tuple[Word, ...] = ()
    gap: tuple[int, ...] = ()  # indices of the words that a wide gap stands before


def lines_in_order(words: Sequence[Word], *, width: int, dpi: int, is_first_page: bool) -> list[SeenLine]:
    """The lines of one page `width` dots wide; letterhead and signature column by column."""
    if not words:
        return []
    height = median(word.bottom - word.top for word in words)
    points = 72 / dpi
    rows: list[Row] = []
    words_of: dict[int, list[Word]] = {}
    for row in _rows(words):
        placed = [(_as_piece(part, points=points, height=height), part) for part in _pieces(row, height)]
        words_of |= {id(piece): part for piece, part in placed}
        rows.append(tuple(piece for piece, _part in placed))
    lines: list[SeenLine] = []
    for block in blocks_of(rows, width=width * points, is_first_page=is_first_page):
        lines += [_line([words_of[id(piece)] for piece in row], height) for row in block.rows]
        lines += [SeenLine()] if block.is_column else []
    return _paragraphs(lines, height)


def _rows(words: Sequence[Word]) -> list[list[Word]]:
    """Tesseract's lines from top to bottom, those that stand side by side made one."""
    lines = [list(line) for _place, line in groupby(words, key=lambda word: word.line)]
    rows: list[list[Word]] = []
    for line in sorted(lines, key=_middle):
        if rows and _is_beside(rows[-1], line):
            rows[-1] += line
        else:
            rows.append(line)
    return [sorted(row, key=lambda word: word.left) for row in rows]


def _middle(line: Sequence[Word]) -> float:
    return median((word.top + word.bottom) / 2 for word in line)


def _is_beside(row: Sequence[Word], line: Sequence[Word]) -> bool:
    tall = min(median(word.bottom - word.top for word in part) for part in (row, line))
    apart = min(word.left for word in line) >= max(word.right for word in row)
    apart = apart or max(word.right for word in line) <= min(word.left for word in row)
    return apart and abs(_middle(row) - _middle(line)) < tall / 2


def _pieces(row: Sequence[Word], height: float) -> list[list[Word]]:
    pieces = [[row[0]]]
    for before, word in pairwise(row):
        if word.left - before.right > _CUT * height:
            pieces.append([])
        pieces[-1].append(word)
    return pieces


def _as_piece(words: Sequence[Word], *, points: float, height: float) -> Piece:
    """The piece as the column finder knows it."""
    return Piece(
        text=" ".join(word.text for word in words),
        left=words[0].left * points,
        right=words[-1].right * points,
        middle=-_middle(words) * points,
        height=height * points,
    )


def _line(pieces: Sequence[Sequence[Word]], height: float) -> SeenLine:
    words = [word for piece in pieces for word in piece]
    wide = [
        index for index, (before, word) in enumerate(pairwise(words), start=1) if _is_wide(before, word, height=height)
    ]
    return SeenLine(tuple(words), tuple(wide))


def _is_wide(before: Word, word: Word, *, height: float) -> bool:
    return word.left - before.right > _COLUMN * height


def _paragraphs(lines: Sequence[SeenLine], height: float) -> list[SeenLine]:
    """A blank line before each line that stands lower than usual or is indented."""
    written = [line for line in lines if line.words]
    steps = [_step(before, line) for before, line in pairwise(written)]
    usual = _usual([step for step in steps if 0 < step < 4 * height] or [height * 2])
    margins = _margins(written)
    result: list[SeenLine] = []
    for line in lines:
        last = result[-1] if result else SeenLine()
        is_new = (
            line.words
            and last.words
            and (not 0 < _step(last, line) < _NEW_PARAGRAPH * usual or _is_indented(line, margins, height=height))
        )
        result += [SeenLine(), line] if is_new else [line]
    return result


def _step(before: SeenLine, line: SeenLine) -> float:
    return _middle(line.words) - _middle(before.words)


def _usual(steps: Sequence[float]) -> float:
    """The distance inside a paragraph: those between paragraphs are the larger ones."""
    return sorted(steps)[len(steps) // 3]


def _margins(lines: Sequence[SeenLine]) -> tuple[float, float]:
    """Where the lines that run over most of the width begin and end; the first lines of paragraphs begin further in."""
    widths = [line.words[-1].right - line.words[0].left for line in lines]
    long = [line for line, width in zip(lines, widths, strict=True) if width >= _LONG * max(widths)]
    lefts = sorted(line.words[0].left for line in long)
    rights = sorted(line.words[-1].right for line in long)
    return lefts[len(lefts) // 8], rights[-1 - len(rights) // 8]


def _is_indented(line: SeenLine, margins: tuple[float, float], *, height: float) -> bool:
    left, right = margins
    inset, rest = line.words[0].left - left, right - line.words[-1].right
    is_centred = rest > height and abs(inset - rest) < _CENTRED * height
    return _INDENT[0] * height < inset < _INDENT[1] * height and not is_centred
