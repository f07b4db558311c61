"""Tables of web pages: those with data give a line a row, those that only lay out the page give their cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from loa.documents.reading.table_rows import heads_columns, is_formal, numbers_rows, table_lines

_MOST_SPAN = 64


@dataclass(slots=True)
class _Cell:
    start: int  # the first of its lines among those of the page
    column: int
    span: int
    rows: int
    end: int = -1


@dataclass(slots=True)
class Table:
    """One table, while its cells are read: it knows which lines of the page each of them took."""

    start: int
    has_lines: bool = False
    _rows: list[list[_Cell]] = field(default_factory=list)
    _down: dict[int, tuple[int, int]] = field(default_factory=dict)  # column → (columns, rows still taken from above)

    def open_row(self, *, at: int) -> None:
        self.close_cell(at=at)
        self._down = {column: (span, left - 1) for column, (span, left) in self._down.items() if left > 1}
        self._rows.append([])

    def open_cell(self, given: dict[str, str], *, at: int) -> None:
        if not self._rows:
            self.open_row(at=at)
        self.close_cell(at=at)
        row = self._rows[-1]
        column = row[-1].column + row[-1].span if row else 0
        while column in self._down:
            column += self._down[column][0]
        cell = _Cell(at, column, _count(given.get("colspan", "")), _count(given.get("rowspan", "")))
        row.append(cell)

    def close_cell(self, *, at: int) -> None:
        if self._rows and self._rows[-1] and self._rows[-1][-1].end < 0:
            cell = self._rows[-1][-1]
            cell.end = at
            if cell.rows > 1:
                self._down[cell.column] = (cell.span, cell.rows)

    def lines(self, page: Sequence[str]) -> list[str]:
        """What stands in place of the lines that the cells took, to the end of the page."""
        self.close_cell(at=len(page))
        rows = [row for row in self._rows if row]
        if not rows:
            return list(page[self.start :])
        before = list(page[self.start : rows[0][0].start])
        if self._is_data(rows, page):
            return [*before, "", *table_lines(_filled(rows, page)), ""]
        return [*before, *_blocks(rows, page)]

    def _is_data(self, rows: Sequence[Sequence[_Cell]], page: Sequence[str]) -> bool:
        """Rows under a head of columns, numbered or drawn with lines."""
        width = max(cell.column + cell.span for row in rows for cell in row)
        texts = [[_text(cell, page) for cell in row] for row in rows]
        if width < 2 or len(rows) < 2 or any(is_formal(text) for row in texts for text in row):
            return False
        return numbers_rows(texts[0][0]) or (
            heads_columns(texts[0]) and (self.has_lines or (width > 2 and len(rows) > 2))
        )


def _count(text: str) -> int:
    return min(int(text), _MOST_SPAN) if text.isascii() and text.isdigit() and 0 < len(text) < 5 and int(text) else 1


def _text(cell: _Cell, page: Sequence[str]) -> str:
    return " ".join(" ".join(page[cell.start : cell.end]).replace("|", " ").split())


def _filled(rows: Sequence[Sequence[_Cell]], page: Sequence[str]) -> Iterator[list[str]]:
    """Every row with all its columns; a cell that goes down says its words in each row it belongs to."""
    width = max(cell.column + cell.span for row in rows for cell in row)
    above: dict[int, tuple[str, int]] = {}
    for row in rows:
        texts = [""] * width
        for column, (text, _left) in above.items():
            texts[column] = text
        above = {column: (text, left - 1) for column, (text, left) in above.items() if left > 1}
        for cell in row:
            texts[cell.column] = _text(cell, page)
            if cell.rows > 1:
                above[cell.column] = (texts[cell.column], cell.rows - 1)
        yield texts


def _blocks(rows: Sequence[Sequence[_Cell]], page: Sequence[str]) -> Iterator[str]:
    """Cell after cell; the two columns of a letterhead or signature one after the other."""
    cells = [cell for row in rows for cell in row]
    width = max(cell.column + cell.span for cell in cells)
    if width == 2 and is_formal(" ".join(_text(cell, page) for cell in cells)):
        cells.sort(key=lambda cell: cell.column)
    for cell in cells:
        written = [line for line in page[cell.start : cell.end] if line.strip()]
        yield from [*written, ""] if written else ()
