"""A person has looked at words that were hard to read in a picture."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from loa.core.actor import Actor
from loa.core.services import audit
from loa.documents.line_notes import looked_at
from loa.documents.models import Document, Extraction
from loa.documents.services.locked_review import lock_for_review


@transaction.atomic
def look_at_lines(*, document: Document, lines: Collection[int], actor: Actor, at: datetime) -> int:
    """Let the doubtful words of these lines be doubtful no more; which they were stays written. Again changes nothing.

    Returns how many lines it was.

    :param lines: their numbers, from 1; one without a doubtful word is left alone.
    :raises MayNotReview: no right, no person, or another commune's document.
    :raises AlreadyConfirmed: it is work by now. :raises SetAside: it was set aside.
    """
    locked, person = lock_for_review(document, actor=actor)
    stored = Extraction.objects.select_for_update().get(document=locked)
    notes, seen = looked_at(stored.lines, lines, by=person, at=at)
    if seen:
        Extraction.objects.filter(pk=stored.pk).update(lines=notes)
        audit.record("documents.document.looked-at", target=locked, by=actor, at=at, detail={"lines": seen})
    return len(seen)
