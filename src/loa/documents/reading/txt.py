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


def read_txt(data: bytes) -> Iterator[Page]:
    """Pages of a text file; a form feed ends a page, and a file without one has no pages.

    :raises CannotRead: the encoding is neither Unicode nor one of the old Vietnamese ones.
    """
    text = decode(data)
    notices: tuple[str, ...] = ()
    if text is None:
        text, notices = _from_old_encoding(data)
    notices += (MARKUP,) if _MARKUP.search(text) else ()
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
