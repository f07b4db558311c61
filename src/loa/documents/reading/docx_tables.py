"""Tables: those that only lay out a letterhead or a signature give their cells, those with data give a line a row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from loa.documents.reading.docx_styles import Styles, draws_lines
from loa.documents.reading.docx_tags import DEL, TBL_PR, TBL_STYLE, TC, TC_PR, TR, TR_PR, VAL, WRAPPERS, W, value
from loa.documents.reading.table_rows import heads_columns, is_formal, numbers_rows, table_lines

_MOST_COLUMNS = 64


@dataclass(slots=True)
class Cell:
    """One cell: its lines, the first column it takes and how many, and whether it goes on from the row above."""

    lines: list[str]
    column: int
    span: int
    goes_on: bool

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.lines).replace("|", " ").split())


Rows = list[list[Cell]]


def lines_of_table(table: Element, styles: Styles, *, read: Callable[[Element], list[str]]) -> list[str]:
    """The lines of a table, `read` giving those of one cell; blank lines part the cells of a layout."""
    rows = [row for row in (_row(element, read) for element in _inside(table, TR)) if row]
    width = max((cell.column + cell.span for row in rows for cell in row), default=0)
    if _is_data(rows, table, styles=styles, width=width):
        return ["", *table_lines(_filled(rows, width)), ""]
    return list(_blocks(rows))


def _inside(parent: Iterable[Element], name: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, also where a content control or an insertion wraps them."""
    for element in parent:
        if element.tag == name:
            yield element
        elif element.tag in WRAPPERS:
            yield from _inside(element, name)


def _row(row: Element, read: Callable[[Element], list[str]]) -> list[Cell]:
    properties = row.find(TR_PR)
    if properties is not None and properties.find(DEL) is not None:
        return []
    column = 0 if properties is None else _count(properties.find(f"{W}gridBefore"), 0)
    cells = []
    for element in _inside(row, TC):
        own = element.find(TC_PR)
        if own is not None and own.find(f"{W}cellDel") is not None:
            continue
        span = 1 if own is None else _count(own.find(f"{W}gridSpan"), 1)
        merge = None if own is None else own.find(f"{W}vMerge")
        lines = [line for line in read(element) if line.strip()]
        cells.append(Cell(lines, column, span, merge is not None and merge.get(VAL) != "restart"))
        column += span
    return cells


def _count(element: Element | None, otherwise: int) -> int:
    text = value(element)
    return min(int(text), _MOST_COLUMNS) if text is not None and text.isdecimal() and len(text) < 9 else otherwise


def _is_data(rows: Rows, table: Element, *, styles: Styles, width: int) -> bool:
    """Rows under a head of columns: numbered (STT), marked by Word as a head, or drawn with lines."""
    if width < 2 or len(rows) < 2 or any(is_formal(cell.text) for row in rows for cell in row):
        return False
    head = rows[0]
    if numbers_rows(head[0].text) or _is_marked_head(table):
        return True
    is_full = heads_columns([cell.text for cell in head])
    return is_full and (_has_lines(table, styles) or (width > 2 and len(rows) > 2))


def _is_marked_head(table: Element) -> bool:
    first = next(_inside(table, TR), None)
    properties = None if first is None else first.find(TR_PR)
    mark = None if properties is None else properties.find(f"{W}tblHeader")
    return mark is not None and mark.get(VAL, "1").lower() not in ("0", "false", "off")


def _has_lines(table: Element, styles: Styles) -> bool:
    properties = table.find(TBL_PR)
    borders = None if properties is None else properties.find(f"{W}tblBorders")
    if borders is not None:
        return draws_lines(borders)
    style = None if properties is None else value(properties.find(TBL_STYLE))
    if styles.has_borders(style):
        return True
    first = next(_inside(table, TR), None)
    return first is not None and any(draws_lines(part) for part in first.iter(f"{W}tcBorders"))


def _filled(rows: Rows, width: int) -> Iterator[list[str]]:
    """Every row with all its columns; a cell merged downwards says its words in each row it belongs to."""
    above = [""] * width
    for row in rows:
        texts = [""] * width
        for cell in row:
            texts[cell.column] = above[cell.column] if cell.goes_on else cell.text
        above = texts
        yield texts


def _blocks(rows: Rows) -> Iterator[str]:
    """Cell after cell; the two columns of a letterhead or signature one after the other."""
    cells = [cell for row in rows for cell in row if cell.lines]
    if len({cell.column for cell in cells}) == 2 and any(is_formal(cell.text) for cell in cells):
        cells.sort(key=lambda cell: cell.column)
    for cell in cells:
        yield from [*cell.lines, ""]
