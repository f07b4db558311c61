"""Whether somebody may manage a commune's people, units and outlets."""

from __future__ import annotations

from loa.core.actor import Actor
from loa.core.language import gettext as _
from loa.units.models import Commune
from loa.units.refusals import MayNotManage
from loa.units.rights import Right


def refuse_without(right: Right, *, commune: Commune, actor: Actor) -> None:
    """Let a person with `right` in `commune` pass, and a part of the system that acts there.

    :raises MayNotManage: anybody else.
    """
    is_system = actor.user_id is None
    if actor.scope_id != commune.pk or not (is_system or actor.may(right)):
        raise MayNotManage(
            _("Anh/chị chưa được giao quyền làm việc này. Chưa có gì thay đổi. Hãy nhờ người phụ trách hệ thống.")
        )
