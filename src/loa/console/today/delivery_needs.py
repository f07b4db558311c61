"""Loudspeakers that are silent, orders that failed, work by hand without its proof, broadcasts nobody vouched for."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Exists, Min, OuterRef, Q
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst

from loa.channels.ports import ChannelKind
from loa.console.today.counting import first_rows
from loa.console.today.links import link
from loa.console.today.needs import MOST_SHOWN, Found, Need
from loa.console.today.wording import data, moment_name, today_of
from loa.core.actor import Actor
from loa.core.language import gettext
from loa.core.language import gettext as _
from loa.core.language import gettext_noop as marked
from loa.delivery.models import Dispatch, DispatchState
from loa.delivery.rules import SELF_ANSWERING
from loa.delivery.selectors import SilentOutlet, work_orders_open
from loa.units.models import Commune
from loa.units.rights import Right

RECENT = timedelta(days=3)  # older broadcasts cannot be mended by anybody
PROOF_ASKED = timedelta(days=14)  # after its end work by hand is asked for here; then only its own list has it
BY_HAND: Mapping[str, str] = {
    ChannelKind.NOTICE_BOARD: marked("Dán “{title}” tại {outlet}"),
    ChannelKind.SOCIAL: marked("Đăng “{title}” lên {outlet}"),
    ChannelKind.COMMUNICATOR: marked("Nói với bà con về “{title}”: {outlet}"),
}


def silent(found: Sequence[SilentOutlet], actor: Actor, *, now: datetime) -> Found:
    """Loudspeakers that missed or left unknown their last orders, as `silent_outlets` gives them."""
    place = "outlets" if actor.may(Right.SEE_OUTLETS) else "dispatches"
    return Found(place, tuple(_silent(one, actor, now=now) for one in found[:MOST_SHOWN]), len(found))


def _silent(one: SilentOutlet, actor: Actor, *, now: datetime) -> Need:
    may_open = actor.may(Right.SEE_OUTLETS)
    return Need(
        rating="r",
        badge=_("Loa im lặng {count} lần liền").format(count=one.count),
        title=format_html(
            _("{outlet} chưa xác nhận phát từ {when}"),
            outlet=data(one.outlet.name),
            when=moment_name(one.since, now=now),
        ),
        why=silence(one),
        url=link("outlet", one.outlet.pk) if may_open else link("dispatches", outlet=one.outlet.pk),
        button=_("Xem loa này") if may_open else _("Xem các lần phát"),
    )


def silence(one: SilentOutlet) -> SafeString:
    """What is known of a silent loudspeaker, and whom to ask."""
    counts = {_("lỡ giờ: {count}"): one.missed, _("chưa rõ: {count}"): one.unknown}
    known = capfirst(", ".join(words.format(count=count) for words, count in counts.items() if count))
    if one.outlet.unit is None:
        return format_html(
            _("{known}. Thường do mất điện hoặc hết dữ liệu sim. Loa chưa có đơn vị trông."), known=known
        )
    return format_html(
        _("{known}. Thường do mất điện hoặc hết dữ liệu sim. Hỏi {unit}."), known=known, unit=data(one.outlet.unit.name)
    )


def failed(actor: Actor, *, beside: Collection[int], now: datetime) -> Found:
    """Sessions of the last days with orders that were missed, refused or are unknown, and not sent anew. One query.

    Unknown work by hand lacks its proof and is asked for as such.

    :param beside: primary keys of the outlets that are silent: told as such, not once more for each of their orders.
    """
    newer = Dispatch.objects.filter(
        outlet=OuterRef("outlet"), rendition=OuterRef("rendition"), due_at__gt=OuterRef("due_at")
    )
    lost = Q(state__in=(DispatchState.MISSED, DispatchState.REFUSED))
    unknown = Q(state=DispatchState.UNKNOWN, outlet__channel__in=SELF_ANSWERING)
    rows = Dispatch.objects.visible_to(actor).filter(lost | unknown, due_at__gt=now - RECENT, due_at__lte=now)
    sessions = list(
        rows.exclude(outlet__in=beside)
        .filter(~Exists(newer))
        .order_by()
        .values("due_at")
        .annotate(
            lost=Count("pk", filter=lost),
            unknown=Count("pk", filter=unknown),
            missed=Count("pk", filter=Q(state=DispatchState.MISSED)),
            refused=Count("pk", filter=Q(state=DispatchState.REFUSED)),
            first=Min("pk"),
            outlet=Min("outlet__name"),
        )
        .order_by("-due_at")
    )
    return Found("dispatches", tuple(_failed(one, now=now) for one in sessions[:MOST_SHOWN]), len(sessions))


def _failed(session: Mapping[str, Any], *, now: datetime) -> Need:
    count = session["lost"] + session["unknown"]
    when = moment_name(session["due_at"], now=now)
    is_one = count == 1
    title = _("{outlet} chưa phát được lúc {when}") if is_one else _("{count} lệnh lúc {when} chưa phát được")
    return Need(
        rating="r" if session["lost"] else "y",
        badge=_("Lỡ giờ") if session["lost"] else _("Chưa rõ"),
        title=format_html(title, outlet=data(session["outlet"]), count=count, when=when),
        why=format_html(
            _("Lỡ giờ hoặc bị từ chối: {lost}. Chưa rõ: {unknown}. Hỏi nơi phát, rồi gửi lại nếu tin còn có ích."),
            lost=session["lost"],
            unknown=session["unknown"],
        ),
        url=link("dispatch", session["first"]) if is_one else _of_session(session),
        button=_("Xem lệnh phát"),
    )


def _of_session(session: Mapping[str, Any]) -> str:
    """The list of that day, narrowed to the worst that happened."""
    day = today_of(session["due_at"])
    worst = next(state for state in ("missed", "unknown", "refused") if session[state])
    return link("dispatches", state=worst, since=day, until=day)


def to_prove(actor: Actor, *, commune: Commune, now: datetime) -> Found:
    """Work handed to a person that lacks its proof, the first to expire first. One query."""
    orders = work_orders_open(commune, actor).filter(expires_at__gt=now - PROOF_ASKED)
    rows, total = first_rows(orders.order_by("expires_at", "pk"))
    return Found("dispatches", tuple(_to_prove(row, now=now) for row in rows), total)


def _to_prove(dispatch: Dispatch, *, now: datetime) -> Need:
    is_late = dispatch.expires_at <= now
    by_hand = BY_HAND.get(dispatch.outlet.channel, marked("Đưa “{title}” ra {outlet}"))
    until = moment_name(dispatch.expires_at, now=now)
    return Need(
        rating="r" if is_late else "y",
        badge=(_("Quá hạn từ {when}") if is_late else _("Trước {when}")).format(when=until),
        title=format_html(
            gettext(by_hand), title=data(dispatch.rendition.version.title), outlet=data(dispatch.outlet.name)
        ),
        why=format_html(_("Giao lúc {when}. Còn thiếu minh chứng."), when=moment_name(dispatch.due_at, now=now)),
        url=link("dispatch", dispatch.pk),
        button=_("Mở phiếu giao việc"),
    )


def to_confirm(actor: Actor, *, now: datetime) -> Found:
    """Recent broadcasts of the own loudspeakers that nobody has called clear, the latest first. One query."""
    played = Dispatch.objects.visible_to(actor).filter(
        outlet__channel=ChannelKind.LOUDSPEAKER, state=DispatchState.PLAYED, due_at__gt=now - RECENT
    )
    rows, total = first_rows(played.select_related("outlet", "rendition__version").order_by("-due_at", "pk"))
    return Found("dispatches", tuple(_to_confirm(row, now=now) for row in rows), total)


def _to_confirm(dispatch: Dispatch, *, now: datetime) -> Need:
    return Need(
        rating="n",
        badge=_("Chờ xác nhận nghe rõ"),
        title=format_html(
            _("{outlet} đã phát “{title}”"),
            outlet=data(dispatch.outlet.name),
            title=data(dispatch.rendition.version.title),
        ),
        why=format_html(_("Buổi {when}. Có nghe rõ ở khu mình không?"), when=moment_name(dispatch.due_at, now=now)),
        url=link("dispatch", dispatch.pk),
        button=_("Xác nhận nghe rõ"),
    )
