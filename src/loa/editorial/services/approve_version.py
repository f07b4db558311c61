"""A second person's word for exactly these bytes, marked with the commune's key."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from loa.core.actor import Actor
from loa.core.canonical import sha256_hex
from loa.core.language import gettext
from loa.core.language import gettext as _
from loa.core.services import audit
from loa.editorial.models import Approval, MessageVersion, VersionState
from loa.editorial.refusals import CannotApprove
from loa.editorial.selectors import approval_bytes, decided_words, has_intact_files
from loa.keys.services.commune_key import sign_with
from loa.units.rights import Right


def approve_version(*, version: MessageVersion, actor: Actor, at: datetime) -> Approval:
    """Approve a submitted version: sign the list of its text and files; approving again changes nothing.

    All files are hashed first, which takes seconds, so no transaction may be open around it.

    :raises CannotApprove: no right, another commune's, the approver wrote it, not submitted or returned, a file is
        damaged, the version changed meanwhile, or the commune's key is revoked.
    :raises KeyLost: the private half of the commune's key is missing.
    """
    row = _own_version(version, actor)
    approved = _existing(row)
    if approved is not None:
        return approved
    _refuse_unready(row)
    seen = approval_bytes(row)
    _refuse_damaged(row)
    return _approve(row, seen, actor=actor, at=at)


def _existing(version: MessageVersion) -> Approval | None:
    if version.state != VersionState.APPROVED:
        return None
    return Approval.objects.filter(version=version).first()


@transaction.atomic
def _approve(seen_version: MessageVersion, seen: bytes, *, actor: Actor, at: datetime) -> Approval:
    """Sign `seen`, if the version under the lock is still the one whose files were hashed."""
    rows = MessageVersion.objects.select_for_update(of=("self",)).select_related("message__commune__signing_key")
    row = rows.get(pk=seen_version.pk)
    approved = _existing(row)
    if approved is not None:
        return approved
    _refuse_unready(row)
    if approval_bytes(row) != seen:
        raise CannotApprove(
            _("Tin vừa thay đổi trong lúc duyệt. Chưa có gì được duyệt. Hãy mở lại bản mới nhất, xem rồi duyệt.")
        )
    key = row.message.commune.signing_key
    approval = Approval.objects.create(
        version=row,
        author_id=row.author_id,
        approver_id=actor.person_id,
        approved_at=at,
        approval_set=seen.decode(),
        set_hash=sha256_hex(seen),
        signature=sign_with(key, seen),
        key=key,
    )
    row.state = VersionState.APPROVED
    row.save(update_fields=["state"])
    detail = {"set_hash": approval.set_hash, "key": key.key_id}
    audit.record("editorial.version.approved", target=row, by=actor, at=at, detail=detail)
    return approval


def _own_version(version: MessageVersion, actor: Actor) -> MessageVersion:
    rows = MessageVersion.objects.visible_to(actor).select_related("message__commune__signing_key")
    row = rows.filter(pk=version.pk).first()
    if row is None or actor.user_id is None or not actor.may(Right.APPROVE_MESSAGE):
        raise CannotApprove(
            _("Anh/chị không có quyền duyệt tin này. Chưa có gì được duyệt. Hãy nhờ lãnh đạo Ủy ban nhân dân duyệt.")
        )
    if row.author_id == actor.user_id:
        raise CannotApprove(
            _("Người viết không tự duyệt tin của mình. Chưa có gì được duyệt. Hãy nhờ người khác duyệt.")
        )
    return row


def _refuse_unready(version: MessageVersion) -> None:
    if version.state == VersionState.RETURNED:
        raise CannotApprove(
            _("{decided} Chưa có gì được duyệt. Hãy chờ người viết sửa và trình bản mới.").format(
                decided=decided_words(version)
            )
        )
    if version.state != VersionState.SUBMITTED:
        raise CannotApprove(
            _(
                "Tin đang ở trạng thái “{state}” nên chưa duyệt được. Hãy mở bản mới nhất, trình duyệt rồi duyệt."
            ).format(state=gettext(VersionState(version.state).label))
        )
    if version.message.commune.signing_key.revoked_at is not None:
        raise CannotApprove(
            _("Khóa ký của cơ quan đã bị thu hồi. Chưa có gì được duyệt. Hãy tạo khóa mới rồi duyệt lại.")
        )


def _refuse_damaged(version: MessageVersion) -> None:
    if not has_intact_files(version):
        raise CannotApprove(
            _(
                "Có tệp đã khóa bị thiếu hoặc hỏng trong kho. Chưa có gì được duyệt. "
                "Hãy khôi phục kho tệp từ bản sao lưu."
            )
        )
