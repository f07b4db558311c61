"""Closing a work order: a person's proof becomes the receipt of the order."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TypedDict, Unpack

from django.conf import settings
from django.db import transaction

from loa.channels.ports import Outcome, ReceiptEvent
from loa.core.actor import Actor
from loa.core.canonical import canonical_bytes
from loa.core.clock import VIETNAM
from loa.core.content import ContentStore
from loa.core.language import gettext as _
from loa.core.services import audit
from loa.delivery.models import Dispatch, DispatchState
from loa.delivery.rules import is_by_hand
from loa.delivery.services.record_receipt import record_receipt
from loa.evidence.models import Evidence, EvidenceKind
from loa.evidence.proof_file import keep_proof, read_proof
from loa.evidence.refusals import AlreadyClosed, MayNotAddEvidence, NotAWorkOrder
from loa.units.rights import Right

SOURCE = "by-hand"
MAY_CLOSE = (DispatchState.SENT, DispatchState.UNKNOWN)  # UNKNOWN: done in time, proved after the window


class Proof(TypedDict):
    """The keywords of a proof. `media_type` is the sender's word for `data`; the bytes decide what is kept."""

    data: bytes
    media_type: str
    note: str
    is_simulated: bool


def close_work_order(*, dispatch: Dispatch, actor: Actor, at: datetime, **proof: Unpack[Proof]) -> Evidence:
    """Take `data` (a photo or a PDF) as the proof that a work order was carried out, and its dispatch as played.

    The same file again returns the same row.

    :raises MayNotAddEvidence: no right, no person, or another commune's order.
    :raises NotAWorkOrder: not handed to a person, or not (or no longer) waiting for proof.
    :raises AlreadyClosed: another proof was first.
    :raises UnusableFile: empty, too big, broken, neither photo nor PDF, or the disk is full.
    """
    person = _person_who_may(actor, dispatch)
    file = read_proof(proof["data"])
    sha256 = keep_proof(file, ContentStore(Path(settings.CONTENT_DIR)))
    with transaction.atomic():
        locked = Dispatch.objects.select_for_update().get(pk=dispatch.pk)
        known = Evidence.objects.filter(dispatch=locked, sha256=sha256).first()
        if known is not None:
            return known
        _refuse_closed(locked)
        evidence = Evidence.objects.create(
            commune=locked.outlet.commune,
            dispatch=locked,
            receipt=record_receipt(event=_receipt_event(locked, sha256, at=at, proof=proof), now=at),
            kind=EvidenceKind.PHOTO if file.is_picture else EvidenceKind.LOG_SHEET,
            sha256=sha256,
            media_type=file.media_type,
            note=proof["note"],
            added_at=at,
            added_by_id=person,
            is_simulated=proof["is_simulated"],
        )
        detail = {"dispatch": locked.pk, "sha256": sha256, "declared": proof["media_type"][:100]}
        audit.record("evidence.evidence.added", target=evidence, by=actor, at=at, detail=detail)
    return evidence


def _person_who_may(actor: Actor, dispatch: Dispatch) -> int:
    """The primary key of the person; a part of the system brings no proof."""
    is_ours = Dispatch.objects.visible_to(actor).filter(pk=dispatch.pk).exists()
    if actor.user_id is None or not (is_ours and actor.may(Right.ADD_EVIDENCE)):
        raise MayNotAddEvidence(
            _("Anh/chị chưa được giao nộp minh chứng cho lệnh này. Lệnh không thay đổi. Hãy nhờ người phụ trách.")
        )
    return actor.user_id


def _refuse_closed(dispatch: Dispatch) -> None:
    if not is_by_hand(dispatch.outlet.channel):
        raise NotAWorkOrder(
            _("Điểm phát “{outlet}” tự báo kết quả, không nhận minh chứng nộp tay. Lệnh không thay đổi.").format(
                outlet=dispatch.outlet.name
            )
        )
    first = Evidence.objects.filter(dispatch=dispatch, receipt__isnull=False).select_related("added_by").first()
    if first is not None:
        local = first.added_at.astimezone(VIETNAM)
        raise AlreadyClosed(
            _("{who} đã nộp minh chứng cho lệnh này lúc {when}. Minh chứng đó được giữ, không cần nộp lại.").format(
                who=first.added_by, when=f"{local:%H:%M %d/%m/%Y}"
            )
        )
    if dispatch.state not in MAY_CLOSE:
        raise NotAWorkOrder(
            _("Lệnh đang ở trạng thái “{state}” nên chưa nhận minh chứng. Lệnh không thay đổi.").format(
                state=dispatch.get_state_display()
            )
        )


def _receipt_event(dispatch: Dispatch, sha256: str, *, at: datetime, proof: Proof) -> ReceiptEvent:
    raw = {"dispatch": str(dispatch.key), "sha256": sha256, "note": proof["note"], "at": at.isoformat()}
    return ReceiptEvent(
        key=str(dispatch.key),
        receipt_key=f"{SOURCE}:{dispatch.key}:{sha256[:32]}",
        outcome=Outcome.PLAYED,
        happened_at=at,
        source=SOURCE,
        is_simulated=proof["is_simulated"],
        raw=canonical_bytes(raw).decode(),
    )
