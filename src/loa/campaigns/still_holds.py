"""Whether a revised plan says what a person corrected in the reading of the former one. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from loa.campaigns.plan import Plan
from loa.documents.review.changes import LABELS, Change, plain_row, split
from loa.vietnamese.folding import fold

_TIMES = ("start", "end", "every", "day")


def still_holds(change: Change, after: Plan, *, clauses: Mapping[str, str]) -> bool:
    """Whether the corrected value stands in `after`, or what was taken out stands there no more.

    :param clauses: the label of each clause of the former plan → that of the same clause in `after`.
    """
    group, _number, part = split(change.field)
    gone = change.became is None
    value = plain_row(change.was if gone else change.became)
    if part is not None or group == "header":
        return _says(after, value) != gone
    return _has(after, group, row=value, clauses=clauses) != gone


def _has(plan: Plan, group: str, *, row: Any, clauses: Mapping[str, str]) -> bool:
    """Whether the plan has such a row: of a period its days, of all else its clause and who is named in it."""
    rows: Iterable[Any] = getattr(plan.result, group, ())
    if group in LABELS:
        return clauses.get(str(row)) in tuple(rows)
    if group == "windows":
        return any(all(getattr(one, name) == row[name] for name in _TIMES) for one in rows)
    if group == "assignments":
        doer = (clauses.get(row["clause"]), _even(row["unit"]), row["role"])
        return any((one.clause, _even(one.unit), one.role) == doer for one in rows)
    if group in ("activities", "costs"):
        return any(one.clause == clauses.get(row["clause"]) for one in rows)
    if group == "units":
        names = (row["name"], sorted(row["alternatives"]))
        return any((one.name, sorted(one.alternatives)) == names for one in rows)
    words = [part for name, part in row.items() if isinstance(part, str) and name in ("receiver", "text", "content")]
    return bool(words) and all(_says(plan, part) for part in words)


def _says(plan: Plan, value: Any) -> bool:
    """Whether the value stands somewhere in the plan as a person would name it."""
    read, wanted = plan.result, _even(value)
    said: list[Any] = [getattr(read.header, name) for name in read.header.__dataclass_fields__]
    said += [row.unit for row in read.assignments] + [duty.receiver for duty in read.reporting]
    said += [row.text for row in read.audiences] + [row.title for row in read.activities]
    said += [row.content for row in read.tasks]
    said += [day for window in read.windows for day in (window.start, window.end, window.every)]
    return any(part is not None and _even(part) == wanted for part in said)


def _even(value: object) -> str:
    return " ".join(fold(str(value)).split())
