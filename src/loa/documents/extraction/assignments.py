"""Who does what: labelled lines, clauses headed by a unit, subjects of sentences, partners of `phối hợp`, requests."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from .assignment_rows import (
    ASKED,
    LABELLED,
    LABELLED_SUPPORT,
    LEAD,
    LISTED,
    LISTED_SUPPORT,
    REQUEST,
    SUPPORT,
    FoundAssignment,
    Reading,
    body_key,
    rows_of,
)
from .assignment_sentences import (
    HELPS,
    as_helpers,
    clauses_of,
    duties_of,
    helpers,
    invited_in,
    partners,
    subjects,
    told_in,
)
from .body import Body, Passage, is_purpose, is_short, is_target, sentences_of
from .labels import Label, labels_in, only_lists
from .outline import Item
from .slogans import is_slogan
from .unit_headings import headed_by
from .units import UNIT, list_end
from .wording import folded

_NO_DUTY_SECTION = re.compile(r"(?:doi tuong(?!,? (?:kiem tra|giam sat))|pham vi|nguyen tac)\b")
_TAIL = 40  # letters at the end of a line that announces the list below it
_NAMELESS = re.compile(r"(?:\s?,\s?(?:to chuc|ca nhan|don vi|co quan))+$")
_LEFT_OPEN = re.compile(r"[Pp]hối hợp(?: chặt chẽ)?(?: với)?\s*:?$")


def assignments_of(body: Body) -> list[FoundAssignment]:
    """Every (clause, unit, role) of the body, each once; nameless doers only where no named unit has their role."""
    reader = _Reader()
    for item, passages in groupby(body.passages(), key=lambda passage: passage.item):
        if is_purpose(item):
            continue
        only_told = _names_no_duty(item)
        reaching = is_target(item)
        for passage in passages:
            if is_slogan(passage):
                continue
            labels = labels_in(passage.paragraph.text, passage.at)
            if only_told or (reaching and not labels):
                reader.found += told_in(passage, acting=only_told)
            else:
                reader.read(passage, labels)
    return _distinct(reader.found)


class _Reader:
    """What has been read so far: rows, a label left open for the dash lines below it, the units of the headings."""

    def __init__(self) -> None:
        self.found: list[FoundAssignment] = []
        self._open: tuple[Item, str] | None = None
        self._headed: dict[int, set[str]] = {}

    def read(self, passage: Passage, labels: Sequence[Label]) -> None:
        """Add the rows of one passage."""
        if labels:
            self.found += _labelled(passage, labels)
            self._open = (passage.item, labels[-1].role) if labels[-1].is_open else None
        elif self._open and self._open[0] is passage.item and passage.is_bullet:
            self.found += _listed(passage, self._open[1])
        elif only_lists(passage.words):
            self.found += invited_in(passage)
        else:
            self._open = (passage.item, SUPPORT) if _LEFT_OPEN.search(passage.paragraph.text[-_TAIL:]) else None
            self.found += self._heading(passage) or _running(passage, self._heads(passage))

    def _heading(self, passage: Passage) -> list[FoundAssignment]:
        rows = headed_by(passage) if passage.is_heading else []
        if not rows:
            return []
        self._headed[id(passage.item)] = {body_key(row.row.unit) for row in rows}
        return [*rows, *_behind_heading(passage, rows[-1].end, heads=self._heads(passage))]

    def _heads(self, passage: Passage) -> set[str]:
        return {key for item in passage.item.chain for key in self._headed.get(id(item), ())}


def _names_no_duty(item: Item) -> bool:
    """Whom the plan is for, how far it reaches, what is rewarded: bodies are named there without a duty."""
    return any(is_short(step.heading) and _NO_DUTY_SECTION.match(folded(step.heading)) for step in item.chain)


def _labelled(passage: Passage, labels: Sequence[Label]) -> Iterator[FoundAssignment]:
    text = passage.paragraph.text
    for label in labels:
        if label.role == SUPPORT:
            yield from rows_of(passage, label.at, end=list_end(text, label.at, end=label.end), reading=LABELLED_SUPPORT)
            continue
        yield from _led(passage, label.at, end=label.end, reading=LABELLED)
    yield from partners(passage, passage.at, end=labels[0].start)


def _led(passage: Passage, start: int, *, end: int, reading: Reading) -> Iterator[FoundAssignment]:
    """`X chủ trì, phối hợp với Y`, or a plain list of leaders."""
    text = passage.paragraph.text
    for first, last in sentences_of(text[:end], start):
        stop = list_end(text, first, end=last) if UNIT.match(text, first) else first
        if stop > first:
            yield from rows_of(
                passage, first, end=stop, reading=LABELLED_SUPPORT if HELPS.match(text, stop) else reading
            )
        yield from partners(passage, stop, end=last)
        yield from helpers(passage, stop, end=last)


def _listed(passage: Passage, role: str) -> Iterator[FoundAssignment]:
    """A dash line under an open label `Cơ quan thực hiện:`."""
    text = passage.paragraph.text
    if role == LEAD:
        yield from _led(passage, passage.at, end=len(text), reading=LISTED)
    elif UNIT.match(text, passage.at):
        yield from rows_of(passage, passage.at, end=list_end(text, passage.at), reading=LISTED_SUPPORT)


def _running(passage: Passage, heads: set[str]) -> Iterator[FoundAssignment]:
    text = passage.paragraph.text
    requested: set[str] = set()
    list_is_open = False
    for start, end in clauses_of(text, passage.at):
        if list_is_open and text[start].islower() and UNIT.match(text, start):
            yield from rows_of(passage, start, end=list_end(text, start, end=end), reading=LISTED_SUPPORT)
        else:
            subject, leaders = duties_of(passage, start, end=end)
            if passage.carries_on and start == passage.at:
                subject = []
            if "chủ trì" in text[passage.at : start]:
                subject = as_helpers(text, subject, end=end)
            subject = _still_asked(subject, requested)
            requested |= {body_key(row.row.unit) for row in subject if row.row.role == REQUEST}
            yield from (row for row in [*subject, *leaders] if not _is_head(row, heads))
        helping = list(partners(passage, start, end=end))
        yield from helping
        list_is_open = bool(helping) and helping[-1].end >= end - 1 and text[end - 1] == ";"


def _behind_heading(passage: Passage, at: int, *, heads: set[str]) -> Iterator[FoundAssignment]:
    """The rest of `Sở A: …; Sở B: …`: partners of the first, and further sentences with doers of their own."""
    text = passage.paragraph.text
    yield from partners(passage, at, end=len(text))
    for number, (start, end) in enumerate(clauses_of(text, at)):
        if number and UNIT.match(text, start):
            yield from (row for row in subjects(passage, start, end=end) if not _is_head(row, heads))


def _still_asked(rows: list[FoundAssignment], requested: set[str]) -> list[FoundAssignment]:
    """`Đề nghị X …. X và Y vận động …`: what follows of the body asked is asked too."""
    if not any(body_key(row.row.unit) in requested for row in rows):
        return rows
    return [replace(row, row=replace(row.row, role=REQUEST), rule=ASKED.rule) for row in rows]


def _is_head(row: FoundAssignment, heads: set[str]) -> bool:
    """Under a heading that names the unit, neither the unit again nor a nameless doer is one more entry."""
    key = _without_more(body_key(row.row.unit))
    return bool(heads) and (row.is_vague or key in heads or any(head.startswith(f"{key},") for head in heads))


def _without_more(key: str) -> str:
    """`Doanh nghiệp viễn thông, tổ chức` under `Các doanh nghiệp viễn thông` is the heading's unit, said again."""
    return _NAMELESS.sub("", key)


def _distinct(found: Sequence[FoundAssignment]) -> list[FoundAssignment]:
    requested = {(item.row.clause, body_key(item.row.unit)) for item in found if item.row.role == REQUEST}
    named = {(item.row.clause, item.row.role) for item in found if not item.is_vague}
    seen: set[tuple[str, str, str]] = set()
    out: list[FoundAssignment] = []
    for item in found:
        key = (item.row.clause, body_key(item.row.unit), item.row.role)
        if item.row.role == LEAD and key[:2] in requested:
            continue
        if key in seen or (item.is_vague and (item.row.clause, item.row.role) in named):
            continue
        seen.add(key)
        out.append(item)
    return out
