"""Reading documents, what was read out of them, and what people corrected there."""

from __future__ import annotations

from dataclasses import replace

from django.db.models import QuerySet

from loa.core.actor import Actor
from loa.documents.extraction.serial import from_json
from loa.documents.line_notes import noted
from loa.documents.models import Correction, Document
from loa.documents.ports import ExtractionResult
from loa.documents.refusals import DocumentNotFound
from loa.documents.review.changes import Change, Review


def document_for(actor: Actor, document_id: int) -> Document:
    """One imported document that the actor may see.

    :raises DocumentNotFound: absent or of another commune; the answer is the same.
    """
    found = Document.objects.visible_to(actor).filter(pk=document_id).first()
    if found is None:
        raise DocumentNotFound
    return found


def extraction_of(document: Document) -> ExtractionResult:
    """What was read out of a document, with its numbered lines, before any correction."""
    stored = document.extraction
    read = from_json(stored.data, stored.text)
    return replace(read, lines=noted(read.lines, stored.lines))


def changes_of(document: Document) -> list[Change]:
    """The corrections that stand, oldest first."""
    rows = document.corrections.standing().values_list("field", "was", "became")
    return [Change(field, was, became) for field, was, became in rows]


def review_of(document: Document) -> Review:
    """The reading with its corrections: what deeds (`documents.review.deeds`) start from."""
    return Review(extraction_of(document), tuple(changes_of(document)))


def reviewed_extraction(document: Document) -> ExtractionResult:
    """What the document says as people corrected it: what work is made of. One query more than `extraction_of`."""
    return review_of(document).outcome


def documents_to_review(actor: Actor) -> QuerySet[Document]:
    """The documents that were read and wait for confirmation, newest first, with their extraction and importer."""
    rows = Document.objects.visible_to(actor).to_review()
    return rows.select_related("extraction", "imported_by").order_by("-imported_at", "-pk")


def corrections_for(actor: Actor) -> QuerySet[Correction]:
    """The corrections that stand in all documents the actor may see, with their documents: what the export tells."""
    rows = Correction.objects.visible_to(actor).standing()
    return rows.select_related("document__extraction").order_by("document", "pk")
