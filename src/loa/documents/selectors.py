"""Reading documents, what was read out of them, and what people corrected there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import QuerySet

from loa.core.actor import Actor
from loa.documents.extraction.serial import from_json
from loa.documents.line_notes import noted
from loa.documents.models import Correction, Document
from loa.documents.ports import ExtractionResult
from loa.documents.refusals import DocumentNotFound
from loa.documents.review.answers import Asked, asked_of
from loa.documents.review.carrying import Carrying, Former, carrying
from loa.documents.review.changes import ANSWERS, Change, Review
from loa.documents.review.shapes import Answer


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


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """An answer of the review, who gave it and when; a carried one is still the first person's."""

    answer: str
    at: datetime
    by_id: int


def answers_given(document: Document) -> Mapping[Asked, GivenAnswer]:
    """What people answered in the review of `document` that no field holds, by what was asked; one query."""
    rows: dict[str, dict[str, str]] = {}
    given: dict[str, Correction] = {}
    standing = document.corrections.standing().filter(field__startswith=f"/{ANSWERS}/").select_related("carried_from")
    for change in standing:
        pointer, part = "/".join(change.field.split("/")[:3]), change.field.split("/")[3:]
        value = rows[pointer] | {part[0]: change.became} if part else change.became
        rows[pointer], given[pointer] = value or {}, change.carried_from or change
    return {
        asked_of(row): GivenAnswer(row["answer"], given[pointer].made_at, given[pointer].made_by_id)
        for pointer, row in rows.items()
        if row
    }


def documents_set_aside(actor: Actor) -> QuerySet[Document]:
    """The documents that were read and set aside, the newest first, with their extraction and who set them aside."""
    rows = Document.objects.visible_to(actor).filter(set_aside_at__isnull=False, extraction__isnull=False)
    return rows.select_related("extraction", "set_aside_by").order_by("-set_aside_at", "-pk")


def carrying_between(
    former: Document, document: Document, *, answers: Sequence[Answer] = (), review: Review | None = None
) -> Carrying:
    """What of the corrections of `former` can be said again of `document`, its revised version; nothing is written.

    :param answers: what was answered since `former` is work.
    :param review: the reading of `document` with its corrections where the caller has it already.
    """
    made = list(former.corrections.standing())
    changes = tuple(Change(row.field, row.was, row.became) for row in made)
    earlier = Former(Review(extraction_of(former), changes), [row.batch for row in made], answers)
    carried = set(document.corrections.standing().exclude(carried_from=None).values_list("carried_from", flat=True))
    done = {row.batch for row in made if first_of(row) in carried}
    return carrying(earlier, new=review or review_of(document), done=done)


def first_of(correction: Correction) -> int:
    """The primary key of the correction that a person made; one that was carried over repeats it."""
    return correction.carried_from_id or correction.pk


def corrections_for(actor: Actor) -> QuerySet[Correction]:
    """The corrections that stand in all documents the actor may see, with their documents: what the export tells.

    One that was carried over from an earlier plan is told once, with that plan.
    """
    rows = Correction.objects.visible_to(actor).standing().filter(carried_from=None)
    return rows.select_related("document__extraction").order_by("document", "pk")
