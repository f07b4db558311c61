"""Dates, numbers, states and ratings as staff read them."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from loa.channels.ports import ChannelKind
from loa.core.clock import VIETNAM
from loa.core.language import current_language, gettext
from loa.core.language import gettext as _
from loa.delivery.models import Dispatch, DispatchState

register = template.Library()

# The marks of look.md are six; a state between two shows the mark of what is proved and its own word.
MARK_OF = {
    DispatchState.SENDING: "queued",
    DispatchState.REFUSED: "missed",
    DispatchState.WITHDRAWN: "planned",
}


@register.filter
def word(label: object) -> str:
    """A label of a table in the reader's language."""
    return gettext(str(label)) if label else ""


@register.filter
def day(value: date | datetime | None) -> str:
    """23/10/2025"""
    if value is None:
        return ""
    if isinstance(value, datetime):
        value = value.astimezone(VIETNAM)
    return f"{value:%d/%m/%Y}"


@register.filter
def moment(value: datetime | None) -> str:
    """17:00 23/10/2025"""
    return f"{value.astimezone(VIETNAM):%H:%M %d/%m/%Y}" if value else ""


@register.filter
def clock_time(value: datetime | None) -> str:
    """17:00"""
    return f"{value.astimezone(VIETNAM):%H:%M}" if value else ""


@register.filter
def number(value: float | Decimal | str | None) -> str:
    """1.462 and 7,4 in Vietnamese; 1,462 and 7.4 in English; nothing counted (None, or no such name) is no 0."""
    if value is None or isinstance(value, str):
        return _("chưa có số liệu")
    text = f"{value:,.1f}" if value % 1 else f"{int(value):,}"
    return text if current_language() == "en" else text.translate(str.maketrans(",.", ".,"))


@register.filter
def duration(seconds: float | None) -> str:
    """1 phút 12 giây"""
    if not seconds:
        return ""
    minutes, rest = divmod(round(seconds), 60)
    if not minutes:
        return _("{seconds} giây").format(seconds=rest)
    return _("{minutes} phút {seconds} giây").format(minutes=minutes, seconds=rest)


@register.simple_tag
def state(name: str, channel: str = ChannelKind.LOUDSPEAKER) -> SafeString:
    """The four bars and the word of a dispatch's state; of a pair such as "Đã phát / Đã đăng" the channel's word."""
    known = DispatchState(name)
    return format_html(
        '<span class="st" data-st="{}">{}</span>', MARK_OF.get(known, known.value), state_word(name, channel)
    )


def state_word(name: str, channel: str) -> str:
    """The fixed word of a state for a kind of channel."""
    words = gettext(DispatchState(name).label).split(" / ")
    return words[0] if channel == ChannelKind.LOUDSPEAKER else words[-1]


@register.simple_tag
def state_of(dispatch: Dispatch) -> SafeString:
    """The state of one dispatch."""
    return state(dispatch.state, dispatch.outlet.channel)


@register.simple_tag
def rag(rating: str, words: str) -> SafeString:
    """Green, yellow, red or not rated: shape, word, colour."""
    return format_html('<span class="rag" data-rag="{}">{}</span>', rating, words)


@register.simple_tag(takes_context=True)
def query(context: dict[str, Any], **changes: object) -> str:
    """The address's query with `changes`; a value of None leaves the name out."""
    values = context["request"].GET.copy()
    for name, value in changes.items():
        values.pop(name, None)
        if value is not None:
            values[name] = str(value)
    return f"?{values.urlencode()}" if values else "?"
