"""What people corrected in the former reading and the revised plan does not say: each row once, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from loa.campaigns.revision import FormerCorrection
from loa.console.plans.review_words import GROUP_LABELS, words_of
from loa.documents.ports import Clause
from loa.documents.review.changes import Review, plain_row, split

_OF_ONE_PAPER = frozenset(
    {"number", "date", "signer"}
)  # a revised plan has its own; blank ones are asked in its review


@dataclass(frozen=True, slots=True)
class LostCorrection:
    """A row that was corrected: what it is, how it was read, how it was corrected; empty where there was none."""

    name: str
    was: str
    became: str


def lost_corrections(corrections: Iterable[FormerCorrection], former: Review) -> list[LostCorrection]:
    """The corrected rows of which something no longer holds, in the order in which they were first corrected.

    :param former: the reading of the former plan with its corrections.
    """
    rows: dict[str, list[FormerCorrection]] = {}
    for one in corrections:
        rows.setdefault(_row_of(one.change.field), []).append(one)
    return list(_told(rows, former))


def _told(rows: Mapping[str, list[FormerCorrection]], former: Review) -> Iterator[LostCorrection]:
    as_read, clauses = Review(former.result), {clause.label: clause for clause in former.outcome.clauses}
    for pointer, found in rows.items():
        group, number, part = split(pointer)
        if group not in GROUP_LABELS or part in _OF_ONE_PAPER or all(one.still_holds for one in found):
            continue
        first = found[0].change
        was = plain_row(first.was) if first.field == pointer else as_read.value(pointer)
        became = former.value(pointer)
        if was != became:
            yield _words(group, part or str(number), was=was, became=became, clauses=clauses)


def _words(group: str, key: str, *, was: Any, became: Any, clauses: Mapping[str, Clause]) -> LostCorrection:
    before, after = (
        words_of(group, key, value=value, clauses=clauses) if value is not None else None for value in (was, became)
    )
    name = next(words.name for words in (after, before) if words is not None)
    return LostCorrection(name, before.line if before else "", after.line if after else "")


def _row_of(pointer: str) -> str:
    group, number, part = split(pointer)
    return f"/{group}/{part}" if number is None else f"/{group}/{number}"
