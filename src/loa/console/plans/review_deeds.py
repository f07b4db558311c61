"""What a filled-in row asks for, as the changes of one deed. Nothing is written here."""

from __future__ import annotations

from typing import Any

from loa.console.plans.review_forms import HEADER_FIELD, RowForm, seen_in
from loa.console.plans.review_rows import AUDIENCES, HEADER, Row, Rows, audience_of
from loa.documents.review.changes import LABELS, Change, Review
from loa.documents.review.deeds import add_row, remove_row, restore_row, set_header, set_row
from loa.documents.review.refusals import StaleCorrection

# What a row has that its form does not ask for.
UNASKED: dict[str, dict[str, Any]] = {
    "windows": {"day": None},
    "reporting": {"is_periodic": False},
    "tasks": {"annex": "", "number": ""},
}
REMOVE, RESTORE = "remove", "restore"


def changed(review: Review, row: Row, *, form: RowForm, rows: Rows, deed: str = "") -> list[Change]:
    """The changes of a row: removed or put back where `deed` says so, else as its form says.

    :raises StaleCorrection: the row is no longer what the writer saw. :raises WrongCorrection: it cannot be so.
    """
    if seen_in(form) != row.value:
        raise StaleCorrection
    if deed == RESTORE:
        return restore_row(review, row.pointer)
    if deed == REMOVE:
        return set_header(review, row.key, value=None) if row.group == HEADER else remove_row(review, row.pointer)
    values = form.values
    if row.group == HEADER:
        return set_header(review, row.key, value=values[HEADER_FIELD])
    if row.group in LABELS:
        return _moved(review, row, values=values, rows=rows)
    return set_row(review, row.pointer, **_whole(row.group, values))


def added(review: Review, group: str, *, values: dict[str, Any], rows: Rows) -> list[Change]:
    """The changes that add a row of a group.

    :raises WrongCorrection: it cannot be.
    """
    if group in LABELS:
        changes = add_row(review, group, row={"label": values["clause"]})
        return [*changes, *_spoken_to(review.with_changes(*changes), values, rows=rows)]
    return add_row(review, group, row={**UNASKED.get(group, {}), **_whole(group, values)})


def _whole(group: str, values: dict[str, Any]) -> dict[str, Any]:
    """A report with an interval is a periodic one."""
    if group == "reporting" and values["every"]:
        return {**values, "is_periodic": True}
    return values


def _moved(review: Review, row: Row, *, values: dict[str, Any], rows: Rows) -> list[Change]:
    """A label list holds clauses: another clause is another row."""
    changes: list[Change] = []
    if values["clause"] != row.value:
        changes += remove_row(review, row.pointer)
        changes += add_row(review.with_changes(*changes), row.group, row={"label": values["clause"]})
    return [*changes, *_spoken_to(review.with_changes(*changes), values, rows=rows)]


def _spoken_to(review: Review, values: dict[str, Any], *, rows: Rows) -> list[Change]:
    """To whom a topic speaks is a row of its own, on the same clause."""
    if "audience" not in values:
        return []
    clause, text = values["clause"], values["audience"]
    known = audience_of(rows, clause)
    if known is None:
        return add_row(review, AUDIENCES, row={"clause": clause, "text": text}) if text else []
    return set_row(review, known.pointer, text=text) if text else remove_row(review, known.pointer)
