"""The list of plans."""

from __future__ import annotations

from typing import Any

import django_tables2
from django.utils.html import format_html

from loa.campaigns.models import Campaign
from loa.console.frame.listing import Listing, said
from loa.console.plans.fields import period_words
from loa.console.templatetags.loa import moment
from loa.core.language import gettext
from loa.core.language import gettext_noop as marked


class PlanTable(Listing):
    """Newest first."""

    title = django_tables2.Column(
        verbose_name=said(marked("Kế hoạch")), linkify=("plan", {"pk": django_tables2.A("pk")}), orderable=False
    )
    start_date = django_tables2.Column(verbose_name=said(marked("Thời gian")), empty_values=())
    topic_count = django_tables2.Column(verbose_name=said(marked("Nội dung")))
    question_count = django_tables2.Column(verbose_name=said(marked("Chưa chắc")))
    outside_count = django_tables2.Column(verbose_name=said(marked("Ngoài phạm vi")))
    created_at = django_tables2.Column(verbose_name=said(marked("Nhập")))

    class Meta(Listing.Meta):
        empty_text = said(marked("Không có kế hoạch nào khớp. Bỏ bớt điều kiện lọc rồi tìm lại."))

    def render_title(self, value: str) -> str:
        return format_html('<span lang="vi">{}</span>', value)

    def render_start_date(self, record: Campaign) -> str:
        return period_words(record.start_date, record.end_date) or gettext("chưa rõ thời gian")

    def render_question_count(self, value: int) -> str:
        if not value:
            return gettext("không còn")
        return format_html('<b class="look">{}</b>', gettext("{count} câu hỏi").format(count=value))

    def render_created_at(self, record: Any) -> str:
        who = record.document.imported_by.display_name
        return format_html(
            '<span class="nw">{}</span><br><small class="m" lang="vi">{}</small>', moment(record.created_at), who
        )
