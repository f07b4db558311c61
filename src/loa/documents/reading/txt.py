"""Plain text files."""

from __future__ import annotations

from collections.abc import Iterator

from loa.documents.reading.sniff import decode
from loa.documents.reading.text import Page


def read_txt(data: bytes) -> Iterator[Page]:
    """Pages of a text file; a form feed ends a page, and a file without one has no pages.

    :raises CannotRead: the encoding is not Unicode.
    """
    text = decode(data)
    if "\f" not in text:
        yield Page(number=None, text=text)
        return
    for number, page in enumerate(text.split("\f"), start=1):
        yield Page(number=number, text=page)
