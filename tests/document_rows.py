"""The rows that an import leaves: a document and what was read out of it."""

from __future__ import annotations

from cast import NOW, Person
from loa.core.canonical import sha256_hex
from loa.documents.extraction.serial import to_json
from loa.documents.models import Document, Extraction
from loa.documents.ports import ExtractionResult
from loa.units.models import Commune


def a_read_document(
    commune: Commune, person: Person, result: ExtractionResult, *, sha256: str = "", name: str = "ke-hoach.docx"
) -> Document:
    """One that `person` imported and nobody has confirmed.

    :param sha256: of the file; without it that of the lines.
    """
    text = "\n".join(line.text for line in result.lines)
    document = Document.objects.create(
        commune=commune,
        sha256=sha256 or sha256_hex(text.encode()),
        file_name=name,
        media_type="text/plain",
        size=len(text),
        imported_at=NOW,
        imported_by=person.user,
    )
    data = to_json(result, explain=True)
    Extraction.objects.create(document=document, data=data, text=text, reader_version="1", extracted_at=NOW)
    return document
