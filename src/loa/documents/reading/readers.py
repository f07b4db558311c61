"""From the bytes of a file to its lines, by what the bytes are."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import replace

from loa.documents.reading import limits
from loa.documents.reading.docx import read_docx
from loa.documents.reading.encodings.recognise import in_unicode, is_in_pieces
from loa.documents.reading.encodings.viqr import CODE as VIQR
from loa.documents.reading.encodings.viqr import from_viqr, is_viqr
from loa.documents.reading.html import read_html
from loa.documents.reading.notices import in_order, missing_pages, scanned_pages_missing
from loa.documents.reading.pdf import read_pdf
from loa.documents.reading.sniff import Kind, sniff
from loa.documents.reading.text import Page, ReadDocument, lines_of
from loa.documents.reading.txt import read_txt
from loa.documents.refusals import CannotRead, EmptyFile

NFD = "nfd"
READERS: dict[Kind, Callable[[bytes], Iterable[Page]]] = {
    Kind.TEXT: read_txt,
    Kind.HTML: read_html,
    Kind.DOCX: read_docx,
    Kind.PDF: read_pdf,
}


def read_bytes(data: bytes) -> ReadDocument:
    """Read a document in this process; `limited.read_file` is the door for files from outside.

    :raises CannotRead: with the refusal to give.
    """
    if not data.strip(b"\0 \t\r\n"):
        raise CannotRead(EmptyFile)
    kind = sniff(data)
    pages = _without_viqr([_in_unicode(page) for page in READERS[kind](data)])
    lines = lines_of(pages)
    met = [code for page in pages for code in page.notices] + ([kind.name.lower()] if kind is Kind.HTML else [])
    return ReadDocument(
        media_type=kind.value,
        lines=lines,
        sha256=hashlib.sha256(data).hexdigest(),
        notices=in_order([*met, *scanned_pages_missing(missing_pages(met))]),
    )


def _without_viqr(pages: list[Page]) -> list[Page]:
    """The pages as they are, or all converted: whether a document is written in signs is told by the whole of it."""
    if sum(len(page.text) for page in pages) > limits.MAX_CHARACTERS:
        return pages
    if not is_viqr([line for page in pages for line in page.text.split("\n")]):
        return pages
    return [
        replace(page, text="\n".join(from_viqr(page.text.split("\n"))), notices=(*page.notices, VIQR)) for page in pages
    ]


def _in_unicode(page: Page) -> Page:
    """The page with letters of old fonts converted, and what that is told by."""
    if page.text.isascii() or len(page.text) > limits.MAX_CHARACTERS:
        return page
    found = in_unicode(page.text.split("\n"))
    codes = found.codes + ((NFD,) if is_in_pieces(page.text) else ())
    return replace(page, text="\n".join(found.lines), notices=page.notices + codes) if codes else page
