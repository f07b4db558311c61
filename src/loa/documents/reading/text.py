"""The text of a document as numbered lines, the same whatever file it came in."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Page:
    """Text of one page; `number` is None where the file has no pages of its own.

    `seen` has, for a page read from a picture, the confidence (0 to 1) and the doubtful words of each line of `text`.
    """

    number: int | None
    text: str
    seen: tuple[tuple[float, tuple[str, ...]], ...] = ()


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
    kept = "".join(letter for letter in text if letter == "\n" or unicodedata.category(letter) != "Cc")
    return unicodedata.normalize("NFC", kept)


def lines_of(pages: Iterable[Page]) -> tuple[Line, ...]:
    """Number the lines of all pages from 1, blank ones inside included.

    :raises CannotRead: no text at all, or more of it than a plan may have.
    """
    rows: list[tuple[int | None, str]] = []
    characters = 0
    for page in pages:
        characters += len(page.text)
        rows += [(page.number, line.rstrip()) for line in normalise(page.text).split("\n")]
        if characters > limits.MAX_CHARACTERS or len(rows) > limits.MAX_LINES:
            raise CannotRead(DocumentTooLong)
    written = [index for index, (_page, text) in enumerate(rows) if text.strip()]
    if not written:
        raise CannotRead(EmptyFile)
    rows = rows[written[0] : written[-1] + 1]
    return tuple(Line(number=number, text=text, page=page) for number, (page, text) in enumerate(rows, start=1))


def to_json(document: ReadDocument) -> dict[str, Any]:
    """JSON values for the pipe between the reading process and ours."""
    rows = [[line.page, line.text] for line in document.lines]
    return {"media_type": document.media_type, "sha256": document.sha256, "lines": rows}


def from_json(data: dict[str, Any]) -> ReadDocument:
    """:raises ValueError: not what `to_json` writes. :raises KeyError: a part is missing."""
    lines = []
    for number, (page, text) in enumerate(data["lines"], start=1):
        if not (page is None or isinstance(page, int)) or not isinstance(text, str):
            raise ValueError(number)
        lines.append(Line(number=number, text=text, page=page))
    return ReadDocument(media_type=str(data["media_type"]), lines=tuple(lines), sha256=str(data["sha256"]))
