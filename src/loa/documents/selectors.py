"""Reading documents and what was read out of them."""

from __future__ import annotations

from loa.core.actor import Actor
from loa.documents.extraction.serial import from_json
from loa.documents.models import Document
from loa.documents.ports import ExtractionResult
from loa.documents.refusals import DocumentNotFound


def document_for(actor: Actor, document_id: int) -> Document:
    """One imported document that the actor may see.

    :raises DocumentNotFound: absent or of another commune; the answer is the same.
    """
    found = Document.objects.visible_to(actor).filter(pk=document_id).first()
    if found is None:
        raise DocumentNotFound
    return found


def extraction_of(document: Document) -> ExtractionResult:
    """What was read out of a document, with its numbered lines."""
    stored = document.extraction
    return from_json(stored.data, stored.text)
