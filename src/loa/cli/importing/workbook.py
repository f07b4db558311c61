"""The report as an XLSX: one row a file. No cell is ever a formula, whatever a file is called or says."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from loa.cli.importing.outcome import Outcome
from loa.core.content import write_durably
from loa.core.language import gettext
from loa.core.language import gettext as _
from loa.documents.printed_days import day_words

LONGEST = 32_000  # letters of a cell; Excel's own limit is a little higher
WIDTHS = (48, 12, 60, 18, 60, 14, 9, 11, 9, 11)
DAY_FORMAT = "dd/mm/yyyy"
FIRST_YEAR = 1900  # a sheet has no day before
_ACTIVE = ("=", "+", "-", "@", "\t", "\r")


def write_report(path: Path, outcomes: Sequence[Outcome]) -> None:
    """Put the report at `path` whole or not at all.

    :raises OSError: no room, no right.
    """
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_("Nhập văn bản"))
    sheet.freeze_panes = "A2"
    for column, width in zip("ABCDEFGHIJ", WIDTHS, strict=True):
        sheet.column_dimensions[column].width = width
    sheet.append([_cell(sheet, head, is_head=True) for head in _heads()])
    for outcome in outcomes:
        sheet.append([_cell(sheet, value) for value in _values(outcome)])
    sheet.auto_filter.ref = f"A1:J{len(outcomes) + 1}"
    saved = io.BytesIO()
    book.save(saved)
    write_durably(path, saved.getvalue(), mode=0o600)


def _heads() -> Sequence[str]:
    return (
        _("Tệp"),
        _("Kết quả"),
        _("Lý do"),
        _("Số/ký hiệu"),
        _("Trích yếu"),
        _("Ngày"),
        _("Số mục"),
        _("Phân công"),
        _("Câu hỏi"),
        _("Thời gian (giây)"),
    )


def _values(outcome: Outcome) -> Sequence[str | float | date | None]:
    return (
        outcome.file,
        gettext(outcome.fate.value),
        outcome.reason,
        outcome.symbol,
        outcome.title,
        _day(outcome.date),
        outcome.clauses,
        outcome.assignments,
        outcome.questions,
        round(outcome.seconds, 2),
    )


def _day(kept: str | None) -> date | str | None:
    """A whole day as one that the sheet can sort by; one with a blank in words."""
    try:
        day = date.fromisoformat(kept or "")
    except ValueError:
        return day_words(kept) if kept else None
    return day if day.year >= FIRST_YEAR else day_words(day.isoformat())


def _cell(sheet: WriteOnlyWorksheet, value: str | float | date | None, *, is_head: bool = False) -> WriteOnlyCell:
    """A cell whose words are words: also when somebody edits it later, and when the sheet is saved as CSV."""
    cell = WriteOnlyCell(sheet)
    if isinstance(value, str):
        text = ILLEGAL_CHARACTERS_RE.sub("?", value.encode("utf-8", "replace").decode("utf-8"))[:LONGEST]
        cell.value = text
        cell.data_type = "s"
        cell.quotePrefix = text.startswith(_ACTIVE)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    else:
        cell.value = value
        cell.alignment = Alignment(vertical="top")
    if isinstance(value, date):
        cell.number_format = DAY_FORMAT
    if is_head:
        cell.font = Font(bold=True)
    return cell
