"""The steps of a message: who did each and when, and what is next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from loa.core.language import gettext as _
from loa.core.models import AuditEntry
from loa.core.services.audit import target_name
from loa.delivery.selectors import Ladder
from loa.editorial.models import MessageVersion, VersionState
from loa.units.models import User

SUBMITTED = "editorial.version.submitted"
DONE, NOW, BAD, LATER = "done", "now", "bad", "later"


@dataclass(frozen=True, slots=True)
class Step:
    """`mark` is one of done, now, bad, later; `who` is a person's name, `words` are ours."""

    name: str
    mark: str
    who: str = ""
    at: datetime | None = None
    words: str = ""


def steps_of(version: MessageVersion, ladder: Ladder) -> list[Step]:
    """Written, submitted, decided, sent out, in this order; two queries at most."""
    written = Step(_("Soạn tin"), DONE, version.author.display_name, version.created_at)
    return [written, _submission(version), _decision(version), _delivery(version, ladder)]


def _submission(version: MessageVersion) -> Step:
    name = _("Trình duyệt")
    if version.state == VersionState.DRAFT:
        return Step(name, NOW, words=_("chưa trình"))
    entry = AuditEntry.objects.filter(code=SUBMITTED, target=target_name(version)).first()
    if entry is None:
        return Step(name, LATER, words=_("không trình"))
    return Step(name, DONE, _name_of(entry.actor, version), entry.at)


def _name_of(key: str, version: MessageVersion) -> str:
    number = key.removeprefix("user:")
    if number == str(version.author_id):
        return version.author.display_name
    person = User.objects.filter(pk=int(number)).first() if number.isdecimal() else None
    return person.display_name if person else ""


def _decision(version: MessageVersion) -> Step:
    name = _("Lãnh đạo duyệt")
    if hasattr(version, "approval"):
        return Step(name, DONE, version.approval.approver.display_name, version.approval.approved_at)
    if hasattr(version, "returned"):
        returned = version.returned
        return Step(_("Lãnh đạo trả lại"), BAD, returned.returned_by.display_name, returned.returned_at)
    if version.state == VersionState.SUBMITTED:
        return Step(name, NOW, words=_("đang chờ"))
    return Step(name, LATER)


def _delivery(version: MessageVersion, ladder: Ladder) -> Step:
    """How far the orders of this version are; played and heard are said only of proved ones."""
    name = _("Gửi và phát")
    if not ladder.planned:
        is_next = version.state == VersionState.APPROVED
        return Step(name, NOW if is_next else LATER, words=_("chưa có lệnh phát") if is_next else "")
    words = _("{played} trong {planned} lệnh đã phát, đã đăng").format(played=ladder.played, planned=ladder.planned)
    return Step(name, DONE if ladder.played == ladder.planned else NOW, words=words)
