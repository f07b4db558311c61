"""Taking back the newest correction of a reading."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from loa.core.actor import Actor
from loa.core.services import audit
from loa.documents.models import Document
from loa.documents.review.refusals import NothingToUndo, StaleCorrection
from loa.documents.services.locked_review import lock_for_review


@transaction.atomic
def undo_correction(*, document: Document, actor: Actor, at: datetime, batch: int | None = None) -> None:
    """Take back the newest deed that stands; it stays on record as taken back.

    :param batch: the newest one the person saw: taken back already, nothing happens; another one newer, it is refused.
    :raises MayNotReview: no right, no person, or another commune's document.
    :raises AlreadyConfirmed: it is work by now. :raises SetAside: it was set aside.
    :raises NothingToUndo: no correction stands. :raises StaleCorrection: somebody corrected since.
    """
    locked, person = lock_for_review(document, actor=actor)
    standing = locked.corrections.standing()
    newest = standing.newest_batch()
    if batch is not None and locked.corrections.filter(batch=batch, undone_at__isnull=False).exists():
        return
    if not newest:
        raise NothingToUndo
    if batch is not None and batch != newest:
        raise StaleCorrection
    standing.filter(batch=newest).update(undone_at=at, undone_by_id=person)
    detail = {"batch": newest}
    audit.record("documents.document.correction-undone", target=locked, by=actor, at=at, detail=detail)
