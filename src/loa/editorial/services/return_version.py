"""A leader sends a submitted version back, with the reason."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from loa.core.actor import Actor
from loa.core.language import gettext
from loa.core.language import gettext as _
from loa.core.services import audit
from loa.editorial.models import MessageVersion, VersionReturn, VersionState
from loa.editorial.refusals import CannotReturn
from loa.editorial.selectors import decided_words
from loa.editorial.words import grouped, tidy_text
from loa.units.rights import Right

LONGEST_REASON = 1_000  # letters


@transaction.atomic
def return_version(*, version: MessageVersion, reason: str, actor: Actor, at: datetime) -> VersionReturn:
    """Return a submitted version to its writers; the same reason by the same person again is the same row.

    :param reason: 1 to 1,000 letters, kept as one line.
    :raises CannotReturn: no right, another commune's, no reason or too long a one, not submitted, or somebody
        decided before.
    """
    row = _own_version(version, actor)
    told = _reason(reason)
    known = VersionReturn.objects.filter(version=row, returned_by_id=actor.person_id, reason=told).first()
    if known is not None:
        return known
    _refuse_decided(row)
    returned = VersionReturn.objects.create(version=row, reason=told, returned_by_id=actor.person_id, returned_at=at)
    row.state = VersionState.RETURNED
    row.save(update_fields=["state"])
    audit.record("editorial.version.returned", target=row, by=actor, at=at, detail={"reason": told})
    return returned


def _own_version(version: MessageVersion, actor: Actor) -> MessageVersion:
    """The version, locked: of two leaders the second sees what the first decided."""
    row = MessageVersion.objects.visible_to(actor).select_for_update(of=("self",)).filter(pk=version.pk).first()
    if row is None or actor.user_id is None or not actor.may(Right.APPROVE_MESSAGE):
        raise CannotReturn(
            _("Anh/chị không có quyền trả lại tin này. Tin được giữ nguyên. Hãy nhờ lãnh đạo Ủy ban nhân dân.")
        )
    return row


def _reason(reason: str) -> str:
    told = tidy_text(reason)
    if not told:
        raise CannotReturn(_("Chưa có lý do trả lại. Tin được giữ nguyên. Hãy ghi cần sửa chỗ nào rồi trả lại."))
    if len(told) > LONGEST_REASON:
        raise CannotReturn(
            _("Lý do dài tối đa {limit} chữ cái, hiện có {count}. Tin được giữ nguyên. Hãy rút gọn lý do.").format(
                limit=grouped(LONGEST_REASON), count=grouped(len(told))
            )
        )
    return told


def _refuse_decided(version: MessageVersion) -> None:
    decided = decided_words(version)
    if decided:
        raise CannotReturn(_("{decided} Lần trả lại này chưa được ghi. Hãy mở lại tin để xem.").format(decided=decided))
    if version.state != VersionState.SUBMITTED:
        raise CannotReturn(
            _(
                "Tin đang ở trạng thái “{state}” nên không trả lại được. Tin được giữ nguyên. Hãy mở bản mới nhất."
            ).format(state=gettext(VersionState(version.state).label))
        )
