"""What needs a person: found by source, ranked, cut to what one look takes in. Pure: no database."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

MOST_SHOWN = 5
URGENCY = ("r", "y", "n")


@dataclass(frozen=True, slots=True)
class Need:
    """One thing to do. `rating` is `r`, `y` or `n`; `badge` says why now; one button leads to where it is done."""

    rating: str
    badge: str
    title: SafeString
    why: SafeString
    url: str
    button: str


@dataclass(frozen=True, slots=True)
class Found:
    """What one source found, the most urgent first.

    :param place: the URL name of the place in the navigation that holds all of it.
    :param total: how many there are; `needs` may hold the first ones only.
    """

    place: str
    needs: tuple[Need, ...]
    total: int

    @classmethod
    def all_of(cls, place: str, needs: Sequence[Need]) -> Found:
        """A source that found no more than `needs`."""
        return cls(place, tuple(needs), len(needs))


@dataclass(frozen=True, slots=True)
class Todo:
    """What is shown, and how many more there are: pairs of a place's URL name and a number."""

    shown: tuple[Need, ...]
    rest: tuple[tuple[str, int], ...]

    @property
    def count(self) -> int:
        """How many are shown."""
        return len(self.shown)

    @property
    def more(self) -> int:
        """How many are not shown."""
        return sum(count for _place, count in self.rest)


def most_urgent(found: Sequence[Found], *, most: int = MOST_SHOWN) -> Todo:
    """The `most` most urgent needs of all sources.

    Red before yellow before the others. Among equals the first of each source comes before the second of any, so
    that ten late offices hide no loudspeaker; then the order in which the sources are given.
    """
    placed = [
        (URGENCY.index(need.rating), turn, need, one.place) for one in found for turn, need in enumerate(one.needs)
    ]
    first = sorted(placed, key=lambda row: row[:2])[:most]
    rest = Counter[str]()
    for one in found:
        rest[one.place] += one.total
    rest.subtract(place for _urgency, _turn, _need, place in first)
    return Todo(
        shown=tuple(need for _urgency, _turn, need, _place in first),
        rest=tuple((place, count) for place, count in rest.items() if count > 0),
    )
