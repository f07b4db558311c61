"""Handing a person a first or a new password."""

from __future__ import annotations

import secrets
from datetime import datetime

from django.db import transaction

from loa.core.actor import Actor
from loa.core.language import gettext as _
from loa.core.services import audit
from loa.units.authority import refuse_without
from loa.units.models import Commune, Membership, User
from loa.units.refusals import OwnAccount, PersonNotFound
from loa.units.rights import Right
from loa.units.services.end_all_sessions import end_all_sessions

LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"  # 32, so five bits each; none that is taken for another on paper
GROUPS, GROUP_LENGTH = 4, 4  # 80 bits


@transaction.atomic
def issue_password(*, user: User, commune: Commune, actor: Actor, at: datetime, is_temporary: bool = True) -> str:
    """Return a new random password of `user`, shown this once and kept nowhere; the person's sessions end.

    Asked again, it is another one: the one before holds no more.

    :param is_temporary: the person must choose another at the next sign-in.
    :raises MayNotManage: the actor may not manage the people of this commune.
    :raises PersonNotFound: no open account of this commune.
    :raises OwnAccount: the actor's own, or an account with roles in another commune too.
    """
    refuse_without(Right.MANAGE_PEOPLE, commune=commune, actor=actor)
    user = User.objects.select_for_update().get(pk=user.pk)
    if not Membership.objects.filter(commune=commune, user=user).exists():
        raise PersonNotFound(_("Không tìm thấy người này trong danh sách của xã. Mật khẩu chưa đổi."))
    if actor.user_id is not None:
        _refuse_reaching_too_far(user, commune=commune, actor=actor)
    password = _random_password()
    user.set_password(password)
    user.must_change_password = is_temporary
    user.save(update_fields=["password", "must_change_password"])
    audit.record("units.person.password-issued", target=user, by=actor, at=at, detail={"is_temporary": is_temporary})
    end_all_sessions(user=user, actor=actor, at=at)
    return password


def _refuse_reaching_too_far(user: User, *, commune: Commune, actor: Actor) -> None:
    """Nobody skips the question for the old password, and no commune opens another commune's door."""
    if user.pk == actor.user_id:
        raise OwnAccount(_("Mật khẩu của chính mình thì đổi ở mục Cài đặt. Mật khẩu chưa đổi."))
    if Membership.objects.filter(user=user).exclude(commune=commune).exists():
        raise OwnAccount(
            _(
                "Người này còn giữ vai trò ở xã khác nên xã không cấp lại mật khẩu được. Mật khẩu chưa đổi. "
                "Người này tự đổi ở mục Cài đặt, hoặc nhờ người quản lý máy chủ."
            )
        )


def _random_password() -> str:
    return "-".join("".join(secrets.choice(LETTERS) for _letter in range(GROUP_LENGTH)) for _group in range(GROUPS))
