"""Correcting what was read, before it becomes work: the reading stays, the correction stands beside it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from loa.core.actor import Actor
from loa.core.services import audit
from loa.documents.models import Correction, Document
from loa.documents.review.changes import Change, NoSuchField, Review, plain_row
from loa.documents.review.refusals import StaleCorrection
from loa.documents.review.validity import check_field
from loa.documents.selectors import review_of
from loa.documents.services.locked_review import lock_for_review


@transaction.atomic
def correct_reading(*, document: Document, changes: Sequence[Change], actor: Actor, at: datetime) -> int:
    """Keep the changes of one deed (`documents.review.deeds`) and return the number of their batch.

    The same deed of the same person again gives the same batch; no change at all gives 0.

    :raises MayNotReview: no right, no person, or another commune's document.
    :raises AlreadyConfirmed: it is work by now. :raises SetAside: it was set aside.
    :raises StaleCorrection: what a change says was there no longer is; nothing is overwritten.
    :raises WrongCorrection: a field would say what cannot be.
    """
    locked, person = lock_for_review(document, actor=actor)
    if not changes:
        return 0
    last = _last_batch(locked)
    if last and last[0].made_by_id == person and [_said(row) for row in last] == [_said(change) for change in changes]:
        return last[0].batch
    _refuse_wrong(review_of(locked), changes)
    newest = locked.corrections.newest_batch()
    for change in changes:
        Correction.objects.create(
            document=locked,
            batch=newest + 1,
            field=change.field,
            was=change.was,
            became=change.became,
            made_at=at,
            made_by_id=person,
        )
    detail = {"batch": newest + 1, "fields": [change.field for change in changes]}
    audit.record("documents.document.corrected", target=locked, by=actor, at=at, detail=detail)
    return newest + 1


def _last_batch(document: Document) -> list[Correction]:
    standing = document.corrections.standing()
    return list(standing.filter(batch=standing.newest_batch()))


def _said(change: Change | Correction) -> tuple[object, object, object]:
    return change.field, change.was, change.became


def _refuse_wrong(review: Review, changes: Sequence[Change]) -> None:
    """Each change must start from what stands there when its turn comes; then each field must be what it can be."""
    after = review
    try:
        for change in changes:
            if after.value(change.field) != plain_row(change.was):
                raise StaleCorrection
            after = after.with_changes(change)
        _ = after.outcome  # a row of another shape than its list's is found here
    except (NoSuchField, TypeError, KeyError, ValueError) as error:
        raise StaleCorrection from error
    for change in changes:
        check_field(after, change.field)
