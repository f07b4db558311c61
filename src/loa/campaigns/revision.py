"""What a revised plan makes of a campaign: row by row what was, what is, and what becomes of the work. Pure.

Clauses are known again by their words, not by their numbers alone: a clause put in moves the numbers after it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from loa.campaigns.likeness import Words, share, words_of
from loa.campaigns.plan import Plan
from loa.campaigns.still_holds import still_holds
from loa.documents.review.changes import Change
from loa.vietnamese.folding import fold

ALIKE = 0.55  # of two texts' words: less is another text
SAME_NUMBER = 0.15  # how much an equal number speaks for two clauses being one
_LABEL = re.compile(r"(?i)\bmục \S+")


class Kind(StrEnum):
    PLAN = "plan"  # the campaign itself: its title and its whole period
    TOPIC = "topic"
    ACTIVITY = "activity"
    ASSIGNMENT = "assignment"
    REPORTING = "reporting"
    OUTSIDE = "outside"
    COST = "cost"
    QUESTION = "question"


class Fate(StrEnum):
    KEPT = "kept"
    CHANGED = "changed"
    NEW = "new"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Work:
    """What people did on a row since it is work."""

    progress: int = 0
    proofs: int = 0
    messages: int = 0
    answers: int = 0

    def __bool__(self) -> bool:
        return any((self.progress, self.proofs, self.messages, self.answers))


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a campaign as plain words, standing (`pk`) or to come (None).

    :param who: the key of its unit, or the receiver of a report; `name` is how a person reads it.
    :param days: its own period, deadlines or interval as one comparable text for people; empty where those are the
        whole plan's, which is the row `PLAN`.
    """

    kind: Kind
    clause: str
    words: str
    who: Hashable = ""
    name: str = ""
    role: str = ""
    days: str = ""
    channels: tuple[str, ...] = ()
    pk: int | None = None
    work: Work = field(default_factory=Work)


@dataclass(frozen=True, slots=True)
class RevisionLine:
    """One row before and after; `changed` names what differs (clause, words, name, role, days, channels)."""

    kind: Kind
    fate: Fate
    was: Row | None
    becomes: Row | None
    changed: tuple[str, ...] = ()

    @property
    def work(self) -> Work:
        """What people did on it; it stays whatever the fate."""
        return self.was.work if self.was else Work()


@dataclass(frozen=True, slots=True)
class FormerCorrection:
    """What a person corrected in the former reading, and whether the new one says so too."""

    change: Change
    still_holds: bool


@dataclass(frozen=True, slots=True)
class Revision:
    """All lines in the order of the new plan, ended ones last; `corrections` are those of the former reading."""

    lines: tuple[RevisionLine, ...]
    corrections: tuple[FormerCorrection, ...] = ()

    def of(self, fate: Fate) -> list[RevisionLine]:
        return [line for line in self.lines if line.fate == fate]

    @property
    def counts(self) -> dict[str, int]:
        """How many lines have each fate, and how many ended ones people had worked on."""
        found = {fate.value: len(self.of(fate)) for fate in Fate}
        return found | {"ended_with_work": sum(bool(line.work) for line in self.of(Fate.ENDED))}


def revision_of(
    before: Plan, after: Plan, *, standing: Sequence[Row], coming: Sequence[Row], corrected: Iterable[Change] = ()
) -> Revision:
    """Compare the campaign's rows with those of the revised plan.

    :param before, after: both plans as corrected. :param standing: the rows of the campaign that have not ended.
    :param coming: the rows that `after` makes. :param corrected: the corrections of the former reading.
    """
    clauses = clause_map(before, after)
    pairs = matched(clauses, standing=standing, coming=coming)
    by_coming = {id(row): old for old, row in pairs}
    taken = {id(old) for old, _row in pairs}
    lines = [_line(by_coming.get(id(row)), row) for row in coming]
    lines += [RevisionLine(row.kind, Fate.ENDED, row, None) for row in standing if id(row) not in taken]
    held = (FormerCorrection(one, still_holds(one, after, clauses=clauses)) for one in corrected)
    return Revision(tuple(lines), tuple(held))


def clause_map(before: Plan, after: Plan) -> dict[str, str]:
    """The label of each clause of `before` → that of the same clause in `after`, by the likeness of their words."""
    found = {"": ""} | _unmoved(before, after)
    known = set(found.values())
    old = {row.label: _clause_words(row.heading, row.text) for row in before.result.clauses if row.label not in found}
    new = {row.label: _clause_words(row.heading, row.text) for row in after.result.clauses if row.label not in known}
    scores = [
        (score, first, second)
        for first, left in old.items()
        for second, right in new.items()
        if (score := _likeness(left, right) + SAME_NUMBER * (first == second)) >= ALIKE
    ]
    order = {label: number for number, label in enumerate([*old, *new])}
    for _score, first, second in sorted(scores, key=lambda row: (-row[0], order[row[1]], order[row[2]])):
        if first not in found and second not in known:
            found[first] = second
            known.add(second)
    return found


def _unmoved(before: Plan, after: Plan) -> dict[str, str]:
    """The clauses that have their number and every word still."""
    texts = {label: fold(clause.text) for label, clause in after.clauses.items()}
    return {label: label for label, clause in before.clauses.items() if texts.get(label) == fold(clause.text)}


def matched(clauses: Mapping[str, str], *, standing: Sequence[Row], coming: Sequence[Row]) -> list[tuple[Row, Row]]:
    """The pairs of rows that are one row before and after, each row in one pair at most."""
    found: list[tuple[Row, Row]] = []
    for kind in Kind:
        old, new = [row for row in standing if row.kind == kind], [row for row in coming if row.kind == kind]
        for key in _KEYS[kind]:
            found += _paired(old, new, left=_moved(key, clauses), right=_own(key))
        if kind in _BY_WORDS:
            found += _paired_by_words(old, new)
    return found


Key = Callable[[Row, str], Hashable]


def _own(key: Key) -> Callable[[Row], Hashable]:
    return lambda row: key(row, row.clause)


def _moved(key: Key, clauses: Mapping[str, str]) -> Callable[[Row], Hashable]:
    """The key of a former row under the new number of its clause; a clause that is gone is like no new one."""
    return lambda row: key(row, clauses.get(row.clause, f"\0{row.clause}"))


# From the surest to the loosest way to know a row again.
_KEYS: Mapping[Kind, Sequence[Key]] = {
    Kind.PLAN: [lambda _row, clause: clause],
    Kind.TOPIC: [lambda _row, clause: clause],
    Kind.ACTIVITY: [lambda _row, clause: clause],
    Kind.OUTSIDE: [lambda _row, clause: clause],
    Kind.COST: [lambda _row, clause: clause],
    Kind.ASSIGNMENT: [lambda row, clause: (clause, row.who, row.role), lambda row, clause: (clause, row.who)],
    Kind.REPORTING: [lambda row, clause: (clause, row.who), lambda row, _clause: row.who],
    Kind.QUESTION: [lambda row, clause: (row.role, clause, _asked(row.words))],
}
_BY_WORDS = frozenset({Kind.TOPIC, Kind.ACTIVITY, Kind.OUTSIDE, Kind.ASSIGNMENT})


def _asked(words: str) -> str:
    """A question without the number of its clause."""
    return _LABEL.sub("", words)


def _paired(
    old: list[Row], new: list[Row], *, left: Callable[[Row], Hashable], right: Callable[[Row], Hashable]
) -> list[tuple[Row, Row]]:
    """Rows of the same key, in their order; both lists lose what was paired."""
    found = []
    for row in list(old):
        twin = next((one for one in new if right(one) == left(row)), None)
        if twin is not None:
            found.append((row, twin))
            old.remove(row)
            new.remove(twin)
    return found


def _paired_by_words(old: list[Row], new: list[Row]) -> list[tuple[Row, Row]]:
    """What is left over: rows of one unit (where they have one) that say nearly the same."""
    scores = [
        (score, row, twin)
        for row in old
        for twin in new
        if (row.who, row.role) == (twin.who, twin.role)
        and (score := share(words_of(row.words), words_of(twin.words))) >= ALIKE
    ]
    found = []
    for _score, row, twin in sorted(scores, key=lambda item: -item[0]):
        if row in old and twin in new:
            found.append((row, twin))
            old.remove(row)
            new.remove(twin)
    return found


def _line(old: Row | None, new: Row) -> RevisionLine:
    if old is None:
        return RevisionLine(new.kind, Fate.NEW, None, new)
    seen = ("clause", "words", "name", "role", "days", "channels")
    changed = tuple(name for name in seen if _said(old, name) != _said(new, name))
    return RevisionLine(new.kind, Fate.CHANGED if changed else Fate.KEPT, old, new, changed)


def _said(row: Row, name: str) -> object:
    """What a row says, to be compared: blanks do not count, nor the number that a question repeats of its clause."""
    value = getattr(row, name)
    if row.kind is Kind.QUESTION and name == "words":
        value = _asked(value)
    return " ".join(value.split()) if isinstance(value, str) else value


def _clause_words(heading: str, text: str) -> tuple[Words, Words]:
    return words_of(heading), words_of(text)


def _likeness(left: tuple[Words, Words], right: tuple[Words, Words]) -> float:
    """Of the whole texts, or of the headings where those are more alike: a duty rewritten under the same doer."""
    texts = share(left[1], right[1])
    return max(texts, 0.7 * share(left[0], right[0]) + 0.3 * texts)
