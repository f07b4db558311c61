"""Scanned pages amid pages of text (the signed last page, an annex): each is recognised and put in its place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from loa.documents.reading import limits
from loa.documents.reading.notices import SCANNED_PAGES, in_order, missing_pages, scanned_pages_missing
from loa.documents.reading.ocr import engine
from loa.documents.reading.ocr.numbering import mend_numbers
from loa.documents.reading.ocr.scan import Note, lines_at, page_of, picture_at
from loa.documents.reading.ocr.spelling import ReadLine, mend_spelling
from loa.documents.reading.text import Page, ReadDocument, lines_of
from loa.documents.refusals import CannotRead, FileChanged, UnreadableDocument

Recognised = dict[int, list[ReadLine]]  # by the page's number, from 1


@dataclass(frozen=True, slots=True)
class _Part:
    """The words of one page; `seen` are the lines that they were recognised from, None on a page of text."""

    number: int
    words: list[str]
    seen: list[ReadLine] | None = None


def with_scanned_pages(path: Path, document: ReadDocument, *, note: Note | None = None) -> ReadDocument:
    """The document with those of its pages recognised that are pictures; the same one where none can be.

    A page whose recognition breaks off stays named in the notices: the others are worth reading.

    :raises UnreadableDocument: the file is another one by now, or too long with these pages.
    """
    missing = missing_pages(document.notices)
    if not missing or engine.program() is None:
        return document
    read: Recognised = {}
    asked = missing[: limits.OCR_PAGES]
    for at, number in enumerate(asked, start=1):
        if note is not None:
            note(at, len(asked))
        lines = _recognised(path, number, sha256=document.sha256)
        if lines is not None:
            read[number] = lines
    return _put_in_place(path, document, read=read) if read else document


def _recognised(path: Path, number: int, *, sha256: str) -> list[ReadLine] | None:
    try:
        picture = picture_at(path, number - 1)
        lines = lines_at(path, number - 1, picture=picture)
    except UnreadableDocument:
        return None
    if picture.sha256 != sha256:
        raise FileChanged(path.name)
    return lines


def _put_in_place(path: Path, document: ReadDocument, *, read: Recognised) -> ReadDocument:
    parts = _parts(document, read)
    mended = iter(
        mend_numbers([text for part in parts for text in part.words])
    )  # text pages tell where counting stands
    texts = [[next(mended) for _word in part.words] for part in parts]
    try:
        lines = lines_of(_page(part, after) for part, after in zip(parts, texts, strict=True))
    except CannotRead as error:
        raise error.refusal(path.name) from error
    is_mended = any(
        part.seen is not None and [line.text for line in part.seen] != after
        for part, after in zip(parts, texts, strict=True)
    )
    return replace(document, lines=lines, notices=_notices(document, read, is_mended=is_mended))


def _parts(document: ReadDocument, read: Recognised) -> list[_Part]:
    """All pages in order. Footnotes stand behind them under their page's number: the first of two runs is the page."""
    parts: list[_Part] = []
    left = dict(read)
    for number, lines in groupby(document.lines, key=lambda line: line.page or 0):
        words = [line.text for line in lines]
        seen = left.pop(number, None)
        parts.append(_recognised_part(number, seen) if seen is not None else _Part(number, words))
    # A last page without a word has no line that would hold its place.
    return parts + [_recognised_part(number, seen) for number, seen in sorted(left.items())]


def _recognised_part(number: int, seen: list[ReadLine]) -> _Part:
    return _Part(number, [mend_spelling(line.text) for line in seen], seen)


def _page(part: _Part, after: list[str]) -> Page:
    if part.seen is None:
        return Page(part.number, "\n".join(part.words))
    return page_of(part.number - 1, part.seen, texts=after)


def _notices(document: ReadDocument, read: Recognised, *, is_mended: bool) -> tuple[str, ...]:
    told = [code for code in document.notices if not code.startswith(SCANNED_PAGES)]
    missing = [number for number in missing_pages(document.notices) if number not in read]
    return in_order([*told, "ocr", *(["ocr-mended"] if is_mended else []), *scanned_pages_missing(missing)])
