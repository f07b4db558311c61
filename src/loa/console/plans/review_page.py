"""A reading for its review: what is unsure, every row, what was not used, what is outside, and the document's page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from django.utils.safestring import SafeString

from loa.campaigns.plan import Plan
from loa.campaigns.selectors import questions_for_review
from loa.console.plans.anchoring import Anchoring, Ref
from loa.console.plans.fields import Note
from loa.console.plans.marking import Kind, cut_lines
from loa.console.plans.paper import paper_of, styles_of
from loa.console.plans.review_forms import RowForm, form_of
from loa.console.plans.review_lines import Block, LinesForm, Run, blocks_of, read_runs
from loa.console.plans.review_outside import OutsidePart, outside_parts
from loa.console.plans.review_questions import AnswerForm, Asked, asked_of
from loa.console.plans.review_rows import HEADER, Row, Rows, audience_of, clause_of, rows_of
from loa.console.plans.review_words import ADD_LABELS, GROUP_LABELS, Words, batch_words, words_of
from loa.core.language import gettext
from loa.core.language import gettext as _
from loa.documents.models import Correction, Document
from loa.documents.ports import Clause, Line
from loa.documents.review.changes import Change, Review
from loa.documents.selectors import extraction_of

QUESTIONS, UNUSED = "chua-chac", "chua-dung"  # parts of the page that keep the focus


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
class RowView:
    """A row as the page shows it; `before` in words where a person changed it; `form` while it is corrected."""

    row: Row
    words: Words
    refs: tuple[Ref, ...]
    before: str
    is_outside: bool
    has_focus: bool
    form: RowForm | None

    @property
    def id(self) -> str:
        return self.row.id


@dataclass(frozen=True, slots=True)
class GroupView:
    """The rows of one kind; `form` while one is added, `add_label` empty where none can be."""

    name: str
    label: str
    rows: list[RowView]
    add_label: str
    form: RowForm | None

    @property
    def count(self) -> int:
        return sum(not view.row.is_removed for view in self.rows)


@dataclass(frozen=True, slots=True)
class LastDeed:
    """The newest deed that stands: what "Hoàn tác" takes back."""

    batch: int
    words: str
    by: str


@dataclass
class ReviewPage:
    """Everything that the page shows, each part when it is asked for.

    Numbers are given in the order of questions, what is outside, rows, lines that were hard to read, then the paper.
    """

    document: Document
    corrections: Sequence[Correction]
    opened: Opened = field(default_factory=Opened)
    anchoring: Anchoring = field(default_factory=Anchoring)

    @cached_property
    def review(self) -> Review:
        """The reading with every deed that stands."""
        changes = (Change(row.field, row.was, row.became) for row in self.corrections)
        return Review(extraction_of(self.document), tuple(changes))

    @cached_property
    def rows(self) -> Rows:
        return rows_of(self.review)

    @cached_property
    def clauses(self) -> dict[str, Clause]:
        return {clause.label: clause for clause in self.review.outcome.clauses}

    @cached_property
    def plan(self) -> Plan:
        return Plan(self.review.outcome)

    @cached_property
    def questions(self) -> list[Asked]:
        """What is unsure; these take the first numbers."""
        asked = questions_for_review(self.document, review=self.review)
        opened = self.opened
        return asked_of(asked, self.anchoring, typed=opened.question, has_focus=opened.focus == QUESTIONS)

    @cached_property
    def outside(self) -> list[OutsidePart]:
        """What is no work; drawn as such, also where a row stands on the same words."""
        _ = self.questions
        return outside_parts(self.plan, self.anchoring)

    @cached_property
    def groups(self) -> list[GroupView]:
        """Every row, by what it is; a group that is empty and cannot be added to is left out."""
        _ = self.outside
        return [view for view in map(self._group, GROUP_LABELS) if view.rows or view.add_label]

    @property
    def title(self) -> str:
        return self.review.data[HEADER]["title"] or self.document.file_name

    @cached_property
    def unused(self) -> list[Line]:
        """The lines with words that nothing was read from and no person has used."""
        wanted = frozenset(self.review.outcome.unused)
        return [line for line in self.review.result.lines if line.number in wanted and _has_words(line.text)]

    @cached_property
    def blocks(self) -> list[Block]:
        """The unused lines by paragraph."""
        return blocks_of(self.unused)

    def line_after(self, runs: Sequence[Run]) -> str:
        """The place of the unused line that comes after those put to use: there the person goes on."""
        last = max((last for _first, last in runs), default=0)
        return next((f"dong-{block.first}" for block in self.blocks if block.first > last), UNUSED)

    @property
    def focus_line(self) -> int:
        """The unused line that keeps the focus; 0 without any."""
        asked = self.opened.focus.removeprefix("dong-")
        first = self.unused[0].number if self.unused and self.opened.focus == UNUSED else 0
        return int(asked) if asked.isdecimal() and asked != self.opened.focus else first

    @property
    def chosen(self) -> list[str]:
        """The words of the lines whose doer is asked for."""
        form = self.opened.lines
        runs = read_runs(str(form["lines"].value() or "")) if form is not None else []
        lines = self.review.result.lines
        return [" ".join(line.text for line in lines[first - 1 : last]) for first, last in runs]

    @cached_property
    def doubtful(self) -> list[tuple[Line, Ref]]:
        """The lines of a picture that were hard to read."""
        _ = self.groups
        lines = [line for line in self.review.result.lines if line.doubtful]
        return [
            (line, self.anchoring.ref(line.text, (line.number, line.number), field_id="kho-doc", kind=Kind.UNSURE))
            for line in lines
        ]

    @cached_property
    def paper(self) -> SafeString:
        """The document with all marks; asked last, when every number is given."""
        _, doubtful, read = self.groups, self.doubtful, self.review.result
        styles = styles_of(read)
        for line in (*self.unused, *(line for line, _ref in doubtful)):
            kind = "doubt" if line.doubtful else "idle"
            styles[line.number] = " ".join(filter(None, (styles.get(line.number), kind)))
        lines = cut_lines([line.text for line in read.lines], self.anchoring.marks.values())
        extra = {block.last: f"dong-{block.first}" for block in self.blocks}
        return paper_of(lines, styles=styles, fields=self.anchoring.fields, idle=extra)

    @property
    def newest_batch(self) -> int:
        """The number of the newest deed that stands; 0 without any."""
        return max((row.batch for row in self.corrections), default=0)

    @cached_property
    def last(self) -> LastDeed | None:
        """What "Hoàn tác" would take back."""
        batch = [row for row in self.corrections if row.batch == self.newest_batch]
        if not batch:
            return None
        changes = [Change(row.field, row.was, row.became) for row in batch]
        words = batch_words(changes, self.review, clauses=self.clauses)
        return LastDeed(self.newest_batch, words, batch[0].made_by.display_name)

    @property
    def line_count(self) -> int:
        return sum(bool(line.text.strip()) for line in self.review.result.lines)

    @property
    def clear_count(self) -> int:
        return sum(group.count for group in self.groups)

    @property
    def question_count(self) -> int:
        return len(self.questions)

    @property
    def all_count(self) -> int:
        return self.clear_count + self.question_count

    @property
    def change_count(self) -> int:
        return len({row.batch for row in self.corrections})

    @cached_property
    def becomes(self) -> list[tuple[int, str]]:
        """What confirming makes: how many of what."""
        duties = [row for _pointer, row in self.plan.assignments]
        requests = sum(row.role == "request" for row in duties)
        topics = sum(self.plan.outside_clause(label) is None for label in self.plan.topics)
        counted = (
            (topics, _("nội dung để soạn tin")),
            (sum(self.plan.outside_clause(row.clause) is None for row in self.plan.activities), _("hình thức")),
            (len(duties) - requests, _("phân công")),
            (requests, _("đề nghị")),
            (len(self.plan.reporting), _("chế độ báo cáo")),
        )
        return [(count, words) for count, words in counted if count]

    def _group(self, name: str) -> GroupView:
        views = [self._row(row) for row in self._shown(name)]
        is_opened = self.opened.group == name
        form = self.opened.form if is_opened and self.opened.form else None
        if is_opened and form is None:
            form = RowForm(group=name, key="moi", value={}, clauses=list(self.clauses.values()))
        label = gettext(ADD_LABELS[name]) if name in ADD_LABELS else ""
        return GroupView(name, gettext(GROUP_LABELS[name]), views, label, form)

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
        words = words_of(row.group, row.key, value=value, clauses=self.clauses)
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
            before = words_of(row.group, row.key, value=row.before, clauses=self.clauses).line
        return RowView(
            row=row,
            words=words,
            refs=tuple(dict.fromkeys(refs)),
            before=before,
            is_outside=is_outside,
            has_focus=self.opened.focus == row.id,
            form=self._form(row) if self.opened.row == row.id and not row.is_removed else None,
        )

    def _form(self, row: Row) -> RowForm:
        return self.opened.form or form_of(row, self.rows, clauses=list(self.clauses.values()))

    def _with_audience(self, words: Words, clause: str) -> Words:
        spoken = audience_of(self.rows, clause)
        if spoken is None:
            return words
        return Words(words.name, words.said, words.data, (Note(_("Đối tượng"), data=spoken.value["text"]),))


def _has_words(text: str) -> bool:
    """A rule of dashes or a border of a table says nothing."""
    return any(letter.isalnum() for letter in text)
