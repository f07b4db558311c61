"""Writing and checking the audit trail."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django.db import models, transaction

from loa.core.actor import Actor
from loa.core.canonical import canonical_bytes, sha256_hex
from loa.core.models import AuditEntry, AuditHead

FIRST_HASH = "0" * 64


def target_name(target: models.Model) -> str:
    """The stable name of a row in the trail: `app.model:primary-key`."""
    return f"{target._meta.label_lower}:{target.pk}"


def _hash_of(entry: AuditEntry) -> str:
    content = {
        "sequence": entry.sequence,
        "at": entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "code": entry.code,
        "actor": entry.actor,
        "scope": entry.scope_id,
        "target": entry.target,
        "detail": entry.detail,
        "previous": entry.previous_hash,
    }
    return sha256_hex(canonical_bytes(content))


@transaction.atomic
def record(
    code: str, *, target: models.Model, by: Actor, at: datetime, detail: dict[str, Any] | None = None
) -> AuditEntry:
    """Add one line to the trail, in the transaction of the act itself.

    :param code: `app.model.verb`, such as `delivery.dispatch.sent`.
    :param detail: JSON values only; no secret and no personal data.
    """
    AuditHead.objects.get_or_create(pk=1)
    head = AuditHead.objects.select_for_update().get(pk=1)
    entry = AuditEntry(
        sequence=head.sequence + 1,
        at=at,
        code=code,
        actor=by.key,
        scope_id=by.scope_id,
        target=target_name(target),
        detail=detail or {},
        previous_hash=head.entry_hash,
    )
    entry.entry_hash = _hash_of(entry)
    entry.save()
    AuditHead.objects.filter(pk=1).update(sequence=entry.sequence, entry_hash=entry.entry_hash)
    return entry


def first_broken_line() -> int | None:
    """The number of the first line that does not fit the chain, or None when all fit."""
    previous, expected = FIRST_HASH, 1
    for entry in AuditEntry.objects.order_by("sequence").iterator():
        if entry.sequence != expected or entry.previous_hash != previous or _hash_of(entry) != entry.entry_hash:
            return expected
        previous, expected = entry.entry_hash, expected + 1
    head = AuditHead.objects.filter(pk=1).first()
    if head is not None and (head.sequence != expected - 1 or head.entry_hash != previous):
        return expected
    return None
