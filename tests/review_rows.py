"""A document that was read and waits for review."""

from __future__ import annotations

from cast import NOW, Cast
from editorial_rows import PLAN
from loa.core.canonical import sha256_hex
from loa.documents.extraction.extract import extract
from loa.documents.extraction.serial import to_json
from loa.documents.models import Document, Extraction
from loa.documents.ports import Line


def a_document(cast: Cast, text: str = PLAN) -> Document:
    """The rows that an import leaves."""
    lines = tuple(Line(number, line) for number, line in enumerate(text.split("\n"), start=1))
    document = Document.objects.create(
        commune=cast.commune,
        sha256=sha256_hex(text.encode()),
        file_name="ke-hoach.txt",
        media_type="text/plain",
        size=len(text),
        imported_at=NOW,
        imported_by=cast.hanh.user,
    )
    data = to_json(extract(lines), explain=True)
    Extraction.objects.create(document=document, data=data, text=text, reader_version="1", extracted_at=NOW)
    return document
