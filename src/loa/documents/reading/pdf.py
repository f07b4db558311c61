"""PDF files with a text layer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from loa.documents.reading import limits
from loa.documents.reading.notices import scanned_pages_missing
from loa.documents.reading.pdf_columns import Block, Row, blocks_of, joined
from loa.documents.reading.pdf_continued import with_tables_continued
from loa.documents.reading.pdf_footnotes import NOTICE, Note, parted_from_notes, without_marks
from loa.documents.reading.pdf_furniture import without_furniture, without_page_number
from loa.documents.reading.pdf_letters import letters_of
from loa.documents.reading.pdf_outlines import FEW_LETTERS, is_outlined
from loa.documents.reading.pdf_paragraphs import Setting, lines_of_block, setting_of
from loa.documents.reading.pdf_rows import rows_of
from loa.documents.reading.pdf_rules import Rule, rules_of
from loa.documents.reading.pdf_tables import tables_of
from loa.documents.reading.table_rows import table_lines
from loa.documents.reading.text import Page
from loa.documents.refusals import (
    BrokenPdf,
    CannotRead,
    DocumentTooLong,
    PasswordProtected,
    ScanWithoutText,
    UnreadableLetters,
)

__all__ = ["read_pdf", "without_page_number"]

STAMP_LETTERS = 250  # a scan may carry the text of a digital signature, and no more than that
HALF = 0.5  # of the page: a picture that covers more is no seal or logo
MOST_STRANGE = 0.2  # of the letters: with more of them unknown, the rest makes no sense
_LOCKED = (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One page as its rows stand, before anything is left out."""

    rows: list[Row]
    rules: list[Rule]
    width: float
    letters: int
    strange: float
    is_scan: bool
    is_picture: bool  # a scan among pages of text: what it says is on its picture


def read_pdf(data: bytes) -> Iterator[Page]:
    """Pages of a PDF: columns one after the other, paragraphs parted, tables by rows, footnotes behind all pages.

    :raises CannotRead: damaged, locked, too long, a scan without text, or with letters that mean nothing.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise CannotRead(PasswordProtected if error.err_code in _LOCKED else BrokenPdf) from error
    try:
        sheets = _sheets(document)
        _check(sheets)
        yield from _pages(sheets)
    except pypdfium2.PdfiumError as error:
        raise CannotRead(BrokenPdf) from error
    finally:
        document.close()


def _sheets(document: Any) -> list[_Sheet]:
    """:raises CannotRead: more pages or letters than a plan may have, told before they are all read."""
    if len(document) > limits.MAX_PAGES:
        raise CannotRead(DocumentTooLong)
    sheets: list[_Sheet] = []
    for index in range(len(document)):
        sheets.append(_sheet(document[index]))
        if sum(sheet.letters for sheet in sheets) > limits.MAX_CHARACTERS:
            raise CannotRead(DocumentTooLong)
    return sheets


def _sheet(page: Any) -> _Sheet:
    text_page = page.get_textpage()
    if text_page.count_chars() > limits.MAX_CHARACTERS:
        raise CannotRead(DocumentTooLong)
    read = letters_of(text_page, page.get_mediabox())
    text_page.close()
    rules = rules_of(page, read.turn)
    largest, together = _covered(page)
    outlined = is_outlined(page, len(read.letters))
    is_scan = outlined or _is_scan(largest, len(read.letters))
    tables, rest = tables_of(read.letters, rules)
    rows = [*rows_of(rest), *((table.place,) for table in tables)]
    sheet = _Sheet(
        rows=sorted(rows, key=lambda row: -row[0].middle),
        rules=rules.level,
        width=read.width,
        letters=len(read.letters),
        strange=read.strange,
        is_scan=is_scan,
        is_picture=outlined or (is_scan and (not read.letters or together > HALF)),
    )
    page.close()
    return sheet


def _covered(page: Any) -> tuple[float, float]:
    """How much of the page its largest picture covers, and all of them together: some scanners cut a page in strips."""
    width, height = page.get_size()
    parts = [0.0]
    for image in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_IMAGE,), max_depth=3):
        left, bottom, right, top = image.get_bounds()
        parts.append((right - left) * (top - bottom) / (width * height))
    return max(parts), sum(parts)


def _is_scan(largest: float, letters: int) -> bool:
    """Whether the page is a picture with next to no words."""
    return largest > 0 and letters < (STAMP_LETTERS if largest > HALF else FEW_LETTERS)


def _check(sheets: Sequence[_Sheet]) -> None:
    """:raises CannotRead: for the most part a scan, or letters that the file itself cannot name."""
    scans = sum(sheet.is_scan for sheet in sheets)
    letters = sum(sheet.letters for sheet in sheets)
    if not letters or sheets[0].is_scan or scans * 2 > len(sheets):
        raise CannotRead(ScanWithoutText)
    if sum(sheet.strange * sheet.letters for sheet in sheets) > MOST_STRANGE * letters:
        raise CannotRead(UnreadableLetters)


def _pages(sheets: Sequence[_Sheet]) -> Iterator[Page]:
    parted = [
        parted_from_notes(rows, sheet.rules, width=sheet.width)
        for sheet, rows in zip(sheets, without_furniture([sheet.rows for sheet in sheets]), strict=True)
    ]
    notes = [found for _rows, found in parted]
    near = [[note for page in notes[max(at - 1, 0) : at + 2] for note in page] for at in range(len(notes))]
    pages = [without_marks(rows, beside) for (rows, _notes), beside in zip(parted, near, strict=True)]
    pages = with_tables_continued(pages)
    settings = _settings(sheets, pages)
    before: Row | None = None
    goes_on = False
    for number, (sheet, rows) in enumerate(zip(sheets, pages, strict=True), start=1):
        blocks = blocks_of(rows, width=sheet.width, is_first_page=number == 1, goes_on=goes_on)
        lines = _lines(blocks, settings[round(sheet.width)], before=before)
        before = rows[-1] if rows else None
        goes_on = next((block.is_column for block in reversed(blocks) if block.rows), False)
        missing = scanned_pages_missing([number] if sheet.is_picture else [])
        yield Page(number=number, text="\n".join(lines), notices=missing)
    yield from _note_pages(notes)


def _lines(blocks: Sequence[Block], setting: Setting, *, before: Row | None) -> list[str]:
    """The lines of one page; `before` is the last row of the page before, whose paragraph may go on."""
    lines: list[str] = []
    for block in blocks:
        if block.is_column:
            lines += [*(joined(row) for row in block.rows), ""]
        else:
            lines += lines_of_block(block.rows, setting, before=before)
        before = None
    return lines


def _settings(sheets: Sequence[_Sheet], pages: Sequence[Sequence[Row]]) -> dict[int, Setting]:
    """How the pages are set, for each width of paper: an annex may lie across."""
    widths = {round(sheet.width) for sheet in sheets}
    of_width = {
        width: [rows for sheet, rows in zip(sheets, pages, strict=True) if round(sheet.width) == width]
        for width in widths
    }
    return {width: setting_of(group) for width, group in of_width.items()}


def _note_pages(notes: Sequence[Sequence[Note]]) -> Iterator[Page]:
    """The footnotes behind the document, each with the page it stands on: in the text they would tear its sentences."""
    for number, found in enumerate(notes, start=1):
        if found:
            lines = [line for mark, words in found for line in ("", *table_lines([[f"[{mark}] {words}"]]))]
            yield Page(number=number, text="\n".join(lines), notices=(NOTICE,))
