"""The trail: every line hangs on the one before it."""

from __future__ import annotations

import pytest

from cast import NOW, Cast
from loa.core.models import AuditEntry
from loa.core.models.audit import AuditEntryIsFinal
from loa.core.services import audit


def three_lines(cast: Cast) -> None:
    for verb in ("made", "read", "closed"):
        audit.record(f"units.commune.{verb}", target=cast.commune, by=cast.hanh.actor, at=NOW)


def test_an_untouched_trail_holds(cast: Cast) -> None:
    three_lines(cast)
    assert audit.first_broken_line() is None


def test_an_edited_line_is_found(cast: Cast) -> None:
    three_lines(cast)
    AuditEntry.objects.filter(sequence=2).update(actor="user:999")
    assert audit.first_broken_line() == 2


def test_a_deleted_line_is_found(cast: Cast) -> None:
    three_lines(cast)
    AuditEntry.objects.filter(sequence=2).delete()
    assert audit.first_broken_line() == 2


def test_a_cut_tail_is_found(cast: Cast) -> None:
    three_lines(cast)
    AuditEntry.objects.filter(sequence=3).delete()
    assert audit.first_broken_line() == 3


def test_a_line_cannot_be_saved_again(cast: Cast) -> None:
    three_lines(cast)
    with pytest.raises(AuditEntryIsFinal):
        AuditEntry.objects.get(sequence=1).save()
