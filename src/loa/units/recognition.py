"""Which unit a printed name belongs to, as plain values: nothing is read or written here.

A review asks this beforehand, `recognise_units` does it for good; both come to the same answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from loa.units.models.unit import NAME_LETTERS
from loa.vietnamese import unit_names


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two printed names taken for one unit (`is_one_unit`: a person should say so), or two that might be."""

    printed: str
    known_as: str
    is_one_unit: bool


@dataclass(slots=True)
class KnownUnit:
    """A unit under all its names; `key` is its row, None for one that these names bring."""

    name: str
    spellings: list[str] = field(default_factory=list)
    key: int | None = None
    is_renamed: bool = False
    new_spellings: list[str] = field(default_factory=list)
    implied: set[str] = field(default_factory=set)  # spellings that it has by what the plan says of its names alone

    def is_spelled(self, name: str) -> bool:
        """Whether it is called `name` or is written so somewhere: case, tone placement and punctuation aside."""
        wanted = unit_names.spelling(name)
        every = (self.name, *self.spellings, *self.new_spellings)
        return any(unit_names.spelling(text) == wanted for text in every)

    def add_spelling(self, text: str) -> None:
        """Keep a way in which it is written."""
        if text not in self.spellings and text not in self.new_spellings:
            self.new_spellings.append(text)


@dataclass(frozen=True, slots=True)
class Told:
    """What the plan or a person says of its names: each of `groups` names one unit, its fullest name first.

    Names of two groups are two units, but for the pairs in `doubtful`, of which nobody is sure. Of the names in
    `settled` a person has spoken: they are asked about no more.
    """

    groups: tuple[tuple[str, ...], ...] = ()
    doubtful: frozenset[frozenset[str]] = frozenset()
    settled: frozenset[str] = frozenset()

    def names_of(self, name: str) -> tuple[str, ...]:
        """All names that surely mean the same as `name`, itself included."""
        return next((group for group in self.groups if name in group), (name,))

    def is_apart(self, first: str, second: str) -> bool:
        """Whether the two are surely two units."""
        one, other = self.names_of(first), self.names_of(second)
        if one == other or one not in self.groups or other not in self.groups:
            return False
        return not any(frozenset((left, right)) in self.doubtful for left in one for right in other)


@dataclass(slots=True)
class Recognition:
    """The units of one commune, and what the names of a plan make of them."""

    known: list[KnownUnit]
    endings: unit_names.Endings
    told: Told = field(default_factory=Told)
    units: dict[str, KnownUnit] = field(default_factory=dict)
    likenesses: list[Likeness] = field(default_factory=list)

    def take(self, names: Iterable[str]) -> None:
        """Give each of `names` its unit; those with most words go first, so that abbreviations find what they mean."""
        # A run-on line that was taken for a name still gets its unit; the plan keeps the whole of it.
        short = {name: name[:NAME_LETTERS] for name in names}
        for name in _fullest_first(short.values()):
            self.units[name] = self._unit(name)
        self.units |= {name: self.units[cut] for name, cut in short.items()}

    def _unit(self, name: str) -> KnownUnit:
        names = [one[:NAME_LETTERS] for one in self.told.names_of(name)]
        unit = self._recognised(name, names)
        if unit is None:
            unit = KnownUnit(names[0])
            self.known.append(unit)
        for spelling in (name, *names):
            if spelling == name:
                unit.add_spelling(spelling)
            elif not any(other.is_spelled(spelling) for other in self.known):
                unit.add_spelling(spelling)
                unit.implied.add(unit_names.spelling(spelling))
        return unit

    def _recognised(self, name: str, names: Sequence[str]) -> KnownUnit | None:
        for one in (name, *names):
            same = next((unit for unit in self.known if unit.is_spelled(one)), None)
            if same is not None:
                self._ask_once(same, name)
                return same
        alike = [unit for unit in self.known if self._is_alike(unit, name=name, names=names)]
        self.likenesses += [Likeness(name, unit.name, is_one_unit=len(alike) == 1) for unit in alike]
        if len(alike) != 1:
            return None
        self._rename(alike[0], names[0])
        return alike[0]

    def _ask_once(self, unit: KnownUnit, name: str) -> None:
        """A name that is the unit's by the plan's own likeness of names is told to a person, who may know better."""
        spelling = unit_names.spelling(name)
        if spelling in unit.implied and spelling != unit_names.spelling(unit.name) and name not in self.told.settled:
            self.likenesses.append(Likeness(name, unit.name, is_one_unit=True))
        unit.implied.discard(spelling)

    def _is_alike(self, unit: KnownUnit, *, name: str, names: Sequence[str]) -> bool:
        if self.told.is_apart(name, unit.name):
            return False
        return any(unit_names.names_one_unit(one, unit.name, endings=self.endings) for one in names)

    def _rename(self, unit: KnownUnit, name: str) -> None:
        """A unit is called by its fullest name."""
        is_free = all(other.name != name for other in self.known)
        if len(name.split()) > len(unit.name.split()) and is_free:
            unit.name, unit.is_renamed = name, True


def _fullest_first(names: Iterable[str]) -> list[str]:
    distinct = list(dict.fromkeys(names))
    return sorted(distinct, key=lambda name: (-len(name.split()), distinct.index(name)))
