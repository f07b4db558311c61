"""Letting units and people be found by their names."""

from __future__ import annotations

from loa.core.services.search import forget_row, index_row
from loa.units.models import Commune, Membership, Unit, User


def index_unit(unit: Unit) -> None:
    """Let `unit` be found by its name and by every way it is written."""
    aliases = "\n".join(unit.aliases.values_list("text", flat=True))
    index_row(unit, scope_id=unit.commune_id, title=unit.name, words=aliases, unit_id=unit.pk)


def index_person(user: User, *, commune: Commune) -> None:
    """Let `user` be found by name in `commune`: one entry, of the first role held there."""
    held = Membership.objects.filter(commune=commune, user=user).order_by("pk").first()
    if held is not None:
        index_row(held, scope_id=commune.pk, title=user.display_name, words=user.username, unit_id=held.unit_id)


def forget_person(user: User, *, commune: Commune) -> None:
    """Let `user` be found in `commune` no more; call it before the roles are taken away."""
    for held in Membership.objects.filter(commune=commune, user=user):
        forget_row(held)
