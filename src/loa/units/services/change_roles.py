"""Giving a person other roles in a commune."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from loa.core.actor import Actor
from loa.core.language import gettext as _
from loa.core.services import audit
from loa.units.authority import refuse_without
from loa.units.held_roles import HeldRole, manages_people, refuse_to_lose_the_last_manager, refuse_wrong_roles
from loa.units.models import Commune, Membership, User
from loa.units.refusals import ChangedMeanwhile, OwnAccount, PersonNotFound
from loa.units.rights import RIGHTS, Right, Role
from loa.units.services.index_names import forget_person, index_person

Pairs = set[tuple[str, int | None]]


@transaction.atomic
def change_roles(
    *,
    user: User,
    commune: Commune,
    roles: Collection[HeldRole],
    actor: Actor,
    at: datetime,
    seen: Collection[HeldRole] | None = None,
) -> User:
    """Let `user` hold exactly `roles`, pairs of (role, unit or None), in `commune`; they hold from the next request on.

    :param seen: the roles that the person who changes them was shown; None asks for no comparison.
    :raises MayNotManage: the actor may not manage the people of this commune.
    :raises PersonNotFound: no open account of this commune.
    :raises WrongRoles: none, one twice, or one without the unit it needs.
    :raises ChangedMeanwhile: the person held other roles than `seen` by now.
    :raises LastManager: nobody would be left who manages the people of the commune.
    :raises OwnAccount: somebody would give the word of approval to the own account.
    """
    refuse_without(Right.MANAGE_PEOPLE, commune=commune, actor=actor)
    refuse_wrong_roles(roles, commune=commune)
    Commune.objects.select_for_update().get(pk=commune.pk)
    held: Pairs = set(Membership.objects.filter(commune=commune, user=user).values_list("role", "unit_id"))
    if not held:
        raise PersonNotFound(_("Không tìm thấy người này trong danh sách của xã. Chưa có gì thay đổi."))
    wanted = _pairs(roles)
    if wanted == held:
        return user
    if seen is not None and _pairs(seen) != held:
        raise ChangedMeanwhile(
            _("Người khác vừa đổi vai trò của người này. Chưa có gì bị ghi đè. Hãy xem lại rồi đổi tiếp nếu cần.")
        )
    if actor.user_id == user.pk:
        _refuse_own_approval(wanted - held)
    if not manages_people(roles):
        refuse_to_lose_the_last_manager(commune=commune, leaving=user)
    _write(user, commune, wanted=wanted)
    detail = {"from": _listed(held), "to": _listed(wanted)}
    audit.record("units.person.roles-changed", target=user, by=actor, at=at, detail=detail)
    return user


def _refuse_own_approval(new: Pairs) -> None:
    """The system's duty carries no right to approve, so it must not be able to take one."""
    if any(Right.APPROVE_MESSAGE in RIGHTS[Role(role)] for role, _unit in new):
        raise OwnAccount(
            _(
                "Người phụ trách hệ thống không tự giao vai trò được duyệt tin cho mình. Vai trò chưa đổi. "
                "Hãy nhờ người phụ trách khác giao."
            )
        )


def _write(user: User, commune: Commune, *, wanted: Pairs) -> None:
    forget_person(user, commune=commune)
    Membership.objects.filter(commune=commune, user=user).exclude(role__in=[role for role, _unit in wanted]).delete()
    for role, unit_id in sorted(wanted, key=lambda pair: pair[0]):
        Membership.objects.update_or_create(commune=commune, user=user, role=role, defaults={"unit_id": unit_id})
    index_person(user, commune=commune)


def _pairs(roles: Collection[HeldRole]) -> Pairs:
    return {(role.value, unit.pk if unit else None) for role, unit in roles}


def _listed(pairs: Pairs) -> list[list[str | int | None]]:
    return [list(pair) for pair in sorted(pairs, key=lambda pair: pair[0])]
