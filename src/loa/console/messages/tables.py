"""The list of messages."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import django_tables2
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from loa.console.frame.listing import Listing, said
from loa.console.messages.states import state_mark
from loa.console.templatetags.loa import day, moment
from loa.core.language import gettext
from loa.core.language import gettext_noop as marked
from loa.editorial.models import MessageVersion

COLUMNS = (
    "title",
    "state",
    "useful_until",
    "created_at",
    "author__display_name",
    "message__campaign__title",
    "message__topic__clause",
)


class MessageTable(Listing):
    """Newest first."""

    title = django_tables2.Column(verbose_name=said(marked("Tin bài")), orderable=False)
    state = django_tables2.Column(verbose_name=said(marked("Trạng thái")))
    useful_until = django_tables2.Column(verbose_name=said(marked("Dùng đến")), empty_values=())
    author = django_tables2.Column(verbose_name=said(marked("Người soạn")), orderable=False)
    created_at = django_tables2.Column(verbose_name=said(marked("Lúc")))

    class Meta(Listing.Meta):
        empty_text = said(marked("Không có tin nào khớp. Bỏ bớt điều kiện lọc rồi tìm lại."))

    def whole_rows(self, keys: Sequence[Any]) -> QuerySet[MessageVersion]:
        rows = MessageVersion.objects.filter(pk__in=keys)
        return rows.select_related("author", "message__campaign", "message__topic").only(*COLUMNS)

    def render_title(self, value: str, record: MessageVersion) -> SafeString:
        """The message, and below it the clause and the plan that it tells."""
        topic, address = record.message.topic, reverse("message", args=[record.message_id])
        clause = gettext("Mục {clause} · ").format(clause=topic.clause) if topic else ""
        return format_html(
            '<a href="{}" lang="vi">{}</a><small>{}<span lang="vi">{}</span></small>',
            address,
            value,
            clause,
            record.message.campaign.title,
        )

    def render_state(self, record: MessageVersion) -> SafeString:
        return format_html('<span class="nw">{}</span>', state_mark(record.state))

    def render_useful_until(self, value: date | None) -> str:
        return day(value) or gettext("không có hạn")

    def render_author(self, record: MessageVersion) -> SafeString:
        return format_html('<span lang="vi">{}</span>', record.author.display_name)

    def render_created_at(self, value: datetime) -> SafeString:
        return format_html('<span class="nw">{}</span>', moment(value))
