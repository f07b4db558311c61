"""Tables that run over several pages: the repeated head goes, and a row cut by the page is whole again."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from loa.documents.reading.pdf_columns import Piece, Row
from loa.documents.reading.pdf_paragraphs import is_table
from loa.documents.reading.table_rows import cells_of, numbers_rows, table_lines

_SAME_EDGE = 4.0  # points


def with_tables_continued(pages: Sequence[Sequence[Row]]) -> list[list[Row]]:
    """The rows of all pages, a table at the top of a page made the rest of the one at the foot of the page before."""
    kept = [list(rows) for rows in pages]
    head: list[str] | None = None
    for above, below in pairwise(kept):
        if not (above and below and is_table(above[-1]) and is_table(below[0])):
            head = None
            continue
        upper, lower = above[-1][0], below[0][0]
        if not _goes_on(upper, lower):
            head = None
            continue
        head = head if head is not None else _rows(upper)[0]
        rows = _rows(lower)
        rows = rows[1:] if rows[0] == head else rows
        if rows and numbers_rows(head[0]) and not rows[0][0]:
            above[-1] = (_with_rows(upper, _lengthened(_rows(upper), rows[0])),)
            rows = rows[1:]
        below[:1] = [(_with_rows(lower, rows),)] if rows else []
    return kept


def _goes_on(upper: Piece, lower: Piece) -> bool:
    same_edges = abs(upper.left - lower.left) < _SAME_EDGE and abs(upper.right - lower.right) < _SAME_EDGE
    return same_edges and len(_rows(upper)[0]) == len(_rows(lower)[0])


def _rows(table: Piece) -> list[list[str]]:
    return [cells_of(line) for line in table.text.split("\n")]


def _with_rows(table: Piece, rows: Sequence[Sequence[str]]) -> Piece:
    return Piece("\n".join(table_lines(rows)), table.left, table.right, table.middle, table.height)


def _lengthened(rows: Sequence[Sequence[str]], rest: Sequence[str]) -> list[Sequence[str]]:
    last = [" ".join(part for part in both if part) for both in zip(rows[-1], rest, strict=True)]
    return [*rows[:-1], last]
