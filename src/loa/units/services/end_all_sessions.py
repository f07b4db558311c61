"""Signing a person out everywhere."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from loa.core.actor import Actor
from loa.core.language import gettext as _
from loa.core.services import audit
from loa.units.models import Membership, StaffSession, User
from loa.units.refusals import MayNotManage
from loa.units.rights import Right


@transaction.atomic
def end_all_sessions(*, user: User, actor: Actor, at: datetime, except_key: str | None = None) -> int:
    """End the sessions of `user`, but for the one of the key `except_key`; return how many were open.

    :raises MayNotManage: neither the own account nor one of the people whom the actor manages.
    """
    is_own_or_system = actor.user_id is None or actor.user_id == user.pk
    if not (is_own_or_system or (actor.may(Right.MANAGE_PEOPLE) and _is_here(user, actor))):
        raise MayNotManage(
            _("Anh/chị chỉ đăng xuất được thiết bị của mình. Chưa có gì thay đổi. Hãy nhờ người phụ trách hệ thống.")
        )
    sessions = StaffSession.objects.filter(user=user)
    if except_key is not None:
        sessions = sessions.exclude(session_key=except_key)
    ended, _each = sessions.delete()
    if ended:
        audit.record("units.session.all-ended", target=user, by=actor, at=at, detail={"sessions": ended})
    return ended


def _is_here(user: User, actor: Actor) -> bool:
    return Membership.objects.visible_to(actor).filter(user=user).exists()
