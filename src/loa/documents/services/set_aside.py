"""Keeping a document without making work of it, and taking it up again."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from loa.core.actor import Actor
from loa.core.services import audit
from loa.documents.models import Document
from loa.documents.review.refusals import AlreadyConfirmed
from loa.documents.services.locked_review import lock_document


@transaction.atomic
def set_aside(*, document: Document, actor: Actor, at: datetime) -> None:
    """Let the document rest in the archive: nothing of it becomes work. Again changes nothing.

    :raises MayNotReview: no right, no person, or another commune's document.
    :raises AlreadyConfirmed: it is work by now.
    """
    locked, person = lock_document(document, actor=actor)
    if locked.confirmed_at is not None:
        raise AlreadyConfirmed
    if locked.set_aside_at is None:
        Document.objects.filter(pk=locked.pk).update(set_aside_at=at, set_aside_by_id=person)
        audit.record("documents.document.set-aside", target=locked, by=actor, at=at)


@transaction.atomic
def take_up_again(*, document: Document, actor: Actor, at: datetime) -> None:
    """Put a document that was set aside back among those to review, with its corrections. Again changes nothing.

    :raises MayNotReview: no right, no person, or another commune's document.
    """
    locked, _person = lock_document(document, actor=actor)
    if locked.set_aside_at is not None:
        Document.objects.filter(pk=locked.pk).update(set_aside_at=None, set_aside_by=None)
        audit.record("documents.document.taken-up-again", target=locked, by=actor, at=at)
