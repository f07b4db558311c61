"""The plan that a reviewed reading makes. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from loa.campaigns.plan import Plan
from loa.campaigns.task_tables import with_task_tables
from loa.documents.review.changes import Change, Review


def reviewed_plan(review: Review) -> Plan:
    """The plan of a reading as corrected, with the duties of its task tables."""
    return Plan(with_task_tables(review.outcome), frozenset(_settled(review.changes)))


def _settled(changes: Iterable[Change]) -> Iterator[str]:
    """The names of units of which a person has said whose they are."""
    for change in changes:
        for row in (change.was, change.became):
            if change.field.startswith("/units/") and isinstance(row, Mapping):
                yield from (row["name"], *row["alternatives"], *row["doubtful"])
