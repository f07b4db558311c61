"""PDF files with a text layer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from loa.documents.reading import limits
from loa.documents.reading.pdf_columns import Piece, Row, in_reading_order
from loa.documents.reading.text import Page, normalise
from loa.documents.refusals import BrokenPdf, CannotRead, DocumentTooLong, PasswordProtected, ScanWithoutText

WIDE_GAP = 1.1  # of the letters' height: more than the spaces of a justified line
STAMP_LETTERS = 250  # a scan may carry the text of a digital signature, and no more than that
FEW_LETTERS = 40
_LOCKED = (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
_PAGE_NUMBER = re.compile(r"[-–—\s]*(\d{1,3})[-–—\s]*|(?:trang\s*)?(\d{1,3})\s*/\s*\d{1,3}", re.IGNORECASE)
_RECIPIENTS = re.compile(r"^\W*nơi\s+nhận", re.IGNORECASE | re.MULTILINE)
_LINE_HYPHEN = "\x02\ufffe"  # a hyphen after which PDFium has already joined the line: '04/PA-' + 'BCH'
_HYPHENS = str.maketrans(dict.fromkeys(_LINE_HYPHEN, "-"))


def read_pdf(data: bytes) -> Iterator[Page]:
    """Pages of a PDF, page numbers dropped, columns of letterhead and signature one after the other.

    :raises CannotRead: damaged, locked, too long, or a scan without text.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise CannotRead(PasswordProtected if error.err_code in _LOCKED else BrokenPdf) from error
    try:
        if len(document) > limits.MAX_PAGES:
            raise CannotRead(DocumentTooLong)
        yield from _pages(document)
    except pypdfium2.PdfiumError as error:
        raise CannotRead(BrokenPdf) from error
    finally:
        document.close()


def _pages(document: Any) -> list[Page]:
    """All pages, read before any is given away: whether it is a scan is seen at the end."""
    pages, scans = [], []
    for index in range(len(document)):
        page = document[index]
        lines = _lines(page, is_first_page=index == 0)
        scans.append(_is_scan(page, sum(len(line.replace(" ", "")) for line in lines)))
        kept = lines if len(document) == 1 else without_page_number(lines, last=len(document))
        pages.append(Page(number=index + 1, text="\n".join(kept)))
        page.close()
    is_wordless = not any(page.text.strip() for page in pages)
    if is_wordless or scans[0] or sum(scans) * 2 > len(scans):
        raise CannotRead(ScanWithoutText)
    return pages


def _is_scan(page: Any, letters: int) -> bool:
    """Whether the page is a picture with next to no words."""
    width, height = page.get_size()
    covered = 0.0
    images = 0
    for image in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_IMAGE,), max_depth=3):
        left, bottom, right, top = image.get_bounds()
        covered = max(covered, (right - left) * (top - bottom) / (width * height))
        images += 1
    return bool(images) and letters < (STAMP_LETTERS if covered > 0.5 else FEW_LETTERS)


def _lines(page: Any, *, is_first_page: bool) -> list[str]:
    """Lines of one page; the costly look at each letter's place only where columns may stand."""
    text_page = page.get_textpage()
    text = str(text_page.get_text_range())
    if is_first_page or _RECIPIENTS.search(normalise(text)):
        rows = list(_rows(text_page))
        lines = in_reading_order(rows, width=page.get_width(), is_first_page=is_first_page)
    else:
        lines = text.replace("\r\n", "\n").split("\n")
    text_page.close()
    return [line.translate(_HYPHENS) for line in lines]


def _rows(text_page: Any) -> Iterator[Row]:
    """The lines of the text layer with the place of their words."""
    letters: list[Piece] = []
    for index in range(text_page.count_chars()):
        letter = chr(pdfium.FPDFText_GetUnicode(text_page, index))
        if letter == "\n":
            yield from _row(letters)
            letters = []
        elif letter != "\r":
            left, bottom, right, top = text_page.get_charbox(index, loose=True)
            letters.append(Piece(letter, left, right, (bottom + top) / 2, top - bottom))
    yield from _row(letters)


def _row(letters: list[Piece]) -> Iterator[Row]:
    """Cut one line where letters stand far apart; PDFium has shrunk the spaces there to one."""
    runs: list[list[Piece]] = []
    seen: Piece | None = None
    for letter in letters:
        if not letter.text.isspace():
            if seen is None or letter.left - seen.right > WIDE_GAP * letter.height:
                runs.append([])
            seen = letter
        if runs:
            runs[-1].append(letter)
    if runs:
        yield tuple(_piece(run) for run in runs)


def _piece(run: list[Piece]) -> Piece:
    solid = [letter for letter in run if not letter.text.isspace()]
    heights = sorted(letter.height for letter in solid)
    middles = sorted(letter.middle for letter in solid)
    return Piece(
        text=normalise("".join(letter.text for letter in run).translate(_HYPHENS)).strip(),
        left=min(letter.left for letter in solid),
        right=max(letter.right for letter in solid),
        middle=middles[len(middles) // 2],
        height=heights[len(heights) // 2],
    )


def without_page_number(lines: list[str], *, last: int) -> list[str]:
    """Drop a lone page number (1 to `last`) from the first and from the last written line."""
    written = [index for index, line in enumerate(lines) if line.strip()]
    drop = set()
    for index in {written[0], written[-1]} if written else ():
        found = _PAGE_NUMBER.fullmatch(lines[index].strip())
        if found and 1 <= int(found.group(1) or found.group(2)) <= last:
            drop.add(index)
    return [line for index, line in enumerate(lines) if index not in drop]
