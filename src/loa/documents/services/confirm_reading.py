"""Marking a reading as confirmed: from then on it is work and no longer corrected."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from loa.core.actor import Actor
from loa.core.services import audit
from loa.documents.models import Document
from loa.documents.review.refusals import SetAside, StaleCorrection
from loa.documents.services.locked_review import lock_document


@transaction.atomic
def confirm_reading(*, document: Document, actor: Actor, at: datetime, seen: int | None = None) -> Document:
    """Lock the document and mark it as confirmed by this person; one that was confirmed before stays as it is.

    :param seen: the newest batch of corrections that the person saw (0: none); None for who looked at no page.
    :raises MayNotReview: no right, no person, or another commune's document. :raises SetAside: it was set aside.
    :raises StaleCorrection: somebody corrected it since.
    """
    locked, person = lock_document(document, actor=actor)
    if locked.confirmed_at is not None:
        return locked
    if locked.set_aside_at is not None:
        raise SetAside
    if seen is not None and seen != locked.corrections.standing().newest_batch():
        raise StaleCorrection
    locked.confirmed_at, locked.confirmed_by_id = at, person
    locked.save(update_fields=["confirmed_at", "confirmed_by"])
    detail = {"corrections": locked.corrections.standing().count()}
    audit.record("documents.document.confirmed", target=locked, by=actor, at=at, detail=detail)
    return locked


@transaction.atomic
def reopen_reading(*, document: Document, actor: Actor, at: datetime) -> None:
    """Let a document wait for review again, its work being taken back. Again changes nothing.

    :raises MayNotReview: no right, no person, or another commune's document.
    """
    locked, _person = lock_document(document, actor=actor)
    if locked.confirmed_at is not None:
        Document.objects.filter(pk=locked.pk).update(confirmed_at=None, confirmed_by=None)
        audit.record("documents.document.reopened", target=locked, by=actor, at=at)
