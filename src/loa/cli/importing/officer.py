"""For whom the command imports: a person of the commune who may, never a part of the system."""

from __future__ import annotations

from loa.core.actor import Actor
from loa.core.language import gettext as _
from loa.core.refusals import Refusal
from loa.units.models import Commune, User
from loa.units.rights import Right
from loa.units.selectors import actor_for


class WhoImports(Refusal):
    """It is not plain who imports, or that person may not."""


def officer_of(commune: Commune, name: str | None) -> Actor:
    """The person of that sign-in name, or the only one of `commune` who may import.

    :raises WhoImports: nobody may, several may and none is named, or the named one may not.
    """
    people = User.objects.filter(memberships__commune=commune).distinct().order_by("pk")
    able = {user.username: actor for user in people if (actor := actor_for(user, commune)).may(Right.IMPORT_PLAN)}
    names = ", ".join(able)
    if not able:
        raise WhoImports(
            _("Xã này chưa có công chức Văn hóa - Xã hội nên chưa nhập gì. Giao vai trò ấy cho một người rồi chạy lại.")
        )
    if name is None and len(able) > 1:
        raise WhoImports(
            _("Có nhiều người được nhập; chưa nhập gì. Thêm --as với một tên đăng nhập: {names}.").format(names=names)
        )
    if name is not None and name not in able:
        raise WhoImports(
            _("{name} không được nhập kế hoạch ở xã này; chưa nhập gì. Người được nhập: {names}.").format(
                name=name, names=names
            )
        )
    return able[name] if name is not None else next(iter(able.values()))
