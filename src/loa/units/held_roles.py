"""The roles that a person holds in a commune, and what must stay true of them."""

from __future__ import annotations

from collections.abc import Collection

from loa.core.language import gettext as _
from loa.units.models import Commune, Membership, Unit, User
from loa.units.refusals import LastManager, WrongRoles
from loa.units.rights import OWN_UNIT_ONLY, RIGHTS, Right, Role

HeldRole = tuple[Role, Unit | None]
_MANAGERS = [role.value for role, rights in RIGHTS.items() if Right.MANAGE_PEOPLE in rights]


def refuse_wrong_roles(roles: Collection[HeldRole], *, commune: Commune) -> None:
    """Let roles pass that one person may hold: one at least, each once, with a unit of the commune where it needs one.

    :raises WrongRoles: anything else.
    """
    if not roles:
        raise WrongRoles(_("Cần ít nhất một vai trò. Chưa có gì thay đổi. Người đã thôi việc thì khóa tài khoản."))
    if len({role for role, _unit in roles}) != len(roles):
        raise WrongRoles(_("Mỗi vai trò chỉ giao một lần cho một người. Chưa có gì thay đổi. Hãy bỏ dòng trùng."))
    for role, unit in roles:
        if unit is None and role in OWN_UNIT_ONLY:
            raise WrongRoles(
                _("Trưởng thôn, tổ dân phố phải thuộc một đơn vị. Chưa có gì thay đổi. Hãy chọn thôn, tổ dân phố.")
            )
        if unit is not None and unit.commune_id != commune.pk:
            raise WrongRoles(_("Không tìm thấy đơn vị này ở xã. Chưa có gì thay đổi. Hãy chọn lại đơn vị."))


def refuse_to_lose_the_last_manager(*, commune: Commune, leaving: User) -> None:
    """Let `leaving` give up managing people only while somebody else in `commune` does.

    Call it under a lock on the commune: two who leave at once must not both pass.

    :raises LastManager: nobody would be left.
    """
    managers = Membership.objects.filter(commune=commune, role__in=_MANAGERS, user__is_active=True)
    if managers.filter(user=leaving).exists() and not managers.exclude(user=leaving).exists():
        raise LastManager(
            _(
                "Đây là người phụ trách hệ thống cuối cùng của xã. Chưa có gì thay đổi. "
                "Hãy giao vai trò này cho một người khác trước."
            )
        )


def manages_people(roles: Collection[HeldRole]) -> bool:
    """Whether somebody with `roles` may manage the people of the commune."""
    return any(role.value in _MANAGERS for role, _unit in roles)
