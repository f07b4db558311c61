"""A plan as the campaign needs it: its clauses as a tree, where each statement stands, what is outside Loa. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby

from loa.campaigns.acts import acts_of
from loa.campaigns.boundary import Extent, Verdict, judge
from loa.campaigns.task_tables import CLAUSE_LETTERS
from loa.campaigns.work_names import is_field, names_only, part_of, says_work
from loa.documents.ports import (
    ActivityRow,
    Anchor,
    AssignmentRow,
    Clause,
    CostRow,
    ExtractionResult,
    ReportingDuty,
    Window,
)
from loa.vietnamese.folding import fold

_AIMS = re.compile(r"(?:muc dich|yeu cau|muc tieu|quan diem|phuong cham|nguyen tac|can cu|chi tieu|phan thu nhat)\b")
_HEADING_WORDS = 10
CUT = "[…]"
Span = tuple[date | None, date | None]  # first and last day, both inclusive; None where none is stated


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand in the plan: their clause ("" outside all of them), the quote, the lines (inclusive)."""

    clause: str
    quote: str
    line_from: int
    line_to: int


@dataclass(frozen=True)
class Plan:
    """One extraction, asked by clause; of the units of `settled_names` a person has said which they are."""

    result: ExtractionResult
    settled_names: frozenset[str] = frozenset()

    @cached_property
    def clauses(self) -> dict[str, Clause]:
        return {clause.label: clause for clause in self.result.clauses}

    @cached_property
    def verdicts(self) -> dict[str, Verdict]:
        """What the boundary says of each clause that asks for something; aims and requirements ask for nothing."""
        asking = {label for label in self.clauses if label in self._working or not self._is_aim(label)}
        return {label: judge(clause.heading, clause.text) for label, clause in self.clauses.items() if label in asking}

    @cached_property
    def _working(self) -> frozenset[str]:
        read = self.result
        doers, forms = (row.clause for row in read.assignments), (row.clause for row in read.activities)
        return frozenset([*read.topics, *doers, *forms])

    def chain(self, label: str) -> Iterator[Clause]:
        """The clause and those above it, the innermost first."""
        clause = self.clauses.get(label)
        while clause is not None:
            yield clause
            clause = self.clauses.get(clause.parent) if clause.parent else None

    def children(self, label: str) -> list[str]:
        return [clause.label for clause in self.result.clauses if clause.parent == label]

    def _is_aim(self, label: str) -> bool:
        headings = (fold(clause.heading).strip() for clause in self.chain(label))
        return any(_AIMS.match(heading) and len(heading.split()) <= _HEADING_WORDS for heading in headings)

    def outside_clause(self, label: str) -> str | None:
        """The clause, itself or the nearest above, that is outside Loa as a whole."""
        for clause in self.chain(label):
            verdict = self.verdicts.get(clause.label)
            if verdict is not None and verdict.extent is Extent.WHOLE:
                return clause.label
        return None

    def is_work(self, label: str) -> bool:
        """Whether anything of the clause is work: it is not outside, nor is all that stands under it."""
        if self.outside_clause(label) is not None:
            return False
        below = self.children(label)
        return not below or self._says_something(label) or any(self.is_work(child) for child in below)

    def _says_something(self, label: str) -> bool:
        clause = self.clauses[label]
        return bool(acts_of(clause.text[len(clause.heading) :]))

    def words_of(self, label: str) -> str:
        """The clause's own words that are not outside Loa, paragraphs apart."""
        verdict = self.verdicts.get(label)
        return verdict.rest if verdict else self.clauses[label].text.strip()

    def duty_of(self, label: str) -> str:
        """What the clause asks for, a paragraph a line: its words (a heading that only names the doer left out),
        then those of the clauses under it. Lines that only say who and when are no duty."""
        words, heading = self.words_of(label), self.clauses[label].heading.strip()
        border = len(heading) if words.startswith(heading) else 0
        if border and self._names_doer(label, heading):
            words, border = words[border:], 0
        border = 0 if heading.endswith(":") else border  # what stands behind the colon belongs to it
        paragraphs = groupby(acts_of(words, border=border), key=lambda act: act.paragraph)
        own = "\n".join(" ".join(act.words.strip() for act in acts) for _number, acts in paragraphs)
        return "\n".join(part for part in (own, *map(self.duty_of, filter(self.is_work, self.children(label)))) if part)

    def work_of(self, label: str, unit: str = "") -> str:
        """What a doer of the clause has to do: what it asks for, else what the nearest clause above does.

        Where the paragraphs of a clause name different units, `unit` has its own.
        """
        units = [row.unit for row in self.result.assignments if row.clause == label]
        own = part_of(self.duty_of(label), unit, units=units)
        if not names_only(own, units):
            return own
        above = (clause.heading.strip() for clause in self.chain(label) if clause.label != label)
        return next((heading for heading in above if heading and not is_field(heading)), "")

    def _names_doer(self, label: str, heading: str) -> bool:
        """Whether the heading names who does it and no work."""
        names = [row.unit for row in self.result.assignments if row.clause == label and row.unit in heading]
        return bool(names) and not says_work(heading, names)

    def still_says(self, label: str, words: str) -> bool:
        """Whether the clause has `words` elsewhere than in its outside part: a doer, receiver or date of work."""
        verdict = self.verdicts.get(label)
        if verdict is None or verdict.extent is not Extent.PART:
            return True
        wanted = _even(words)
        return wanted in _even(verdict.rest) or not any(wanted in _even(part) for part in verdict.parts)

    def cut(self, label: str, words: str) -> str:
        """`words` of a clause on one line; what is outside Loa in a mixed clause shows as […]."""
        even, verdict = " ".join(words.split()), self.verdicts.get(label)
        for part in verdict.parts if verdict and verdict.extent is Extent.PART else ():
            even = even.replace(part, CUT)
        return even

    def place_of_clause(self, label: str) -> Place:
        """The whole clause, cut where it is mixed."""
        clause = self.clauses[label]
        return Place(label, self.cut(label, clause.text), clause.line_from, clause.line_to)

    def place_of_part(self, label: str, part: str) -> Place:
        """Words of a clause and the lines they stand on."""
        clause = self.clauses[label]
        lines = [line for line in self.result.lines if clause.line_from <= line.number <= clause.line_to]
        wanted = part.split()
        spread = [(word, line.number) for line in lines for word in line.text.split()]
        for start in range(len(spread) - len(wanted) + 1):
            found = spread[start : start + len(wanted)]
            if all(word.strip(",;.") == want.strip(",;.") for (word, _number), want in zip(found, wanted, strict=True)):
                return Place(label, part, found[0][1], found[-1][1])
        return Place(label, part, clause.line_from, clause.line_to)

    def place_of(self, pointer: str, label: str) -> Place:
        """The place the extraction gives for one field, else the whole clause, else the first line."""
        anchors: tuple[Anchor, ...] = self.result.anchors.get(pointer, ())
        if anchors:
            return Place(label, self.cut(label, anchors[0].quote), anchors[0].line_from, anchors[-1].line_to)
        if label in self.clauses:
            return self.place_of_clause(label)
        first = self.result.lines[0] if self.result.lines else None
        return Place(label, first.text if first else "", first.number if first else 1, first.number if first else 1)

    @property
    def topics(self) -> list[str]:
        """The clauses that say what to tell, each once."""
        return [label for label in dict.fromkeys(self.result.topics) if label in self.clauses]

    @property
    def activities(self) -> list[ActivityRow]:
        """The forms of communication, one a clause."""
        return list({row.clause: row for row in self.result.activities if row.clause in self.clauses}.values())

    @cached_property
    def assignments(self) -> list[tuple[str, AssignmentRow]]:
        """Who does what, without what is outside Loa, each with its pointer."""
        return [
            (f"/assignments/{number}", row)
            for number, row in enumerate(self.result.assignments)
            if row.clause in self.clauses and self.is_work(row.clause) and self.still_says(row.clause, row.unit)
        ]

    @cached_property
    def reporting(self) -> list[tuple[str, ReportingDuty]]:
        """Who reports to whom, without reports on what is outside Loa, each with its pointer."""
        return [
            (f"/reporting/{number}", duty)
            for number, duty in enumerate(self.result.reporting)
            if self.outside_clause(duty.clause) is None and self.still_says(duty.clause, duty.receiver)
        ]

    def audience_of(self, label: str) -> str:
        """To whom the clause, or the nearest above it that says so, speaks; empty where none does."""
        for clause in self.chain(label):
            said = [row.text for row in self.result.audiences if row.clause == clause.label]
            if said:
                return "; ".join(dict.fromkeys(said))
        return ""

    @cached_property
    def costs(self) -> list[tuple[Place, CostRow]]:
        """The money: each printed sum with its place, then the clauses that name it and no sum was read in."""
        sums = [
            (self.place_of(f"/costs/{number}", row.clause[:CLAUSE_LETTERS]), row)
            for number, row in enumerate(self.result.costs)
            if self.outside_clause(row.clause) is None
        ]
        priced = {row.clause for row in self.result.costs}
        plain = [
            (self.place_of(f"/budget/{number}", label), CostRow(label, ""))
            for number, label in enumerate(self.result.budget)
            if label not in priced
        ]
        return [*sums, *plain]

    def windows_near(self, label: str) -> list[Window]:
        """The windows of the clause itself, else of the nearest clause above that has any."""
        for clause in self.chain(label):
            own = [window for _pointer, window in self.windows if window.clause == clause.label]
            if own:
                return own
        return []

    @cached_property
    def windows(self) -> list[tuple[str, Window]]:
        """The stated periods and deadlines of work, each with its pointer."""
        return [
            (f"/windows/{number}", window)
            for number, window in enumerate(self.result.windows)
            if self.outside_clause(window.clause) is None
            and self.still_says(window.clause, self.place_of(f"/windows/{number}", window.clause).quote)
        ]

    @property
    def period(self) -> Span:
        """The first and the last day the plan states for its work."""
        return _span(window for _pointer, window in self.windows)

    def span_near(self, label: str) -> Span:
        """The first and the last day of the clause, or of the nearest above that states any; never the whole plan's."""
        return _span(self.windows_near(label))

    @cached_property
    def outside(self) -> list[tuple[str, Verdict, list[Place]]]:
        """The clauses that are outside Loa as a whole or in part, each with the places of what is outside.

        A clause under an outside one is part of it.
        """
        found = []
        for label, verdict in self.verdicts.items():
            above = self.clauses[label].parent
            if verdict.extent is Extent.NONE or (above and self.outside_clause(above)):
                continue
            is_whole = verdict.extent is Extent.WHOLE
            parts = [] if is_whole else [self.place_of_part(label, part) for part in verdict.parts]
            found.append((label, verdict, parts or [self.place_of_clause(label)]))
        return found


def joined(places: Sequence[Place]) -> Place:
    """Words of one clause that stand apart as one place: from the first line of the first to the last of the last."""
    quote = f" {CUT} ".join(place.quote for place in places)
    first, last = min(place.line_from for place in places), max(place.line_to for place in places)
    return Place(places[0].clause, quote, first, last)


def _span(windows: Iterable[Window]) -> Span:
    days = [(day_of(window.start), day_of(window.end)) for window in windows]
    starts, ends = [start for start, _end in days if start], [end for _start, end in days if end]
    return min(starts, default=None), max(ends, default=None)


def _even(words: str) -> str:
    return " ".join(fold(words).split())


def day_of(text: str | None) -> date | None:
    """`YYYY-MM-DD` as a date; None for anything less."""
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None
