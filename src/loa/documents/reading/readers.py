"""From the bytes of a file to its lines, by what the bytes are."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable

from loa.documents.reading.docx import read_docx
from loa.documents.reading.pdf import read_pdf
from loa.documents.reading.sniff import Kind, sniff
from loa.documents.reading.text import Page, ReadDocument, lines_of
from loa.documents.reading.txt import read_txt
from loa.documents.refusals import CannotRead, EmptyFile

READERS: dict[Kind, Callable[[bytes], Iterable[Page]]] = {
    Kind.TEXT: read_txt,
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
    lines = lines_of(READERS[kind](data))
    return ReadDocument(media_type=kind.value, lines=lines, sha256=hashlib.sha256(data).hexdigest())
