"""The list of orders."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import django_tables2
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from loa.channels.ports import CHANNEL_LABELS, ChannelKind
from loa.console.frame.listing import Listing, said
from loa.console.templatetags.loa import moment, state_of
from loa.core.language import gettext
from loa.core.language import gettext_noop as marked
from loa.delivery.models import Dispatch
from loa.delivery.selectors import with_simulated

COLUMNS = (
    "due_at",
    "state",
    "tries",
    "outlet__name",
    "outlet__channel",
    "rendition__version__title",
    "rendition__version__code",
)


class DispatchTable(Listing):
    """The latest due first."""

    message = django_tables2.Column(verbose_name=said(marked("Tin bài")), empty_values=(), orderable=False)
    outlet = django_tables2.Column(verbose_name=said(marked("Điểm phát")), orderable=False)
    due_at = django_tables2.Column(verbose_name=said(marked("Giờ hẹn")))
    state = django_tables2.Column(verbose_name=said(marked("Trạng thái")), orderable=False)
    tries = django_tables2.Column(verbose_name=said(marked("Số lần gửi")), orderable=False)

    class Meta(Listing.Meta):
        empty_text = said(marked("Không có lệnh nào khớp. Bỏ bớt điều kiện lọc hoặc chọn ngày sớm hơn."))

    def whole_rows(self, keys: Sequence[Any]) -> QuerySet[Dispatch]:
        """The rows of one page, each with `is_simulated`."""
        rows = Dispatch.objects.filter(pk__in=keys).select_related("outlet", "rendition__version")
        return with_simulated(rows).only(*COLUMNS)

    def render_message(self, record: Dispatch) -> SafeString:
        version = record.rendition.version
        code = format_html("<small>{} {}</small>", gettext("Mã tin"), version.code)
        address = reverse("dispatch", args=[record.pk])
        return format_html('<a id="lenh-{}" href="{}" lang="vi">{}</a>{}', record.pk, address, version.title, code)

    def render_outlet(self, record: Dispatch) -> SafeString:
        channel = gettext(CHANNEL_LABELS[ChannelKind(record.outlet.channel)])
        return format_html('<span lang="vi">{}</span><small class="sub">{}</small>', record.outlet.name, channel)

    def render_due_at(self, value: datetime) -> SafeString:
        return format_html('<span class="nw">{}</span>', moment(value))

    def render_state(self, record: Dispatch) -> SafeString:
        mark = state_of(record)
        if not getattr(record, "is_simulated", False):
            return mark
        return format_html('{}<small class="tried">{}</small>', mark, gettext("mô phỏng"))

    def render_tries(self, value: int) -> str:
        return str(value) if value else gettext("chưa gửi")
