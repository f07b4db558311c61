"""Tables that lost their borders: head and cells one under the other, as text copied from a web page has them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loa.documents.ports import Line

from .cleaning import clean
from .numbering import roman_value
from .table_cells import Cell, TableRow, annex_label
from .table_columns import LEAD, NUMBER, SUPPORT, TIME, Columns, columns_of, kind_of
from .units import UNIT
from .wording import folded, is_upper, starts_lower

_HEAD_LINES = 14
_NUMBER = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,2})*|[IVXL]{1,6})\)?[.)]?")
_TIME = re.compile(
    r"(?:truoc|trong|tu|den|thang|quy|nam|ngay|hang|giai doan|thuong xuyen|ca nam|\d"
    r"|theo (?:ke hoach|yeu cau|quy dinh))"
)
_BEHIND = re.compile(r"noi nhan\b|tm\.|kt\.|nguoi lap|ghi chu:")
_STRAY = 6  # lines by which the last row may be longer than its columns


def is_plain_head(text: str) -> bool:
    """A line with nothing but `STT`: perhaps the head of a table without borders."""
    return len(text) < 16 and "|" not in text and kind_of(clean(text)) == NUMBER


def read_plain(lines: Sequence[Line], at: int) -> tuple[Columns, list[TableRow], int] | None:
    """The columns, the rows and the index behind a table whose head begins at `lines[at]`."""
    near = range(at, min(at + 3 * _HEAD_LINES, len(lines)))
    if not any(_NUMBER.fullmatch(clean(lines[index].text)) for index in near):
        return None
    words = [(index, text) for index in range(at, len(lines)) if (text := clean(lines[index].text))]
    first = next((n for n, (_, text) in enumerate(words[:_HEAD_LINES]) if n and _NUMBER.fullmatch(text)), None)
    if first is None:
        return None
    columns = columns_of([cell.text for cell in _joined(words[:first], lines)])
    if columns is None or columns.kinds[0] != NUMBER:
        return None
    rows: list[TableRow] = []
    behind, start = words[first][0], first
    while start < len(words) and _NUMBER.fullmatch(words[start][1]):
        end = _row_end(words, start, wide=len(columns.kinds))
        rows.append(_row(_joined(words[start:end], lines), columns))
        behind, start = words[end - 1][0] + 1, end
    return columns, rows, behind


def _joined(words: Sequence[tuple[int, str]], lines: Sequence[Line]) -> list[Cell]:
    """Cells; a line that begins small, or follows a comma, carries the one before it on."""
    cells: list[Cell] = []
    for index, text in words:
        number = lines[index].number
        if cells and not _NUMBER.fullmatch(cells[-1].text) and (starts_lower(text) or cells[-1].text.endswith(",")):
            cells[-1] = Cell(f"{cells[-1].text} {text}", cells[-1].line_from, number)
        else:
            cells.append(Cell(text, number, number))
    return cells


def _row_end(words: Sequence[tuple[int, str]], start: int, *, wide: int) -> int:
    """Where the next row begins: at the number that follows this one's, or at what stands behind the table."""
    own = words[start][1]
    taken = 0
    for place in range(start + 1, len(words)):
        text = words[place][1]
        if _follows(text, own) or annex_label(text) or _BEHIND.match(folded(text)):
            return place
        taken += not starts_lower(text)
        if taken > wide - 1 + _STRAY:
            return min(start + wide, place)
    return len(words)


def _follows(text: str, own: str) -> bool:
    if not _NUMBER.fullmatch(text):
        return False
    new, old = text.strip("(). "), own.strip("(). ")
    if roman_value(new) if new.isalpha() else False:
        return True
    if not new.isdigit() or not old.isdigit():
        return new == "1" or "." in new
    return int(new) == int(old) + 1


def _row(cells: Sequence[Cell], columns: Columns) -> TableRow:
    """The cells under their columns; where some are empty, what a cell says tells its column."""
    if len(cells) == len(columns.kinds) or len(cells) == 2:
        return tuple(cells)
    row = list(cells[:1]) + [Cell("", cells[0].line_from, cells[0].line_from) for _ in columns.kinds[1:]]
    place = 1
    for cell in cells[1:]:
        fitting = (
            at for at in range(place, len(columns.kinds)) if _fits(cell.text, columns.kinds[at], is_first=at == 1)
        )
        at = next(fitting, None)
        if at is None:
            at = place - 1 if place > 1 else 1
        held = row[at]
        row[at] = Cell(
            f"{held.text} {cell.text}".strip(), held.line_from if held.text else cell.line_from, cell.line_to
        )
        place = max(place, at + 1)
    return tuple(row)


def _fits(text: str, kind: str, *, is_first: bool) -> bool:
    names = UNIT.match(text) is not None and len(text.split()) < 25
    is_time = _TIME.match(folded(text)) is not None and len(text.split()) < 12
    if kind in (LEAD, SUPPORT):
        return names
    if kind == TIME:
        return is_time
    return is_first or not (names or is_time or is_upper(text))
