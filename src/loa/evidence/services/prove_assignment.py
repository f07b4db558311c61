"""Proving a duty: a person's photo or PDF, for an assignment."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction

from loa.campaigns.models import Assignment
from loa.campaigns.refusals import DutyHasEnded
from loa.core.actor import Actor
from loa.core.content import ContentStore
from loa.core.language import gettext as _
from loa.core.services import audit
from loa.evidence.models import Evidence, EvidenceKind
from loa.evidence.proof_file import ProofFile, keep_proof, read_proof
from loa.evidence.refusals import MayNotAddEvidence
from loa.units.rights import Right


def prove_assignment(
    *, assignment: Assignment, data: bytes, media_type: str, note: str, actor: Actor, at: datetime
) -> Evidence:
    """Keep `data` (a photo or a PDF) as a proof that a duty is carried out; a photo loses its place, time and device.

    The same file again for the same duty returns the same row. A PDF is kept byte for byte.

    :param media_type: the sender's word for `data`; the bytes decide what is kept.
    :raises MayNotAddEvidence: no right, no person, or not the actor's duty.
    :raises DutyHasEnded: a revised plan no longer has the duty.
    :raises UnusableFile: empty, too big, broken, neither photo nor PDF, or the disk is full.
    """
    person = _person_who_may(actor, assignment)
    file = read_proof(data)
    with transaction.atomic():
        locked = Assignment.objects.select_for_update(of=("self",)).select_related("campaign").get(pk=assignment.pk)
        if locked.ended_at is not None:
            raise DutyHasEnded
        sha256 = keep_proof(file, ContentStore(Path(settings.CONTENT_DIR)))
        known = Evidence.objects.filter(assignment=locked, sha256=sha256).first()
        if known is not None:
            return known
        evidence = Evidence.objects.create(
            commune_id=locked.campaign.commune_id,
            assignment=locked,
            kind=_kind(file),
            sha256=sha256,
            media_type=file.media_type,
            note=note.strip(),
            added_at=at,
            added_by_id=person,
        )
        detail = {"assignment": locked.pk, "sha256": sha256, "declared": media_type[:100]}
        audit.record("evidence.evidence.added", target=evidence, by=actor, at=at, detail=detail)
    return evidence


def _kind(file: ProofFile) -> EvidenceKind:
    return EvidenceKind.PHOTO if file.is_picture else EvidenceKind.LOG_SHEET


def _person_who_may(actor: Actor, assignment: Assignment) -> int:
    """The primary key of the person; a part of the system brings no proof."""
    is_ours = Assignment.objects.visible_to(actor).filter(pk=assignment.pk).exists()
    if actor.user_id is None or not (is_ours and actor.may(Right.ADD_EVIDENCE)):
        raise MayNotAddEvidence(
            _("Anh/chị chưa được giao nộp minh chứng cho việc này. Chưa có gì thay đổi. Hãy nhờ người phụ trách.")
        )
    return actor.user_id
