"""Giving a person an account and a role in a commune."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from loa.core.actor import Actor
from loa.core.services import audit
from loa.units.models import Commune, Membership, User
from loa.units.rights import Role


@dataclass(frozen=True, slots=True)
class NewPerson:
    """Who is enrolled: the name to sign in with, the name people see, and the role."""

    username: str
    display_name: str
    role: Role


@transaction.atomic
def enrol_person(*, person: NewPerson, commune: Commune, actor: Actor, at: datetime) -> User:
    """Return the person's account with its role in `commune`; without a password nobody signs in with it yet."""
    user, made = User.objects.get_or_create(
        username=person.username, defaults={"display_name": person.display_name, "password": "!"}
    )
    _membership, joined = Membership.objects.get_or_create(commune=commune, user=user, role=person.role)
    if made or joined:
        audit.record("units.person.enrolled", target=user, by=actor, at=at, detail={"role": person.role.value})
    return user
