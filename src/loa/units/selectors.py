"""Reading people and offices."""

from __future__ import annotations

from loa.core.actor import Actor
from loa.units.models import Commune, Membership, User
from loa.units.rights import RIGHTS, Role


def actor_for(user: User, commune: Commune) -> Actor:
    """The actor that `user` is in `commune`: the rights of all roles held there, none elsewhere."""
    roles = Membership.objects.filter(user=user, commune=commune).values_list("role", flat=True)
    rights = frozenset(right for role in roles for right in RIGHTS[Role(role)])
    return Actor(key=f"user:{user.pk}", scope_id=commune.pk if roles else None, rights=rights)


def system_actor(commune: Commune, part: str) -> Actor:
    """A part of the system (`worker`, `listener`) acting in `commune`, with no rights of a person."""
    return Actor(key=f"system:{part}", scope_id=commune.pk)
