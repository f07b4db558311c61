"""Words of the first page: days as people call them, and data inside Loa's own sentences."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator

from loa.core.clock import VIETNAM
from loa.core.language import gettext
from loa.core.language import gettext as _
from loa.core.language import gettext_noop as marked

LONGEST = 140  # letters of a quoted duty or reason: enough to know it again
WEEKDAYS = (
    marked("Thứ Hai"),
    marked("Thứ Ba"),
    marked("Thứ Tư"),
    marked("Thứ Năm"),
    marked("Thứ Sáu"),
    marked("Thứ Bảy"),
    marked("Chủ Nhật"),
)
# Parts of today, each with the hour it begins.
PARTS = ((18, marked("tối nay")), (13, marked("chiều nay")), (11, marked("trưa nay")), (0, marked("sáng nay")))


def data(text: object, *, most: int = LONGEST) -> SafeString:
    """Words of people or of documents, marked as Vietnamese inside a sentence of Loa in any language."""
    return format_html('<span lang="vi">{}</span>', Truncator(str(text)).chars(most))


def date_line(now: datetime) -> str:
    """`Thứ Năm, 04/09/2025 · 17 giờ 30`."""
    local = now.astimezone(VIETNAM)
    return _("{weekday}, {date} · {hour} giờ {minute}").format(
        weekday=gettext(WEEKDAYS[local.weekday()]),
        date=f"{local:%d/%m/%Y}",
        hour=local.hour,
        minute=f"{local:%M}",
    )


def day_name(day: date, *, today: date) -> str:
    """`hôm nay`, `hôm qua`, `ngày mai`, else `ngày 05/09/2025`."""
    names = {0: _("hôm nay"), -1: _("hôm qua"), 1: _("ngày mai")}
    return names.get((day - today).days) or _("ngày {day}").format(day=f"{day:%d/%m/%Y}")


def moment_name(instant: datetime, *, now: datetime) -> str:
    """`17:00 hôm qua`."""
    local = instant.astimezone(VIETNAM)
    day = day_name(local.date(), today=today_of(now))
    return _("{time} {day}").format(time=f"{local:%H:%M}", day=day)


def session_name(instant: datetime, *, now: datetime) -> str:
    """`17:00 chiều nay`, `05:30 hôm qua`."""
    local = instant.astimezone(VIETNAM)
    if local.date() != today_of(now):
        return moment_name(instant, now=now)
    part = next(gettext(words) for hour, words in PARTS if local.hour >= hour)
    return _("{time} {day}").format(time=f"{local:%H:%M}", day=part)


def days_left(days: int) -> str:
    """`Hôm nay đến hạn`, `Còn 4 ngày`, `Chậm 2 ngày`."""
    if days < 0:
        return _("Chậm {days} ngày").format(days=-days)
    return _("Còn {days} ngày").format(days=days) if days else _("Hôm nay đến hạn")


def waited(since: datetime, *, now: datetime) -> str:
    """`Chờ 2 ngày`, `Chờ từ 09:15 hôm nay`."""
    days = (now - since) // timedelta(days=1)
    if days:
        return _("Chờ {days} ngày").format(days=days)
    return _("Chờ từ {when}").format(when=moment_name(since, now=now))


def today_of(now: datetime) -> date:
    """The day it is in Vietnam."""
    return now.astimezone(VIETNAM).date()
