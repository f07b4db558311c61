"""Saying of a revised plan again what people corrected in the plan before it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from loa.core.actor import Actor
from loa.core.services import audit
from loa.documents.models import Correction, Document
from loa.documents.review.carrying import Carrying
from loa.documents.review.refusals import MayNotReview
from loa.documents.review.shapes import Answer
from loa.documents.selectors import carrying_between, first_of
from loa.documents.services.locked_review import lock_for_review


@transaction.atomic
def carry_corrections(
    *, document: Document, former: Document, actor: Actor, at: datetime, answers: Sequence[Answer] = ()
) -> Carrying:
    """Carry the corrections of `former` that still fit over to `document`, as one deed of the person who asks.

    They are corrections like any other: shown, undone, and corrected again; each remembers the one it repeats. What was
    carried over and stands is not carried again; of two who ask at once the second finds nothing left to do.

    :param answers: what was answered since `former` is work.
    :raises MayNotReview: no right, no person, or another commune's document.
    :raises AlreadyConfirmed: it is work by now. :raises SetAside: it was set aside.
    """
    locked, person = lock_for_review(document, actor=actor)
    if former.pk == locked.pk or not Document.objects.visible_to(actor).filter(pk=former.pk).exists():
        raise MayNotReview
    found, made = carrying_between(former, locked, answers=answers), list(former.corrections.standing())
    if not found.changes:
        return found
    batch = locked.corrections.newest_batch() + 1
    for carried in found.changes:
        Correction.objects.create(
            document=locked,
            batch=batch,
            field=carried.change.field,
            was=carried.change.was,
            became=carried.change.became,
            made_at=at,
            made_by_id=person,
            carried_from_id=None if carried.origin is None else first_of(made[carried.origin]),
        )
    detail = {"batch": batch, "former": former.pk, "fields": [carried.change.field for carried in found.changes]}
    audit.record("documents.document.corrections-carried", target=locked, by=actor, at=at, detail=detail)
    return found
