"""For which commune a signed-in person acts, in which roles."""

from __future__ import annotations

from dataclasses import dataclass

from loa.core.actor import Actor
from loa.units.models import Commune, Membership, User
from loa.units.rights import Role
from loa.units.selectors import actor_with


@dataclass(frozen=True, slots=True)
class Standing:
    """The commune a person acts for, with the roles held there and the unit's name (empty without one)."""

    commune: Commune
    actor: Actor
    roles: tuple[Role, ...]
    unit_name: str
    communes: tuple[Commune, ...]  # all the person may choose from


def standing_of(user: User, *, wanted: int | None) -> Standing | None:
    """The standing of `user` in the commune of primary key `wanted`, else in the first one joined; None without any."""
    rows = list(
        Membership.objects.filter(user=user).select_related("commune__signing_key", "unit").order_by("commune_id", "pk")
    )
    communes = tuple({row.commune_id: row.commune for row in rows}.values())
    if not communes or not user.is_active:
        return None
    commune = next((one for one in communes if one.pk == wanted), communes[0])
    held = [row for row in rows if row.commune_id == commune.pk]
    return Standing(
        commune=commune,
        actor=actor_with(user.pk, commune.pk, held=[(row.role, row.unit_id) for row in held]),
        roles=tuple(Role(row.role) for row in held),
        unit_name=next((row.unit.name for row in held if row.unit), ""),
        communes=communes,
    )
