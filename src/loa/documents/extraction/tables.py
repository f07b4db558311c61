"""Tables of tasks and costs as they reach us: `| a | b |` rows, cells on lines of their own, or columns of blanks.

The readers of DOCX, PDF and HTML write one row a line; text copied from a web page has each cell, and mostly each
border, on a line of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice, pairwise, takewhile

from loa.documents.ports import Line

from .cleaning import clean, is_rule
from .plain_tables import is_plain_head, read_plain
from .table_cells import Cell, TableRow, annex_label, is_order
from .table_columns import Columns, columns_of, with_second_row
from .wording import folded

_MARKDOWN_RULE = re.compile(r"[\s|:=+-]*-[\s|:=+-]*")
_COLUMN_GAP = re.compile(r"\t+| {3,}")
_MOST_COLUMNS = 16
_HEAD, _CELL = 100, 6000  # letters of a cell of the head, and of any cell
_APART = 6  # lines of page heads and numbers that may stand between two halves of a table


@dataclass(slots=True)
class Table:
    """A table with its head read; `annex` is the label of the annex it stands in, empty for none."""

    annex: str
    columns: Columns
    rows: list[TableRow] = field(default_factory=list)
    heads: list[list[str]] = field(default_factory=list)  # the rows of the head as printed, folded

    def add(self, row: TableRow) -> None:
        """Keep a row; the head printed again, its second row and a row of column numbers are none."""
        texts = [cell.text for cell in row]
        if not any(texts) or self.is_head(texts) or _is_column_numbers(texts):
            return
        if not self.rows and (wider := with_second_row(self.columns, texts)):
            self.columns = wider
            self.heads.append(_folded_words(texts))
            return
        self.rows.append(row)

    def is_head(self, texts: Sequence[str]) -> bool:
        """A row of the head, printed once more on the next page."""
        return _folded_words(texts) in self.heads


def _folded_words(texts: Sequence[str]) -> list[str]:
    return [folded(text) for text in texts if text]


def _new_table(annex: str, columns: Columns) -> Table:
    return Table(annex, columns, heads=[_folded_words(columns.heads)])


def tables_of(lines: Sequence[Line]) -> list[Table]:
    """The tables of tasks and costs in `lines`, in order; every other table is passed over."""
    tables: list[Table] = []
    annex, at, last_end = "", 0, -_APART
    while at < len(lines):
        text = lines[at].text
        annex = annex_label(text) or annex
        if is_plain_head(text) and (found := read_plain(lines, at)):
            columns, rows, at = found
            table = _new_table(annex, columns)
            for row in rows:
                table.add(row)
            tables.append(table)
            continue
        if not _may_be_row(text):
            at += 1
            continue
        above = tables[-1] if tables and at - last_end <= _APART and tables[-1].annex == annex else None
        read, end = _read(lines, at, annex=annex, before=above)
        if read is not None:
            last_end = end
            if read is not above:
                tables.append(read)
        at = max(end, at + 1)
    return tables


def _may_be_row(text: str) -> bool:
    return "|" in text or ("   " in text and len(_COLUMN_GAP.findall(text.strip())) >= 2)


def _read(lines: Sequence[Line], at: int, *, annex: str, before: Table | None) -> tuple[Table | None, int]:
    """Read the table whose first line is `lines[at]`; return it with the index behind it."""
    if _cells(lines[at]):
        return _read_rows(lines, at, annex=annex, before=before)
    return _read_borders(lines, at, annex=annex)


def _cells(line: Line) -> TableRow:
    """The cells of a line that is a whole row; empty where it is none."""
    text = line.text.strip()
    if text.count("|") >= 2 and text.strip("| "):
        pieces = text.removeprefix("|").removesuffix("|").split("|")
    elif "|" not in text and len(_COLUMN_GAP.findall(text)) >= 2:
        pieces = _COLUMN_GAP.split(text)
    else:
        return ()
    return tuple(Cell(clean(piece), line.number, line.number) for piece in pieces)


def _read_rows(lines: Sequence[Line], at: int, *, annex: str, before: Table | None) -> tuple[Table | None, int]:
    """One row a line."""
    head = _cells(lines[at])
    columns = columns_of([cell.text for cell in head])
    if before is not None and before.is_head([cell.text for cell in head]):
        table, at = before, at + 1
    elif columns is not None:
        table, at = _new_table(annex, columns), at + 1
    elif before is not None and len(head) == len(before.columns.kinds):
        table = before
    else:
        return None, at + 1
    while at < len(lines) and _takes(table, lines, at=at):
        at += 1
    return table, at


def _takes(table: Table, lines: Sequence[Line], *, at: int) -> bool:
    """Take one more line into the table; False where it has ended."""
    text = lines[at].text
    if not text.strip():
        return at + 1 < len(lines) and bool(_cells(lines[at + 1]))
    if _MARKDOWN_RULE.fullmatch(text):
        return True
    if cells := _cells(lines[at]):
        table.add(cells)
        return True
    if not (table.rows and _is_left_open(lines[at - 1].text)) or annex_label(text):
        return False
    table.rows[-1] = _carried_on(table.rows[-1], lines[at])
    return True


def _is_left_open(text: str) -> bool:
    """A row of borders whose last one is still to come."""
    return text.lstrip().startswith("|") and not text.rstrip().endswith("|")


def _carried_on(row: TableRow, line: Line) -> TableRow:
    last = row[-1]
    return (*row[:-1], Cell(f"{last.text} {clean(line.text)}".strip(), last.line_from, line.number))


def _read_borders(lines: Sequence[Line], at: int, *, annex: str) -> tuple[Table | None, int]:
    """Each cell between borders that have lines of their own; an empty cell closes the row where one is due."""
    near = islice(_between_borders(lines, at, longest=_HEAD), _MOST_COLUMNS)
    heads = [cell.text for cell, _ in takewhile(lambda piece: piece[0].text, near)]
    columns = columns_of(heads) if 1 < len(heads) < _MOST_COLUMNS else None
    if columns is None:
        return None, at + 1
    pieces = _between_borders(lines, at, longest=_CELL)
    end = list(islice(pieces, len(heads) + 1))[len(heads) - 1][1]
    table, row = _new_table(annex, columns), list[Cell]()
    behind_all = (Cell("", lines[-1].number, lines[-1].number), len(lines))
    for (cell, behind), (following, _) in pairwise(chain(pieces, [behind_all])):
        if len(row) < len(table.columns.kinds) and (cell.text or not _closes(row, following.text)):
            row.append(cell)
        elif cell.text:
            break
        else:
            table.add(tuple(row))
            row = []
        end = behind
    if row and any(cell.text for cell in row):
        table.add(tuple(row))
    return table, end


def _closes(row: Sequence[Cell], following: str) -> bool:
    """The empty piece closes a row that spans columns (`I`, `NHÓM …`): the next row's number follows."""
    if len(row) < 2 or not is_order(following):
        return False
    first = row[0].text.strip(".)( ")
    if not first.isdigit() or not following.strip(".)( ").isdigit():
        return True
    return int(following.strip(".)( ")) == int(first) + 1


def _between_borders(lines: Sequence[Line], at: int, *, longest: int) -> Iterator[tuple[Cell, int]]:
    """The words between two borders, from the first border on, each with the index of the line behind them.

    Ends with the first that grow longer than `longest` letters: no cell, but the text behind the table.
    """
    words: list[tuple[str, int]] = []
    opened = lines[at].number
    for index, piece, is_behind_border in _pieces(lines, at):
        number = lines[index].number
        if is_behind_border:
            if words or index > at:
                yield _cell(words, opened), index
            words, opened = [], number
        if piece:
            words.append((piece, number))
            if sum(len(word) for word, _ in words) > longest:
                return
    if words:
        yield _cell(words, opened), len(lines)


def _cell(words: Sequence[tuple[str, int]], opened: int) -> Cell:
    if not words:
        return Cell("", opened, opened)
    return Cell(" ".join(word for word, _ in words), words[0][1], words[-1][1])


def _pieces(lines: Sequence[Line], at: int) -> Iterator[tuple[int, str, bool]]:
    """The cleaned words of each line, cut at its borders; the last part says that a border stands before them."""
    for index in range(at, len(lines)):
        text = lines[index].text
        if index > at and "|" not in text and annex_label(text):
            return
        for place, piece in enumerate(text.split("|")):
            words = clean(piece)
            yield index, "" if is_rule(words) else words, place > 0


def _is_column_numbers(texts: Sequence[str]) -> bool:
    """`(1) | (2) | (3)` under the head."""
    plain = [text.strip("() ") for text in texts]
    numbers = [text for text in plain if text.isdigit()]
    return (
        len(numbers) >= 2
        and len(numbers) >= len(plain) - 1
        and numbers == [str(number) for number in range(int(numbers[0]), int(numbers[0]) + len(numbers))]
    )
