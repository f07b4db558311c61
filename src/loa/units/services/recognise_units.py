"""Knowing again, under all its printed names, the unit a plan speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from loa.core.actor import Actor
from loa.core.services import audit
from loa.units import unit_names
from loa.units.models import Commune, Unit, UnitAlias, UnitKind
from loa.units.models.unit import NAME_LETTERS
from loa.units.services.index_names import index_unit
from loa.units.unit_spelling import is_spelled


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two printed names taken for one unit (`is_certain` false: a person should say so), or two that might be."""

    printed: str
    known_as: str
    is_one_unit: bool


@dataclass(slots=True)
class RecognisedUnits:
    """The unit of each printed name, and the likenesses a person should confirm."""

    units: dict[str, Unit] = field(default_factory=dict)
    likenesses: list[Likeness] = field(default_factory=list)


@transaction.atomic
def recognise_units(*, commune: Commune, names: Sequence[str], actor: Actor, at: datetime) -> RecognisedUnits:
    """Find or make the commune's unit for each printed name, keeping every spelling as an alias.

    Names that differ in more than case, tone placement and punctuation are unified where one abbreviates the other
    or leaves out the commune, and reported as a likeness. A name that may be two units becomes a unit of its own.
    """
    Commune.objects.select_for_update().get(pk=commune.pk)
    recognised = RecognisedUnits()
    endings = unit_names.local_endings(commune.name)
    # A run-on line that was taken for a name still gets its row; the plan keeps the whole of it.
    short = {name: name[:NAME_LETTERS] for name in names}
    for name in _fullest_first(short.values()):
        known = list(Unit.objects.filter(commune=commune).prefetch_related("aliases").order_by("pk"))
        recognised.units[name] = _recognise(
            commune, name, known=known, endings=endings, likenesses=recognised.likenesses
        ) or _add(commune, name, actor=actor, at=at)
        UnitAlias.objects.get_or_create(unit=recognised.units[name], text=name)
    for unit in {unit.pk: unit for unit in recognised.units.values()}.values():
        index_unit(unit)
    recognised.units |= {name: recognised.units[cut] for name, cut in short.items()}
    return recognised


def _fullest_first(names: Iterable[str]) -> list[str]:
    """Each name once, the one with most words first, so that abbreviations find what they stand for."""
    distinct = list(dict.fromkeys(names))
    return sorted(distinct, key=lambda name: (-len(name.split()), distinct.index(name)))


def _recognise(
    commune: Commune, name: str, *, known: list[Unit], endings: unit_names.Endings, likenesses: list[Likeness]
) -> Unit | None:
    same = [unit for unit in known if is_spelled(name, unit)]
    if same:
        return same[0]
    alike = [unit for unit in known if unit_names.names_one_unit(name, unit.name, endings=endings)]
    likenesses.extend(Likeness(name, unit.name, is_one_unit=len(alike) == 1) for unit in alike)
    if len(alike) != 1:
        return None
    unit = alike[0]
    if len(name.split()) > len(unit.name.split()) and not Unit.objects.filter(commune=commune, name=name).exists():
        Unit.objects.filter(pk=unit.pk).update(name=name)
        unit.name = name
    return unit


def _add(commune: Commune, name: str, *, actor: Actor, at: datetime) -> Unit:
    unit = Unit.objects.create(commune=commune, name=name, kind=UnitKind(unit_names.kind_value(name)))
    audit.record("units.unit.added", target=unit, by=actor, at=at, detail={"name": name, "kind": unit.kind})
    return unit
