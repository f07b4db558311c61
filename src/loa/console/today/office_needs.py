"""What the accounts and outlets of a commune lack."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from loa.channels.models import Outlet
from loa.channels.ports import ChannelKind
from loa.console.today.links import link
from loa.console.today.needs import Found, Need
from loa.console.today.wording import data
from loa.core.actor import Actor
from loa.core.language import gettext
from loa.core.language import gettext as _
from loa.units.models import Membership, User
from loa.units.rights import Role
from loa.vietnamese.sorting import sort_key

NAMES_SHOWN = 4
AT_A_PLACE = (ChannelKind.LOUDSPEAKER, ChannelKind.NOTICE_BOARD)  # a page on the web stands in no hamlet
# Without somebody in each of these no message comes from a plan to the street.
WORKING_ROLES = (Role.CULTURE, Role.OPERATOR, Role.LEADER)


def accounts(actor: Actor) -> Found:
    """Roles that nobody holds, and people who have not come in yet. One query."""
    held = list(Membership.objects.visible_to(actor).filter(user__is_active=True).select_related("user"))
    missing = [role for role in WORKING_ROLES if role not in {row.role for row in held}]
    people = {row.user_id: row.user for row in held}.values()
    waiting = sorted((user for user in people if user.must_change_password), key=lambda user: sort_key(str(user)))
    needs = [_missing_role(role) for role in missing]
    return Found.all_of("people", [*needs, *([_waiting(waiting)] if waiting else [])])


def _missing_role(role: Role) -> Need:
    return Need(
        rating="r",
        badge=_("Thiếu người"),
        title=format_html(_("Chưa có ai giữ vai trò {role}"), role=gettext(role.label)),
        why=format_html("{}", _("Thiếu vai trò này thì tin không đi hết được từ kế hoạch đến loa.")),
        url=link("people"),
        button=_("Xem người dùng"),
    )


def _waiting(people: Sequence[User]) -> Need:
    return Need(
        rating="n",
        badge=_("Mật khẩu tạm"),
        title=format_html(_("{count} người chưa đổi mật khẩu tạm"), count=len(people)),
        why=format_html(_("{names}. Nhắc họ đăng nhập và đặt mật khẩu riêng."), names=_names(people)),
        url=link("people"),
        button=_("Xem người dùng"),
    )


def outlets_without_unit(actor: Actor) -> Found:
    """Outlets in use at a place that nobody looks after, told as one. One query."""
    rows = Outlet.objects.visible_to(actor).filter(unit=None, closed_at=None, channel__in=AT_A_PLACE)
    outlets = sorted(rows, key=lambda row: sort_key(row.name))
    return Found.all_of("outlets", [_without_unit(outlets)] if outlets else [])


def _without_unit(outlets: Sequence[Outlet]) -> Need:
    is_one = len(outlets) == 1
    return Need(
        rating="n",
        badge=_("Chưa có đơn vị"),
        title=format_html(_("{count} điểm phát chưa có đơn vị trông"), count=len(outlets)),
        why=format_html(_("{names}. Khi có sự cố, chưa biết hỏi ai."), names=_names(outlets)),
        url=link("outlet", outlets[0].pk) if is_one else link("outlets"),
        button=_("Chọn đơn vị") if is_one else _("Xem các điểm phát"),
    )


def _names(rows: Sequence[object]) -> SafeString:
    shown = format_html_join(", ", "{}", ((data(row),) for row in rows[:NAMES_SHOWN]))
    more = len(rows) - NAMES_SHOWN
    return shown if more <= 0 else format_html(_("{names} và {count} nữa"), names=shown, count=more)
