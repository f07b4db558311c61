"""Adding a unit by hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from loa.core.actor import Actor
from loa.core.services import audit
from loa.units.authority import refuse_without
from loa.units.given_names import clean_name
from loa.units.models import Commune, Unit, UnitAlias, UnitKind
from loa.units.models.unit import NAME_LETTERS
from loa.units.rights import Right
from loa.units.services.index_names import index_unit
from loa.units.unit_spelling import refuse_namesake


@dataclass(frozen=True, slots=True)
class NewUnit:
    """What is added: its full name, and what it is."""

    name: str
    kind: UnitKind


@transaction.atomic
def add_unit(*, unit: NewUnit, commune: Commune, actor: Actor, at: datetime) -> Unit:
    """Return the unit of that name and kind in `commune`; the first call makes it.

    :raises MayNotManage: the actor may not manage the units of this commune.
    :raises WrongName: the name is empty, too long, or one by which another unit is known.
    """
    refuse_without(Right.MANAGE_UNITS, commune=commune, actor=actor)
    name = clean_name(unit.name, longest=NAME_LETTERS)
    Commune.objects.select_for_update().get(pk=commune.pk)
    same = Unit.objects.filter(commune=commune, name=name, kind=unit.kind).first()
    if same is not None:
        return same
    refuse_namesake(name, commune=commune)
    row = Unit.objects.create(commune=commune, name=name, kind=unit.kind)
    UnitAlias.objects.create(unit=row, text=name)
    index_unit(row)
    audit.record("units.unit.added", target=row, by=actor, at=at, detail={"name": name, "kind": row.kind})
    return row
