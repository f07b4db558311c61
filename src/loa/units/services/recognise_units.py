"""Knowing again, under all its printed names, the unit a plan speaks of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from loa.core.actor import Actor
from loa.core.services import audit
from loa.units.levels import Origin, is_elsewhere
from loa.units.models import Commune, Unit, UnitAlias, UnitKind
from loa.units.recognition import KnownUnit, Likeness, Told
from loa.units.selectors import recognition_for
from loa.units.services.index_names import index_unit
from loa.vietnamese import unit_names

__all__ = ["Likeness", "RecognisedUnits", "recognise_units"]
NOTHING_TOLD = Told()


@dataclass(slots=True)
class RecognisedUnits:
    """The unit of each printed name, and the likenesses a person should confirm."""

    units: dict[str, Unit] = field(default_factory=dict)
    likenesses: list[Likeness] = field(default_factory=list)


@transaction.atomic
def recognise_units(
    *,
    commune: Commune,
    names: Sequence[str],
    actor: Actor,
    at: datetime,
    told: Told = NOTHING_TOLD,
    origin: Origin = Origin.HOME,
) -> RecognisedUnits:
    """Find or make the commune's unit for each printed name, keeping every spelling as an alias.

    Names that differ in more than case, tone placement and punctuation are unified where one abbreviates the other
    or leaves out the commune, and reported as a likeness. A name that may be two units becomes a unit of its own.

    :param told: what the plan or a person says of the names; it goes before what they look like.
    :param origin: of the plan that names them: a superior's plan means its own offices.
    """
    Commune.objects.select_for_update().get(pk=commune.pk)
    recognition = recognition_for(commune, told=told)
    recognition.take(names)
    found = {id(unit): unit for unit in recognition.units.values()}
    kinds = {number: _kind(unit.name, commune, origin=origin) for number, unit in found.items()}
    rows = {number: _row(commune, unit, kind=kinds[number], actor=actor, at=at) for number, unit in found.items()}
    for number, unit in found.items():
        for text in unit.new_spellings:
            UnitAlias.objects.get_or_create(unit=rows[number], text=text)
        index_unit(rows[number])
    units = {name: rows[id(unit)] for name, unit in recognition.units.items()}
    return RecognisedUnits(units=units, likenesses=recognition.likenesses)


def _kind(name: str, commune: Commune, *, origin: Origin) -> UnitKind:
    if is_elsewhere(name, home=commune.name, origin=origin):
        return UnitKind.ELSEWHERE
    return UnitKind(unit_names.kind_value(name))


def _row(commune: Commune, unit: KnownUnit, *, kind: UnitKind, actor: Actor, at: datetime) -> Unit:
    if unit.key is None:
        return _add(commune, unit.name, kind=kind, actor=actor, at=at)
    row = Unit.objects.get(pk=unit.key)
    if unit.is_renamed:  # the fuller name says better whose it is: "Công an" of a superior's plan is "Công an xã" here
        row.name, row.kind = unit.name, kind if row.is_elsewhere else row.kind
        row.save(update_fields=["name", "kind"])
    return row


def _add(commune: Commune, name: str, *, kind: UnitKind, actor: Actor, at: datetime) -> Unit:
    unit = Unit.objects.create(commune=commune, name=name, kind=kind)
    audit.record("units.unit.added", target=unit, by=actor, at=at, detail={"name": name, "kind": unit.kind})
    return unit
