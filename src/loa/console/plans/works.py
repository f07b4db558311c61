"""Each kind of long work as its asker sees it: what it is called, where it began, where it leads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.urls import reverse

from loa.core.actor import Actor
from loa.core.language import gettext_noop as marked
from loa.core.models import LongWork, WorkState
from loa.editorial.models import MessageVersion

LONG_WAIT = timedelta(seconds=20)


@dataclass(frozen=True, slots=True)
class WorkKind:
    """`section` is the place of the navigation; `result` and `back` name the buttons at the end."""

    title: str
    section: str
    result: str
    back: str


KINDS = {
    "campaigns.plan": WorkKind(marked("Đọc kế hoạch"), "plans", marked("Xem kế hoạch"), marked("Chọn tệp khác")),
    "editorial.version": WorkKind(
        marked("Trình duyệt tin bài"), "messages", marked("Xem tin bài"), marked("Về tin bài")
    ),
    "reports.report": WorkKind(marked("Lập báo cáo"), "reports", marked("Xem báo cáo"), marked("Về trang báo cáo")),
    "reports.files": WorkKind(marked("Viết tệp báo cáo"), "reports", marked("Xem báo cáo"), marked("Về trang báo cáo")),
}
_ANY = WorkKind(marked("Việc đang làm"), "today", marked("Về trang Hôm nay"), marked("Về trang Hôm nay"))


def kind_of(work: LongWork) -> WorkKind:
    """How a work is named; of a kind that has no page, plainly."""
    return KINDS.get(work.kind, _ANY)


def outcome_url(work: LongWork, actor: Actor) -> str:
    """The page of what was made."""
    made = work.outcome
    if work.kind == "campaigns.plan" and "document" in made:
        return reverse("review", args=[made["document"]])
    if work.kind == "campaigns.plan" and "campaign" in made:
        return reverse("plan", args=[made["campaign"]])
    if work.kind in ("reports.report", "reports.files") and "report" in made:
        return reverse("report", args=[made["report"]])
    if work.kind == "editorial.version" and "version" in made:
        return _message_url(made["version"], actor)
    return reverse(kind_of(work).section)


def back_url(work: LongWork, actor: Actor) -> str:
    """The page on which the work was asked for."""
    if work.kind == "campaigns.plan":
        return reverse("plan-new")
    if work.kind == "editorial.version" and "version" in work.payload:
        return _message_url(work.payload["version"], actor)
    return reverse(kind_of(work).section)


def _message_url(version_id: str | int, actor: Actor) -> str:
    rows = MessageVersion.objects.visible_to(actor).filter(pk=version_id)
    message_id = rows.values_list("message_id", flat=True).first()
    return reverse("messages") if message_id is None else reverse("message", args=[message_id])


def is_kept_waiting(work: LongWork, *, now: datetime) -> bool:
    """Whether nobody has taken the work up for a while: no worker runs, or the one that had it died."""
    if work.state == WorkState.WAITING:
        return now - work.created_at > LONG_WAIT
    return work.state == WorkState.RUNNING and work.lease_until is not None and work.lease_until <= now
