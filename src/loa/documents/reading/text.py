"""The text of a document as numbered lines, the same whatever file it came in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from loa.documents.ports import Line
from loa.documents.reading import limits
from loa.documents.refusals import CannotRead, DocumentTooLong, EmptyFile

TAB = "    "  # wide enough to be seen as the gap between two columns
_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_NOTHING = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\ufffe\uffff"
_NEW_LINES = "\r\v\x85\u2028\u2029"
_TABLE = str.maketrans(
    dict.fromkeys(_SPACES, " ")
    | dict.fromkeys(_NOTHING, "")
    | dict.fromkeys(_NEW_LINES, "\n")
    # Bullets of Word's Symbol font, which have no Unicode letter of their own.
    | {"\t": TAB, "\uf02d": "-", "\uf0b7": "•", "\uf0a7": "•", "\u2010": "-", "\u2011": "-"}
)
_CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]")


@dataclass(frozen=True, slots=True)
class Page:
    """Text of one page; `number` is None where the file has no pages of its own.

    `seen` has, for a page read from a picture, the confidence (0 to 1) and the doubtful words of each line of `text`.
    `notices` are codes of what the reader left out or settled on the way (`reading.notices`).
    """

    number: int | None
    text: str
    seen: tuple[tuple[float, tuple[str, ...]], ...] = ()
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """All lines of a file; `sha256` is of the very bytes that were read.

    `notices` are codes of what was changed on the way in (`reading.notices`), the same order each time.
    """

    media_type: str
    lines: tuple[Line, ...]
    sha256: str = ""
    notices: tuple[str, ...] = ()


def normalise(text: str) -> str:
    """NFC, plain spaces and line ends; no soft hyphens, zero-width or control characters; lines are not joined."""
    text = text.replace("\r\n", "\n").translate(_TABLE)
    return unicodedata.normalize("NFC", _CONTROLS.sub("", text))


def lines_of(pages: Iterable[Page]) -> tuple[Line, ...]:
    """Number the lines of all pages from 1, blank ones inside included.

    :raises CannotRead: no text at all, or more of it than a plan may have.
    """
    rows: list[Line] = []
    characters = 0
    for page in pages:
        characters += len(page.text)
        rows += _rows(page)
        if characters > limits.MAX_CHARACTERS or len(rows) > limits.MAX_LINES:
            raise CannotRead(DocumentTooLong)
    written = [index for index, row in enumerate(rows) if row.text.strip()]
    if not written:
        raise CannotRead(EmptyFile)
    kept = rows[written[0] : written[-1] + 1]
    return tuple(replace(row, number=number) for number, row in enumerate(kept, start=1))


def _rows(page: Page) -> list[Line]:
    texts = [text.rstrip() for text in normalise(page.text).split("\n")]
    if len(page.seen) != len(texts):
        return [Line(0, text, page.number) for text in texts]
    return [
        Line(0, text, page.number, confidence if text else None, doubtful)
        for text, (confidence, doubtful) in zip(texts, page.seen, strict=True)
    ]


def to_json(document: ReadDocument) -> dict[str, Any]:
    """JSON values for the pipe between the reading process and ours; nothing there is read from a picture."""
    rows = [[line.page, line.text] for line in document.lines]
    return {
        "media_type": document.media_type,
        "sha256": document.sha256,
        "lines": rows,
        "notices": list(document.notices),
    }


def from_json(data: dict[str, Any]) -> ReadDocument:
    """:raises ValueError: not what `to_json` writes. :raises KeyError: a part is missing."""
    lines = []
    for number, (page, text) in enumerate(data["lines"], start=1):
        if not (page is None or isinstance(page, int)) or not isinstance(text, str):
            raise ValueError(number)
        lines.append(Line(number=number, text=text, page=page))
    return ReadDocument(
        media_type=str(data["media_type"]),
        lines=tuple(lines),
        sha256=str(data["sha256"]),
        notices=tuple(str(code) for code in data["notices"]),
    )
