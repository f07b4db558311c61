"""Giving a standing row the words that the revised plan has for it; the row, and all that was done on it, stays."""

from __future__ import annotations

from collections.abc import Iterable

from loa.campaigns.models import Activity, Assignment, Campaign, OpenQuestion, OutsideClause
from loa.campaigns.models.quoted import QuotedRow
from loa.campaigns.revision import Row
from loa.campaigns.selectors.revising import plan_rows
from loa.core.services.search import forget_row

_ANSWER = frozenset({"answer", "answered_at", "answered_by"})  # stays with its question, unless there is a newer one
_STAYS = frozenset({"id", "campaign"})


def merge_rows(campaign: Campaign, pairs: Iterable[tuple[Row, Row]]) -> None:
    """In each pair the standing row takes the words, children and place of the fresh one, which goes.

    Rows that have no pair are left as they are.
    """
    every, rows = list(pairs), plan_rows(campaign)
    for kind, found in rows.items():
        known = found.in_bulk()
        for standing, fresh in every:
            if standing.kind == kind:
                _merge(known[standing.pk], known[fresh.pk])


def _merge(standing: QuotedRow, fresh: QuotedRow) -> None:
    _hand_over(standing, fresh)
    stays = _STAYS if _is_answered_later(fresh, standing) else _STAYS | _ANSWER
    values = {one.name: getattr(fresh, one.name) for one in fresh._meta.concrete_fields if one.name not in stays}
    forget_row(fresh)
    fresh.delete()  # before its twin takes its place: one row a clause
    for name, value in values.items():
        setattr(standing, name, value)
    standing.save()


def _is_answered_later(fresh: QuotedRow, standing: QuotedRow) -> bool:
    """Whether the review of the revised plan answered what nobody had answered, or answered it otherwise."""
    if not (isinstance(fresh, OpenQuestion) and isinstance(standing, OpenQuestion)) or fresh.answered_at is None:
        return False
    if standing.answered_at is None:
        return True
    return standing.answer != fresh.answer and standing.answered_at < fresh.answered_at


def _hand_over(standing: QuotedRow, fresh: QuotedRow) -> None:
    """The children that a plan makes are those of the new one."""
    if isinstance(standing, Assignment) and isinstance(fresh, Assignment):
        standing.deadlines.all().delete()
        fresh.deadlines.update(assignment=standing)
    elif isinstance(standing, Activity) and isinstance(fresh, Activity):
        standing.channels.all().delete()
        fresh.channels.update(activity=standing)
    elif isinstance(standing, OutsideClause) and isinstance(fresh, OutsideClause):
        fresh.topics.update(outside=standing)
        fresh.activities.update(outside=standing)
