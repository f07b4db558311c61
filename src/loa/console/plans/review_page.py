"""A reading for its review: what is unsure, every row, what was not used, what is outside, and the document's page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from django.utils.safestring import SafeString

from loa.campaigns.plan import Plan
from loa.campaigns.questions import OTHER_ISSUER
from loa.campaigns.reviewed_plan import reviewed_plan
from loa.campaigns.selectors import questions_for_review
from loa.campaigns.unit_questions import told_of, unit_names_of
from loa.console.plans.anchoring import Anchoring
from loa.console.plans.counting import Counts, Work, differences, found_in, kept_words, work_in
from loa.console.plans.marking import cut_lines
from loa.console.plans.paper import paper_of, styles_of
from loa.console.plans.review_doubt import Doubt, doubtful_lines, doubts_of
from loa.console.plans.review_groups import Groups, GroupView, Opened
from loa.console.plans.review_lines import Block, Run, blocks_of, is_routine, read_runs
from loa.console.plans.review_outside import OutsidePart, outside_parts
from loa.console.plans.review_questions import Asked, asked_of
from loa.console.plans.review_rows import HEADER, Rows, rows_of
from loa.console.plans.review_told import Told, told_in
from loa.console.plans.review_words import batch_words
from loa.console.plans.unmarked import has_marks, unmarked
from loa.core.language import gettext
from loa.documents.models import Correction, Document
from loa.documents.ports import Clause, Line
from loa.documents.review.changes import Change, Review
from loa.documents.selectors import extraction_of
from loa.units.selectors import recognition_for

QUESTIONS, UNUSED, DOUBTS = "chua-chac", "chua-dung", "kho-doc"  # parts of the page that keep the focus


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
    def told(self) -> list[Told]:
        """What was answered without a field of the reading."""
        return told_in(self.review)

    @cached_property
    def outside(self) -> list[OutsidePart]:
        """What is no work; drawn as such, also where a row stands on the same words."""
        _ = self.questions
        return outside_parts(self.plan, self.anchoring)

    @cached_property
    def groups(self) -> list[GroupView]:
        """Every row, by what it is."""
        _ = self.outside
        return Groups(
            review=self.review,
            rows=self.rows,
            plan=self.plan,
            found=self.found,
            anchoring=self.anchoring,
            opened=self.opened,
        ).all()

    @property
    def title(self) -> str:
        return self.review.data[HEADER]["title"] or self.document.file_name

    @cached_property
    def _left(self) -> list[Line]:
        """The lines that nothing was read from and no person has used."""
        wanted = frozenset(self.review.outcome.unused)
        lines = (line for line in self.review.result.lines if line.number in wanted)
        return [shown for line in lines if (shown := self._plain(line)).text.strip()]

    @cached_property
    def unused(self) -> list[Line]:
        """Those of them that may say something."""
        return [line for line in self._left if not is_routine(line.text)]

    @cached_property
    def routine(self) -> list[Line]:
        """Those that every document has: nobody need look at them."""
        return [line for line in self._left if is_routine(line.text)]

    def _plain(self, line: Line) -> Line:
        return replace(line, text=unmarked(line.text)) if has_marks(self.review.result) else line

    @cached_property
    def blocks(self) -> list[Block]:
        """The unused lines by paragraph."""
        return blocks_of(self.unused)

    def line_after(self, runs: Sequence[Run]) -> str:
        """The place of the unused line that comes after those put to use: there the person goes on."""
        last = max((last for _first, last in runs), default=0)
        return next((f"dong-{block.first}" for block in self.blocks if block.first > last), UNUSED)

    @cached_property
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
    def doubts(self) -> list[Doubt]:
        """The lines of a picture that were hard to read and that nobody has looked at."""
        _ = self.groups
        return doubts_of(doubtful_lines(self.review.result.lines, self.rows), self.anchoring)

    @property
    def focus_doubt(self) -> int:
        """The first such line, where the person works on them; 0 without any."""
        return self.doubts[0].line if self.doubts and self.opened.focus == DOUBTS else 0

    @cached_property
    def paper(self) -> SafeString:
        """The document with all marks; asked last, when every number is given."""
        groups, doubts, read = self.groups, self.doubts, self.review.result
        styles = styles_of(read)
        opened = (quote for group in groups for view in group.rows for quote in view.quotes)
        shown = [
            *((line.number, "idle") for line in self.unused),
            *((doubt.line, "doubt") for doubt in doubts),
            *((number, "here") for quote in opened for number in range(quote.line_from, quote.line_to + 1)),
        ]
        for number, style in shown:
            styles[number] = " ".join(filter(None, (styles.get(number), style)))
        lines = cut_lines([line.text for line in read.lines], self.anchoring.marks.values())
        extra = {block.last: f"dong-{block.first}" for block in self.blocks}
        fields = self.anchoring.fields
        return paper_of(lines, styles=styles, fields=fields, idle=extra, is_plain=not has_marks(read))

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
        if batch[0].carried_from_id is not None:  # all of them at once
            words = gettext("dùng lại các chỗ đã sửa ở bản trước")
        return LastDeed(self.newest_batch, words, batch[0].made_by.display_name)

    @property
    def line_count(self) -> int:
        return sum(bool(line.text.strip()) for line in self.review.result.lines)

    @cached_property
    def found(self) -> Counts:
        """How many rows of each group there are now."""
        return found_in(self.review.outcome)

    @property
    def clear_count(self) -> int:
        return sum(self.found.values())

    @property
    def question_count(self) -> int:
        return len(self.questions)

    @property
    def issuer(self) -> Asked | None:
        """The question whose plan it is, where nobody has answered it yet: confirming answers it."""
        return next((asked for asked in self.questions if asked.question.kind == OTHER_ISSUER), None)

    @property
    def open_count(self) -> int:
        """How many questions follow into the plan."""
        return self.question_count - (self.issuer is not None)

    @property
    def all_count(self) -> int:
        return self.clear_count + self.question_count

    @property
    def change_count(self) -> int:
        return len({row.batch for row in self.corrections})

    @cached_property
    def work(self) -> Work:
        """What confirming makes, and what it does not."""
        plan = reviewed_plan(self.review)
        recognition = recognition_for(self.document.commune, told=told_of(plan))
        recognition.take(unit_names_of(plan))
        units = {name: id(unit) for name, unit in recognition.units.items()}
        return work_in(plan, found=self.found, key_of=units.__getitem__)

    @property
    def kept(self) -> str:
        """What is kept with the plan and is no work of its own, in words."""
        return kept_words(self.work, self.found)

    @property
    def differences(self) -> list[str]:
        """Why a part of the page has another number of rows than it makes work."""
        return differences(self.work, self.found)
