"""What a person said of the names of units, carried to a revised plan: pair by pair, never by the row. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from loa.documents.ports import ExtractionResult
from loa.documents.review.changes import Change, Review
from loa.documents.review.netting import UNITS, row_of
from loa.documents.review.standing import NotCarried, Why
from loa.documents.review.unit_deeds import not_same_unit, same_unit


@dataclass(frozen=True, slots=True)
class Said:
    """Two names are one unit, or two."""

    first: str
    second: str
    is_one: bool


def said_of_units(before: Review, after: Review) -> list[Said]:
    """What one deed, which led from `before` to `after`, said of names.

    That other rows no longer doubt a name of the unit follows from it and is not said again.
    """
    rows = list(dict.fromkeys(row_of(change.field) for change in after.changes[len(before.changes) :]))
    names = list(dict.fromkeys(name for review in (before, after) for row in rows for name in _names(review, row)))
    own = {name: row for row in rows for name in _names(after, row, sure=True)}
    one, two, still_one = [], [], []
    for first, second in combinations(names, 2):
        if _is_one(after, (first, second)):
            if not _is_one(before, (first, second)) or _is_confirmed(before, after, row=own.get(first)):
                one.append(Said(first, second, is_one=True))
            else:
                still_one.append(Said(first, second, is_one=True))
        elif _is_one(before, (first, second)) or _is_doubted(before, (first, second)) or len(own) == len(rows) == 2:
            two.append(Said(first, second, is_one=False))
    return one or (two and [*two, *still_one])  # a name that leaves a unit leaves the others together


def carry_said(said: Said, *, former: ExtractionResult, new: Review, now: Review) -> list[Change]:
    """The changes that say the same of the new reading.

    :param new: with what people corrected there themselves. :param now: with what was carried over so far as well.
    :raises NotCarried: a name that the earlier plan printed is no longer there, or somebody has said otherwise.
    """
    names, known = (said.first, said.second), printed_names(former)
    there = printed_names(now.result)
    if not there.intersection(names) or any(name in known and name not in there for name in names):
        raise NotCarried(Why.GONE)
    if _is_one(new, names) != said.is_one and any(_is_told(new, name) for name in names):
        raise NotCarried(Why.CORRECTED)
    return (same_unit if said.is_one else not_same_unit)(now, first=said.first, second=said.second)


def printed_names(result: ExtractionResult) -> set[str]:
    """Every name of a unit that was read."""
    spelled = {name for row in result.units for name in (row.name, *row.alternatives, *row.doubtful)}
    return spelled | {row.unit for row in result.assignments}


def _names(review: Review, row: str, *, sure: bool = False) -> Iterator[str]:
    rows: Sequence[dict[str, list[str]] | None] = review.data[UNITS]
    number = int(row.rpartition("/")[2])
    unit = rows[number] if number < len(rows) else None
    if unit is not None:
        yield str(unit["name"])
        yield from unit["alternatives"]
        yield from () if sure else unit["doubtful"]


def _is_one(review: Review, pair: tuple[str, str]) -> bool:
    return any(row is not None and set(pair) <= {row["name"], *row["alternatives"]} for row in review.data[UNITS])


def _is_doubted(review: Review, pair: tuple[str, str]) -> bool:
    first, second = pair
    for row in review.data[UNITS]:
        if row is not None:
            sure, doubtful = {row["name"], *row["alternatives"]}, set(row["doubtful"])
            if (first in sure and second in doubtful) or (second in sure and first in doubtful):
                return True
    return False


def _is_confirmed(before: Review, after: Review, *, row: str | None) -> bool:
    """A row that was said to be right as it was."""
    fresh = after.changes[len(before.changes) :]
    return any(change.field == row and change.was == change.became for change in fresh)


def _is_told(review: Review, name: str) -> bool:
    """Whether somebody has said of the new reading whose name it is."""
    told = (change.became for change in review.changes if change.field.startswith(f"/{UNITS}/"))
    return any(isinstance(row, dict) and name in (row["name"], *row["alternatives"]) for row in told)
