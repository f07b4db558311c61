"""Reporting how a duty goes: a new row each time, in the words of who does it."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime

from django.db import transaction

from loa.campaigns.models import Assignment, Progress, Rating
from loa.campaigns.models.progress import NOTE_LENGTH
from loa.campaigns.refusals import DutyHasEnded, MayNotReportProgress, StaleProgress, UnusableProgress
from loa.campaigns.selectors.standing import due_to_report
from loa.core.actor import Actor
from loa.core.clock import VIETNAM
from loa.core.language import gettext as _
from loa.core.services import audit
from loa.units.rights import Right


@transaction.atomic
def report_progress(
    *, assignment: Assignment, rating: str | None, note: str, actor: Actor, at: datetime, after: int | None
) -> Progress:
    """Write down how a duty goes; a request is reported on in words only.

    The same person saying the same again on the same day gets the row that is there.

    :param rating: `g`, `y` or `r` for a duty; empty or None for a request.
    :param note: one line of up to 300 letters; a request needs one.
    :param after: primary key of the last report the writer saw, None where there was none.
    :raises MayNotReportProgress: no right, no person, or not the actor's duty.
    :raises UnusableProgress: the mark or the note does not fit.
    :raises DutyHasEnded: a revised plan no longer has the duty.
    :raises StaleProgress: another person reported meanwhile.
    """
    person = _person_who_may(actor, assignment)
    mark, line = _mark(assignment, rating or ""), _line(assignment, note)
    locked = Assignment.objects.select_for_update(of=("self",)).select_related("campaign").get(pk=assignment.pk)
    if locked.ended_at is not None:
        raise DutyHasEnded
    last = locked.progress.order_by("-pk").first()
    today = at.astimezone(VIETNAM).date()
    if last is not None and _is_same(last, person=person, rating=mark, note=line, today=today):
        return last
    _refuse_stale(locked, after=after, person=person)
    progress = Progress.objects.create(
        assignment=locked, rating=mark, note=line, due_date=due_to_report(locked, today=today), at=at, by_id=person
    )
    detail = {"assignment": locked.pk, "rating": mark}
    audit.record("campaigns.progress.reported", target=progress, by=actor, at=at, detail=detail)
    return progress


def _person_who_may(actor: Actor, assignment: Assignment) -> int:
    """The primary key of the person; a part of the system reports nothing."""
    is_ours = Assignment.objects.visible_to(actor).filter(pk=assignment.pk).exists()
    if actor.user_id is None or not (is_ours and actor.may(Right.REPORT_PROGRESS)):
        raise MayNotReportProgress(
            _("Anh/chị chưa được giao báo tiến độ việc này. Chưa có gì thay đổi. Hãy nhờ công chức Văn hóa - Xã hội.")
        )
    return actor.user_id


def _is_same(last: Progress, *, person: int, rating: str, note: str, today: date) -> bool:
    """Whether the last report says just this: a double click."""
    said_on = last.at.astimezone(VIETNAM).date()
    return (last.by_id, last.rating, last.note, said_on) == (person, rating, note, today)


def _mark(assignment: Assignment, rating: str) -> str:
    if not assignment.is_rated:
        if rating:
            raise UnusableProgress(
                _(
                    "Đây là đề nghị phối hợp, hoặc là việc của cấp trên, đơn vị khác nên không đánh giá. "
                    "Chưa lưu gì. Hãy bỏ mức đánh giá, chỉ ghi nội dung."
                )
            )
    elif rating not in Rating.values:
        raise UnusableProgress(
            _("Chưa chọn mức đánh giá. Chưa lưu gì. Hãy chọn một mức: Đúng hạn, Cần chú ý hoặc Chậm.")
        )
    return rating


def _line(assignment: Assignment, note: str) -> str:
    """The note on one line, NFC, so that the same words are the same."""
    line = " ".join(unicodedata.normalize("NFC", note).split())
    if len(line) > NOTE_LENGTH:
        raise UnusableProgress(
            _("Ghi chú dài {length} ký tự, tối đa {limit}. Chưa lưu gì. Hãy rút gọn rồi gửi lại.").format(
                length=len(line), limit=NOTE_LENGTH
            )
        )
    if not line and not assignment.is_rated:
        raise UnusableProgress(_("Chưa có nội dung báo. Chưa lưu gì. Hãy ghi một câu rồi gửi lại."))
    return line


def _refuse_stale(assignment: Assignment, *, after: int | None, person: int) -> None:
    newer = assignment.progress.filter(pk__gt=after or 0).exclude(by_id=person)
    other = newer.select_related("by").order_by("-pk").first()
    if other is None:
        return
    raise StaleProgress(
        _(
            "{who} vừa báo việc này lúc {when}. Lời báo đó được giữ, lời của anh/chị chưa lưu. "
            "Hãy xem lại rồi gửi nếu vẫn cần."
        ).format(who=other.by, when=f"{other.at.astimezone(VIETNAM):%H:%M %d/%m/%Y}")
    )
