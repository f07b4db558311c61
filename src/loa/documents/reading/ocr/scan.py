"""A scan or a photo, read page by page: one process makes the picture, another reads it, ours puts it together."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image

from loa.documents.reading import limits
from loa.documents.reading.isolated import run_module
from loa.documents.reading.ocr import engine
from loa.documents.reading.ocr.columns import read_signature_apart, sureness
from loa.documents.reading.ocr.engine import Word
from loa.documents.reading.ocr.layout import lines_in_order
from loa.documents.reading.ocr.numbering import mend_numbers
from loa.documents.reading.ocr.spelling import ReadLine, mend_spelling, read_line
from loa.documents.reading.pdf_furniture import without_page_number
from loa.documents.reading.text import Page, ReadDocument, lines_of
from loa.documents.refusals import (
    REFUSAL_BY_NAME,
    CannotRead,
    FileChanged,
    OcrMissing,
    ScanTooLong,
    ScanWithoutText,
    UnreadableDocument,
)

RENDERER = "loa.documents.reading.ocr.render"
UPRIGHT_FROM = 0.6  # a page whose words are less sure than that may stand on its head
Note = Callable[[int, int], None]  # (page from 1, pages)


@dataclass(frozen=True, slots=True)
class PagePicture:
    """One page of a file of `pages`, in grey dots row by row."""

    pages: int
    media_type: str
    sha256: str
    width: int
    height: int
    dots: bytes

    @property
    def image(self) -> Image.Image:
        return Image.frombytes("L", (self.width, self.height), self.dots)

    @property
    def dpi(self) -> int:
        """Dots per inch of a page that is A4 or thereabouts, whichever way it lies."""
        return max(70, round(max(self.width, self.height) / 11.7))


def read_scan(path: Path, note: Note | None = None) -> ReadDocument:
    """The lines of a scanned PDF or a picture, each with its confidence and its doubtful words.

    :raises UnreadableDocument: the file is refused; `OcrMissing` where this machine has no Tesseract for Vietnamese.
    """
    if engine.program() is None:
        raise OcrMissing(path.name)
    first = picture_at(path, 0)
    if first.pages > limits.OCR_PAGES:
        raise ScanTooLong(path.name)
    pages = []
    for index in range(first.pages):
        if note is not None:
            note(index + 1, first.pages)
        picture = first if index == 0 else picture_at(path, index)
        if picture.sha256 != first.sha256:
            raise FileChanged(path.name)
        pages.append(lines_at(path, index, picture=picture))
    read = [line for page in pages for line in page]
    spelt = [mend_spelling(line.text) for line in read]
    mended = iter(mend_numbers(spelt))
    texts = [[next(mended) for _line in page] for page in pages]
    try:
        lines = lines_of(page_of(index, page, texts=texts[index]) for index, page in enumerate(pages))
    except CannotRead as error:
        raise ScanWithoutText(path.name) from error
    is_mended = [line.text for line in read] != [text for page in texts for text in page]
    notices = ("ocr", "ocr-mended") if is_mended else ("ocr",)
    return ReadDocument(media_type=first.media_type, lines=lines, sha256=first.sha256, notices=notices)


def page_of(index: int, read: Sequence[ReadLine], *, texts: Sequence[str]) -> Page:
    """The page `index` (from 0) of recognised lines, with the words that they have after mending."""
    seen = tuple(
        (line.confidence, tuple(word for word in line.doubtful if word in text.split()))
        for line, text in zip(read, texts, strict=True)
    )
    return Page(number=index + 1, text="\n".join(texts), seen=seen)


def picture_at(path: Path, page: int, *, turn: int = 0) -> PagePicture:
    """The page `page` (from 0), turned by `turn` degrees, as another process made it a picture.

    :raises UnreadableDocument: that process refused the file, broke off or answered nonsense.
    """
    output = run_module(RENDERER, [str(path.resolve()), str(page), str(turn)], seconds=limits.OCR_WALL_SECONDS)
    try:
        head, _newline, dots = (output or b"").partition(b"\n")
        said: dict[str, Any] = json.loads(head)
        if "refusal" in said:
            raise REFUSAL_BY_NAME[said["refusal"]](path.name)
        picture = PagePicture(dots=dots, **said)
        if len(dots) != picture.width * picture.height or not 1 <= picture.pages <= limits.MAX_PAGES:
            raise UnreadableDocument(path.name)
    except (ValueError, KeyError, TypeError) as error:
        raise UnreadableDocument(path.name) from error
    return picture


def lines_at(path: Path, index: int, *, picture: PagePicture) -> list[ReadLine]:
    """The lines that Tesseract sees on the page `index` (from 0), without its printed number.

    :raises UnreadableDocument: Tesseract broke off.
    """
    words = _words(path, picture)
    if sureness(words) < UPRIGHT_FROM:
        picture, words = _upright(path, index, picture=picture, words=words)
    words = read_signature_apart(words, picture.image, dpi=picture.dpi)
    seen = lines_in_order(words, width=picture.width, dpi=picture.dpi, is_first_page=index == 0)
    lines = [read_line(line) for line in seen]
    if picture.pages == 1:
        return lines
    texts = [line.text for line in lines]
    kept = without_page_number(texts, last=picture.pages)
    start = 0 if kept[:1] == texts[:1] else 1
    return lines[start : start + len(kept)]


def _words(path: Path, picture: PagePicture) -> list[Word]:
    words = engine.words_in(picture.image, dpi=picture.dpi)
    if words is None:
        raise UnreadableDocument(path.name)
    return words


def _upright(path: Path, index: int, *, picture: PagePicture, words: list[Word]) -> tuple[PagePicture, list[Word]]:
    """The page turned upright where that reads better; most pages stand upright, so this is asked only in doubt."""
    turn = engine.quarter_turn(picture.image)
    if not turn:
        return picture, words
    turned = picture_at(path, index, turn=turn)
    again = _words(path, turned)
    return (turned, again) if sureness(again) > sureness(words) else (picture, words)
