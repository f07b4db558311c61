"""Giving a person an account and a role in a commune."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from loa.core.actor import Actor
from loa.core.language import gettext as _
from loa.core.services import audit
from loa.units.authority import refuse_without
from loa.units.given_names import clean_name
from loa.units.held_roles import refuse_wrong_roles
from loa.units.models import ClosedMembership, Commune, Membership, Unit, User
from loa.units.refusals import WrongUsername
from loa.units.rights import Right, Role
from loa.units.services.index_names import index_person

NAME_LETTERS = 120
_USERNAME = re.compile(r"[a-z0-9](?:[a-z0-9.@-]{0,148}[a-z0-9])")


@dataclass(frozen=True, slots=True)
class NewPerson:
    """Who is enrolled: the name to sign in with, the name people see, the role, and the unit where it has one."""

    username: str
    display_name: str
    role: Role
    unit: Unit | None = None


@transaction.atomic
def enrol_person(*, person: NewPerson, commune: Commune, actor: Actor, at: datetime) -> User:
    """Return the person's account with its role in `commune`; without a password nobody signs in with it yet.

    Again with the same names and role is the same account. Only a part of the system gives a role here to an account
    that another commune made.

    :raises MayNotManage: the actor may not manage the people of this commune.
    :raises WrongUsername: no name to sign in with, or somebody else's already.
    :raises WrongName: the name people see is empty or too long.
    :raises WrongRoles: the role needs a unit of this commune.
    """
    refuse_without(Right.MANAGE_PEOPLE, commune=commune, actor=actor)
    refuse_wrong_roles([(person.role, person.unit)], commune=commune)
    username = _username(person.username)
    name = clean_name(person.display_name, longest=NAME_LETTERS)
    user, made = User.objects.get_or_create(username=username, defaults={"display_name": name, "password": "!"})
    if not made and actor.user_id is not None:
        _refuse_somebody_else(user, person=person, name=name, commune=commune)
    if ClosedMembership.objects.filter(commune=commune, user=user).exists():
        raise WrongUsername(
            _("Tài khoản {username} đã khóa ở xã này. Chưa có gì thay đổi. Hãy mở lại tài khoản đó.").format(
                username=username
            )
        )
    _membership, joined = Membership.objects.get_or_create(
        commune=commune, user=user, role=person.role, defaults={"unit": person.unit}
    )
    if made or joined:
        index_person(user, commune=commune)
        unit = person.unit.pk if person.unit else None
        audit.record(
            "units.person.enrolled", target=user, by=actor, at=at, detail={"role": person.role.value, "unit": unit}
        )
    return user


def _username(typed: str) -> str:
    username = typed.strip().lower()
    if not _USERNAME.fullmatch(username):
        raise WrongUsername(
            _(
                "Tên đăng nhập chỉ gồm chữ không dấu, số, dấu chấm, gạch nối và @, từ 2 đến 150 ký tự. "
                "Chưa có tài khoản nào được tạo."
            )
        )
    return username


def _refuse_somebody_else(user: User, *, person: NewPerson, name: str, commune: Commune) -> None:
    held = user.memberships.filter(commune=commune, role=person.role).first()
    if user.display_name != name or held is None or held.unit != person.unit:
        raise WrongUsername(
            _("Tên đăng nhập {username} đã có người dùng. Chưa có tài khoản nào được tạo. Hãy chọn tên khác.").format(
                username=user.username
            )
        )
