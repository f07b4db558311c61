"""Closing a person's account in a commune."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from loa.core.actor import Actor
from loa.core.language import gettext as _
from loa.core.services import audit
from loa.units.authority import refuse_without
from loa.units.held_roles import refuse_to_lose_the_last_manager
from loa.units.models import ClosedMembership, Commune, Membership, User
from loa.units.refusals import OwnAccount, PersonNotFound
from loa.units.rights import Right
from loa.units.services.end_all_sessions import end_all_sessions
from loa.units.services.index_names import forget_person


@transaction.atomic
def close_account(*, user: User, commune: Commune, actor: Actor, at: datetime) -> User:
    """Put the person's roles in `commune` away; who has none left anywhere cannot sign in. All that was done stays.

    :raises MayNotManage: the actor may not manage the people of this commune.
    :raises PersonNotFound: nobody of this commune.
    :raises OwnAccount: nobody closes the own account.
    :raises LastManager: nobody would be left who manages the people of the commune.
    """
    refuse_without(Right.MANAGE_PEOPLE, commune=commune, actor=actor)
    if user.pk == actor.user_id:
        raise OwnAccount(_("Không ai tự khóa tài khoản của mình. Chưa có gì thay đổi. Hãy nhờ người phụ trách khác."))
    Commune.objects.select_for_update().get(pk=commune.pk)
    user = User.objects.select_for_update().get(pk=user.pk)
    held = list(Membership.objects.filter(commune=commune, user=user).order_by("role"))
    if not held:
        if ClosedMembership.objects.filter(commune=commune, user=user).exists():
            return user
        raise PersonNotFound(_("Không tìm thấy người này trong danh sách của xã. Chưa có gì thay đổi."))
    refuse_to_lose_the_last_manager(commune=commune, leaving=user)
    forget_person(user, commune=commune)
    _put_away(held, at=at)
    if not Membership.objects.filter(user=user).exists():
        user.is_active = False
        user.save(update_fields=["is_active"])
    audit.record("units.person.closed", target=user, by=actor, at=at, detail={"roles": [one.role for one in held]})
    if not user.is_active:
        end_all_sessions(user=user, actor=Actor("system:units", commune.pk), at=at)
    return user


def _put_away(held: list[Membership], *, at: datetime) -> None:
    for one in held:
        ClosedMembership.objects.update_or_create(
            commune_id=one.commune_id,
            user_id=one.user_id,
            role=one.role,
            defaults={"unit_id": one.unit_id, "closed_at": at},
        )
    Membership.objects.filter(pk__in=[one.pk for one in held]).delete()
