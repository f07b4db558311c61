"""The rows of task tables: what is to be done, by whom, with whom, when and with what result."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from loa.documents.ports import TaskRow

from .body import sentences_of
from .labels import labels_in
from .numbering import Kind, marker_of
from .periods import periods_in
from .repeats import repeats_in
from .table_cells import Cell, TableRow
from .table_columns import CONTENT, LEAD, NUMBER, PRODUCT, SUPPORT, TIME, Columns
from .tables import Table
from .units import UNIT, list_end, names_in
from .wording import folded, is_upper, starts_lower

ROW = "task.row"

_PARTS = (LEAD, SUPPORT, TIME, PRODUCT)
_HIGH_ORDER = re.compile(r"\(?(?:[IVXL]{1,6}|[A-ZĐ])\)?[.)]?")
_YEARS = re.compile(r"(?:năm\s+)?(?P<first>20\d{2})(?:\s?[-–]\s?(?P<last>20\d{2}))?", re.IGNORECASE)
_MONTH_OF_YEAR = re.compile(r"(?<![\d/])(?P<m>[01]?\d)\s?/\s?(?P<y>20\d{2})")
_HELPS = re.compile(
    r"[,;.]?\s*(?:chủ trì,?\s*(?:và\s*)?)?phối hợp(?: thực hiện)?(?:\s+(?:với|cùng))?\s*:?\s*", re.IGNORECASE
)
_FIRST_LETTER_SMALL = re.compile(r"^(?:phòng|trung tâm|trạm|công an|hội|đoàn|các|ban|văn phòng|trường|ủy ban|uỷ ban)\b")
_LONGEST_NAME = 14  # words


@dataclass(frozen=True, slots=True)
class FoundTask:
    """A task and the lines of its row."""

    row: TaskRow
    line_from: int
    line_to: int


def tasks_of(tables: Sequence[Table], *, year: int | None) -> list[FoundTask]:
    """Every task of the tables in order; `year` fills in a year left out."""
    return [task for table in tables if table.columns.is_tasks for task in _tasks(table, year)]


def _tasks(table: Table, year: int | None) -> Iterator[FoundTask]:
    for row in whole_rows(table):
        said = _Said(table.columns, row)
        lead, helpers = units_of(said.text(LEAD))
        support, others = units_of(said.text(SUPPORT))
        start, end = _days(said.text(TIME), year)
        yield FoundTask(
            TaskRow(
                annex=table.annex,
                number=said.text(NUMBER).strip("() ").rstrip("."),
                content=said.text(CONTENT),
                lead=lead,
                support=(*helpers, *support, *others),
                time=said.text(TIME) or None,
                start=start,
                end=end,
                product=said.text(PRODUCT) or None,
            ),
            min(cell.line_from for cell in row),
            max(cell.line_to for cell in row),
        )


@dataclass(frozen=True, slots=True)
class _Said:
    """A row under its columns."""

    columns: Columns
    row: TableRow

    def text(self, kind: str) -> str:
        at = self.columns.at(kind)
        return self.row[at].text if at is not None and at < len(self.row) else ""


def whole_rows(table: Table) -> Iterator[TableRow]:
    """The rows that say something of their own.

    Those that only name a group are left out; a row that a page break cut in two is one.
    """
    held: TableRow | None = None
    for row in table.rows:
        if _is_group(row, table.columns):
            if held:
                yield held
            held = None
        elif held is not None and _goes_on(held, row, columns=table.columns):
            held = _merged(held, row)
        else:
            if held:
                yield held
            held = row
    if held:
        yield held


def _is_group(row: TableRow, columns: Columns) -> bool:
    """`I | NHÓM GIẢI PHÁP VỀ …`: a number and a heading, nothing in the columns that say who and when."""
    said = _Said(columns, row)
    content, number = said.text(CONTENT), said.text(NUMBER)
    filled = [cell for cell in row if cell.text]
    if len(filled) == 1:
        marker = marker_of(filled[0].text)
        is_head = marker is not None and marker.kind is Kind.ROMAN
        return not content or is_head or is_upper(content) or (len(row) == 1 and not starts_lower(content))
    if any(said.text(kind) for kind in _PARTS):
        return False
    return _HIGH_ORDER.fullmatch(number) is not None or is_upper(content) or not content


def _goes_on(held: TableRow, row: TableRow, *, columns: Columns) -> bool:
    """The rest of the row before: no number of its own, and a sentence that goes on."""
    at = columns.at(NUMBER)
    if at is None or at >= len(row) or row[at].text or len(row) != len(columns.kinds):
        return False
    before, words = _Said(columns, held).text(CONTENT), _Said(columns, row).text(CONTENT)
    if starts_lower(words):
        return True
    alone = not any(cell.text for place, cell in enumerate(row) if place != columns.at(CONTENT))
    return not words or (alone and not before.endswith((".", ";", ":")))


def _merged(held: TableRow, row: TableRow) -> TableRow:
    wide = [*held, *(Cell("", held[-1].line_to, held[-1].line_to) for _ in range(len(row) - len(held)))]
    return tuple(
        Cell(f"{first.text} {second.text}".strip(), first.line_from, second.line_to if second.text else first.line_to)
        for first, second in zip(wide, row, strict=True)
    )


@lru_cache(maxsize=512)  # the same units stand in many rows
def units_of(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The leading and the supporting units of one cell: `X chủ trì, phối hợp với Y`, `Chủ trì: X; phối hợp: Y`."""
    labels = labels_in(text, 0)
    if labels:
        before = text[: labels[0].start]  # `X chủ trì; phối hợp: Y`
        parts = [("lead", before), *((label.role, text[label.at : label.end]) for label in labels)]
    elif found := _HELPS.search(text):
        parts = [("lead", text[: found.start()]), ("support", text[found.end() :])]
    else:
        parts = [("lead", text)]
    lead = [name for role, words in parts if role == "lead" for name in _names(words)]
    support = [name for role, words in parts if role != "lead" for name in _names(words)]
    return tuple(dict.fromkeys(lead)), tuple(dict.fromkeys(support))


def _names(text: str) -> Iterator[str]:
    text = text.strip(" .;,-–")
    for start, end in sentences_of(text):
        words = text[start:end].strip(" .;,-–+")
        if not words:
            continue
        read = words[0].upper() + words[1:] if _FIRST_LETTER_SMALL.match(words) else words
        if UNIT.match(read):
            stop = list_end(read, 0)
            yield from (
                words[0] + name.text[1:] if name.start == 0 else name.text for name in names_in(read, 0, end=stop)
            )
        elif len(words.split()) <= _LONGEST_NAME:
            yield words


@lru_cache(maxsize=512)
def _days(text: str, year: int | None) -> tuple[str | None, str | None]:
    """The first and last day that the words of a time column name; a time that comes back has none."""
    if not text or repeats_in(folded(text)):
        return None, None
    if found := _YEARS.fullmatch(text.strip(" .")):
        return f"{found['first']}-01-01", f"{found['last'] or found['first']}-12-31"
    plain = _MONTH_OF_YEAR.sub(r"tháng \g<m>/\g<y>", text)
    plain = re.sub(r"tháng\s+tháng", "tháng", plain, flags=re.IGNORECASE)
    period = next((item for item in periods_in(plain, year=year, labelled=True, target=False) if not item.every), None)
    return (period.first, period.last) if period else (None, None)
