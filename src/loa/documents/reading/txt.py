"""Plain text files."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loa.documents.reading.encodings.recognise import in_unicode
from loa.documents.reading.encodings.tables import western_text
from loa.documents.reading.sniff import decode
from loa.documents.reading.text import Page
from loa.documents.refusals import CannotRead, UnknownEncoding

MARKUP = "markup"
_MARKUP = re.compile(r"\*\*|^[ \t]*\|", re.MULTILINE)
_BREAK = re.compile(r"\s*<br\s*/?>\s*", re.IGNORECASE)
_LINE = re.compile(r"[^\n]*<br\s*/?>[^\n]*", re.IGNORECASE)
_LAYOUT_CELLS = 2  # a letterhead or a signature beside the recipients; more columns are a table of facts


def read_txt(data: bytes) -> Iterator[Page]:
    """Pages of a text file; a form feed ends a page, and a file without one has no pages.

    :raises CannotRead: the encoding is neither Unicode nor one of the old Vietnamese ones.
    """
    text = decode(data)
    notices: tuple[str, ...] = ()
    if text is None:
        text, notices = _from_old_encoding(data)
    notices += (MARKUP,) if _MARKUP.search(text) or _BREAK.search(text) else ()
    text = _LINE.sub(lambda line: _broken(line.group()), text)
    if "\f" not in text:
        yield Page(number=None, text=text, notices=notices)
        return
    for number, page in enumerate(text.split("\f"), start=1):
        yield Page(number=number, text=page, notices=notices)


def _from_old_encoding(data: bytes) -> tuple[str, tuple[str, ...]]:
    found = in_unicode(western_text(data).split("\n"))
    if not found.codes:
        raise CannotRead(UnknownEncoding)
    return "\n".join(found.lines), found.codes


def _broken(line: str) -> str:
    """`<br>` left over from a web page ends a line; of two cells side by side the left one is read first."""
    if not line.lstrip().startswith("|"):
        return _BREAK.sub("\n", line)
    cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
    if len(cells) > _LAYOUT_CELLS:
        return _BREAK.sub(" ", line)
    return "\n".join(f"| {piece} |" for cell in cells for piece in _BREAK.split(cell))
