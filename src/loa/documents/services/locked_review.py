"""The door of every deed on a document under review: who may, and that the document still waits for it."""

from __future__ import annotations

from loa.core.actor import Actor
from loa.documents.models import Document
from loa.documents.review.refusals import AlreadyConfirmed, MayNotReview, SetAside
from loa.units.rights import Right


def lock_document(document: Document, *, actor: Actor) -> tuple[Document, int]:
    """The document's row, locked until the end of the transaction, and the primary key of the person who acts.

    :raises MayNotReview: no right, no person, or another commune's document.
    """
    rows = Document.objects.visible_to(actor).select_for_update(of=("self",))
    locked = rows.filter(pk=document.pk).first()
    if locked is None or actor.user_id is None or not actor.may(Right.IMPORT_PLAN):
        raise MayNotReview
    return locked, actor.user_id


def lock_for_review(document: Document, *, actor: Actor) -> tuple[Document, int]:
    """The same for a document whose reading may still be changed.

    :raises AlreadyConfirmed: it is work by now. :raises SetAside: it was set aside.
    """
    locked, person = lock_document(document, actor=actor)
    if locked.confirmed_at is not None:
        raise AlreadyConfirmed
    if locked.set_aside_at is not None:
        raise SetAside
    return locked, person
