"""Every row of a reading as the review shows it: its words, where it stands, the work it belongs to, its form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from loa.campaigns.plan import Plan
from loa.console.plans.anchoring import Anchoring, Ref, called
from loa.console.plans.fields import Note
from loa.console.plans.marking import Kind
from loa.console.plans.review_forms import RowForm, form_of
from loa.console.plans.review_lines import LinesForm, is_unfinished
from loa.console.plans.review_questions import AnswerForm
from loa.console.plans.review_rows import HEADER, Row, Rows, audience_of, clause_of
from loa.console.plans.review_words import ADD_LABELS, GROUP_LABELS, Words, words_of
from loa.console.plans.unmarked import unmarked
from loa.core.language import gettext
from loa.core.language import gettext as _
from loa.documents.ports import Clause
from loa.documents.review.changes import Review

QUOTED_LETTERS, MORE_LINES = 500, 3


@dataclass(slots=True)
class Opened:
    """Where the person works: the row or group whose form is open, and the row that keeps the focus."""

    row: str = ""
    group: str = ""
    focus: str = ""
    refusal: str = ""
    form: RowForm | None = None
    question: AnswerForm | None = None
    lines: LinesForm | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """The words of the document that a row was read from, for the form that corrects it."""

    line_from: int
    line_to: int
    words: str


@dataclass(frozen=True, slots=True)
class RowView:
    """A row as the page shows it; `before` in words where a person changed it; `form` while it is corrected.

    `above` are the clause and the work that it and the rows after it belong to, on the first of them.
    """

    row: Row
    words: Words
    refs: tuple[Ref, ...]
    before: str
    is_outside: bool
    has_focus: bool
    form: RowForm | None
    quotes: tuple[Quote, ...] = ()
    above: tuple[str, str] | None = None

    @property
    def id(self) -> str:
        return self.row.id


@dataclass(frozen=True, slots=True)
class GroupView:
    """The rows of one kind, `count` of them standing; `form` while one is added, `add_label` empty where none can be.

    `picks` are the clauses (label, words) that one press makes a row of this kind.
    """

    name: str
    label: str
    rows: list[RowView]
    count: int
    add_label: str
    form: RowForm | None
    picks: tuple[tuple[str, str], ...] = ()


@dataclass
class Groups:
    """Makes the rows of one reading; the anchoring gives them their numbers."""

    review: Review
    rows: Rows
    plan: Plan
    found: Mapping[str, int]
    anchoring: Anchoring
    opened: Opened

    def all(self) -> list[GroupView]:
        """Every group; one that is empty and cannot be added to is left out."""
        return [view for view in map(self._group, GROUP_LABELS) if view.rows or view.add_label]

    @cached_property
    def _clauses(self) -> dict[str, Clause]:
        return {clause.label: clause for clause in self.review.outcome.clauses}

    def _group(self, name: str) -> GroupView:
        views = [self._row(row) for row in self._shown(name)]
        if name == "assignments":
            views = list(self._with_work(views))
        is_opened = self.opened.group == name
        form = self.opened.form if is_opened and self.opened.form else None
        if is_opened and form is None:
            form = RowForm(group=name, key="moi", value={}, clauses=list(self._clauses.values()))
        label = gettext(ADD_LABELS[name]) if name in ADD_LABELS else ""
        picks = tuple(self._picks()) if is_opened and name == "topics" else ()
        return GroupView(name, gettext(GROUP_LABELS[name]), views, self.found[name], label, form, picks)

    def _shown(self, name: str) -> Iterable[Row]:
        """Blank fields of the letterhead are the questions' business, unless somebody blanked them."""
        if name == "budget":  # a clause whose words stand under the costs is not told twice
            priced = {clause_of(row.value) for row in self.rows["costs"]}
            return [row for row in self.rows[name] if row.value not in priced]
        if name == "units":  # a unit that is always written the same way is no matter
            rows = self.rows[name]
            return [row for row in rows if row.is_changed or row.value["alternatives"] or row.value["doubtful"]]
        return [row for row in self.rows[name] if name != HEADER or row.value is not None or row.is_changed]

    def _row(self, row: Row) -> RowView:
        value = row.before if row.is_removed else row.value
        words = words_of(row.group, row.key, value=value, clauses=self._clauses)
        if row.group == "topics":
            words = self._with_audience(words, str(value))
        is_outside = self.plan.outside_clause(clause_of(value)) is not None
        kind = Kind.OUT if is_outside else Kind.SURE
        refs = (
            self.anchoring.ref(place.quote, (place.line_from, place.line_to), field_id=row.id, kind=kind)
            for place in row.places
        )
        before = ""
        if row.is_changed and not (row.is_removed or row.is_added):
            before = words_of(row.group, row.key, value=row.before, clauses=self._clauses).line
        is_opened = self.opened.row == row.id and not row.is_removed
        return RowView(
            row=row,
            words=words,
            refs=tuple(dict.fromkeys(refs)),
            before=before,
            is_outside=is_outside,
            has_focus=self.opened.focus == row.id,
            form=self._form(row) if is_opened else None,
            quotes=tuple(self._quotes(row)) if is_opened else (),
        )

    def _form(self, row: Row) -> RowForm:
        return self.opened.form or form_of(row, self.rows, clauses=list(self._clauses.values()))

    def _quotes(self, row: Row) -> Iterator[Quote]:
        """The whole lines, to the end of the statement: a name alone does not say what its sentence asks for."""
        for first, last in dict.fromkeys((place.line_from, place.line_to) for place in row.places):
            lines = [" ".join(unmarked(line.text).split()) for line in self.review.result.lines[first - 1 :]]
            count = last - first + 1
            while count < last - first + 1 + MORE_LINES and is_unfinished(lines[count - 1 : count + 1]):
                count += 1
            words = " ".join(lines[:count])
            yield Quote(first, last, words if len(words) <= QUOTED_LETTERS else f"{words[:QUOTED_LETTERS]}…")

    def _with_audience(self, words: Words, clause: str) -> Words:
        spoken = audience_of(self.rows, clause)
        if spoken is None:
            return words
        return Words(words.name, words.said, words.data, (Note(_("Đối tượng"), data=spoken.value["text"]),))

    def _with_work(self, views: list[RowView]) -> Iterator[RowView]:
        """Each duty with its work: under its unit; above its rows where clauses have several, once for each of them."""
        clauses = [clause_of(_value(view.row)) for view in views]
        works = {label: self._work(label) for label in dict.fromkeys(clauses)}
        has_several = len(works) < len(clauses)
        before = ""
        for view, clause in zip(views, clauses, strict=True):
            if has_several:
                yield replace(view, above=(clause, works[clause]) if clause != before else None)
            elif works[clause]:
                notes = (*view.words.notes, Note(_("Việc"), data=works[clause]))
                yield replace(view, words=replace(view.words, notes=notes))
            else:
                yield view
            before = clause

    def _work(self, label: str) -> str:
        """What the clause says first; where it begins with the doer's name alone, what it asks of it."""
        clause = self._clauses.get(label)
        if clause is None:
            return ""
        return called(self.plan.work_of(label)) or called(clause.text)

    def _picks(self) -> Iterator[tuple[str, str]]:
        """The clauses that are no topic yet."""
        topics = set(self.review.outcome.topics)
        for clause in self._clauses.values():
            if clause.label not in topics:
                yield clause.label, called(clause.text)


def _value(row: Row) -> object:
    return row.before if row.is_removed else row.value
