"""Messages that wait for a word, came back with one, or have it and were not sent."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db.models import Case, Exists, IntegerField, OuterRef, Q, Value, When
from django.utils.html import format_html
from django.utils.safestring import SafeString

from loa.console.today.counting import first_rows
from loa.console.today.links import link
from loa.console.today.needs import Found, Need
from loa.console.today.wording import data, day_name, days_left, moment_name, today_of, waited
from loa.core.actor import Actor
from loa.core.language import gettext as _
from loa.delivery.models import Dispatch
from loa.editorial.models import Approval, MessageVersion, VersionState
from loa.editorial.selectors import returned_to, waiting_for_approval

PRESSING_DAYS = 2  # a message of use for no longer than this must be decided now


def to_approve(actor: Actor, *, now: datetime) -> Found:
    """Submitted messages: first those of use for a few days only, then the one that waits longest. One query."""
    waiting = waiting_for_approval(actor).order_by(_pressing_first("useful_until", now=now), "submitted_at", "pk")
    rows, total = first_rows(waiting)
    return Found("approvals", tuple(_to_approve(row, now=now) for row in rows), total)


def _to_approve(version: MessageVersion, *, now: datetime) -> Need:
    since: datetime = getattr(version, "submitted_at", None) or version.created_at
    left = _days_of_use(version, today=today_of(now))
    is_pressing = left is not None and left <= PRESSING_DAYS
    return Need(
        rating="y" if is_pressing else "n",
        badge=days_left(left) if is_pressing and left is not None and left >= 0 else waited(since, now=now),
        title=format_html(_("Tin “{title}”"), title=data(version.title)),
        why=format_html(
            _("{who} trình duyệt lúc {when}. {use}"),
            who=data(version.author),
            when=moment_name(since, now=now),
            use=_use(version, today=today_of(now)),
        ),
        url=link("approval", version.pk),
        button=_("Xem và duyệt"),
    )


def returned(actor: Actor, *, now: datetime) -> Found:
    """Messages sent back and not yet taken up, one's own first. One query."""
    rows, total = first_rows(returned_to(actor))
    return Found("messages", tuple(_returned(row, now=now) for row in rows), total)


def _returned(version: MessageVersion, *, now: datetime) -> Need:
    return Need(
        rating="y",
        badge=_("Lãnh đạo trả lại"),
        title=format_html(_("Tin “{title}”"), title=data(version.title)),
        why=format_html(
            _("{who}, {when}. Lý do: “{reason}”"),
            who=data(version.returned.returned_by),
            when=moment_name(version.returned.returned_at, now=now),
            reason=data(version.returned.reason),
        ),
        url=link("message", version.message_id),
        button=_("Sửa tin"),
    )


def to_send(actor: Actor, *, now: datetime) -> Found:
    """Approved messages, still of use, that no order carries: the pressing ones, then the first approved. One query."""
    today = today_of(now)
    useful = Q(version__useful_until=None) | Q(version__useful_until__gte=today)
    unsent = Approval.objects.visible_to(actor).filter(useful, version__state=VersionState.APPROVED)
    unsent = unsent.filter(~Exists(Dispatch.objects.filter(approval=OuterRef("pk"))))
    unsent = unsent.order_by(_pressing_first("version__useful_until", now=now), "approved_at", "pk")
    rows, total = first_rows(unsent.select_related("version", "approver"))
    return Found("messages", tuple(_to_send(row, now=now) for row in rows), total)


def _to_send(approval: Approval, *, now: datetime) -> Need:
    version, today = approval.version, today_of(now)
    left = _days_of_use(version, today=today)
    return Need(
        rating="n" if left is None or left > PRESSING_DAYS else "y",
        badge=_("Đã duyệt, chưa gửi"),
        title=format_html(_("Tin “{title}”"), title=data(version.title)),
        why=format_html(
            _("{who} duyệt lúc {when}. {use}"),
            who=data(approval.approver),
            when=moment_name(approval.approved_at, now=now),
            use=_use(version, today=today),
        ),
        url=link("send", version=version.pk),
        button=_("Phát tin này"),
    )


def _pressing_first(day: str, *, now: datetime) -> Case:
    soon = today_of(now) + timedelta(days=PRESSING_DAYS)
    return Case(When(**{f"{day}__lte": soon}, then=Value(0)), default=Value(1), output_field=IntegerField())


def _days_of_use(version: MessageVersion, *, today: date) -> int | None:
    return None if version.useful_until is None else (version.useful_until - today).days


def _use(version: MessageVersion, *, today: date) -> SafeString | str:
    """How long the message is of use; nothing where the writer named no day."""
    if version.useful_until is None:
        return ""
    day = day_name(version.useful_until, today=today)
    if version.useful_until < today:
        return _("Tin chỉ có giá trị đến hết {day}.").format(day=day)
    return _("Tin có giá trị đến hết {day}.").format(day=day)
