"""Who is silent or late, and who can mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from loa.campaigns.selectors import late_lines, lines_by_unit
from loa.console.today.wording import moment_name, today_of
from loa.core.actor import Actor
from loa.delivery.selectors import silent_outlets
from loa.units.models import Membership, Unit
from loa.units.rights import Right
from loa.vietnamese.sorting import sort_key

MOST_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Silent:
    """A loudspeaker without a word since `since`; `people` act for the unit that looks after it."""

    outlet_id: int
    name: str
    count: int
    since: str
    unit: Unit | None
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LateUnit:
    """A unit with `count` late duties, the longest by `days` days (None where its own people call it late)."""

    unit: Unit
    count: int
    days: int | None
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quiet:
    """The first few of each, and how many more there are."""

    silent: tuple[Silent, ...]
    late: tuple[LateUnit, ...]
    more_silent: int
    more_late: int


def who_is_quiet(actor: Actor, *, now: datetime) -> Quiet:
    """Silent loudspeakers and late units that the actor may know of, with the people of their units. Seven queries."""
    outlets = silent_outlets(actor, now=now) if actor.may(Right.SEE_DELIVERY) else []
    lines = late_lines(actor, today_of(now)) if actor.may(Right.SEE_ASSIGNMENTS) else []
    groups = sorted(lines_by_unit(lines), key=lambda group: group[1][0].days_left or 0)
    units = {one.outlet.unit_id for one in outlets} | {unit.pk for unit, _lines in groups}
    people = _people_of(actor, [pk for pk in units if pk is not None])
    silent = [
        Silent(
            outlet_id=one.outlet.pk,
            name=one.outlet.name,
            count=one.count,
            since=moment_name(one.since, now=now),
            unit=one.outlet.unit,
            people=people.get(one.outlet.unit_id or 0, ()),
        )
        for one in outlets[:MOST_SHOWN]
    ]
    late = [
        LateUnit(unit, len(lines), _days_late(lines[0].days_left), people.get(unit.pk, ()))
        for unit, lines in groups[:MOST_SHOWN]
    ]
    return Quiet(tuple(silent), tuple(late), max(0, len(outlets) - MOST_SHOWN), max(0, len(groups) - MOST_SHOWN))


def _days_late(days_left: int | None) -> int | None:
    return -days_left if days_left is not None and days_left < 0 else None


def _people_of(actor: Actor, units: Iterable[int]) -> dict[int, tuple[str, ...]]:
    """The names of those who act for each unit, in Vietnamese order."""
    rows = Membership.objects.visible_to(actor).filter(unit_id__in=units, user__is_active=True)
    names: dict[int, set[str]] = {}
    for unit_id, name in rows.values_list("unit_id", "user__display_name"):
        names.setdefault(unit_id, set()).add(name)
    return {unit_id: tuple(sorted(found, key=sort_key)) for unit_id, found in names.items()}
