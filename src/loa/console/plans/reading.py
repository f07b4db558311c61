"""A plan for its page: what is unsure, what is clear, what is outside, and the document with all their marks."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.safestring import SafeString

from loa.campaigns.answers import AnswerForm, answer_form, answer_words
from loa.campaigns.models import Campaign, OpenQuestion, OutsideClause, Topic
from loa.campaigns.models.question import LEFT_OPEN
from loa.console.plans.anchoring import Anchoring, Ref, called, opening
from loa.console.plans.counting import found_in, work_words
from loa.console.plans.fields import Field, FieldReader
from loa.console.plans.forms import AnswerQuestionForm
from loa.console.plans.marking import Kind, cut_lines
from loa.console.plans.paper import paper_of, styles_of
from loa.console.plans.unmarked import has_marks
from loa.core.actor import Actor
from loa.documents.selectors import reviewed_extraction
from loa.editorial.models import MessageVersion, VersionState
from loa.units.rights import Right


@dataclass(frozen=True, slots=True)
class Question:
    """An open question with its number in the document and, for who may answer, its form."""

    id: str
    row: OpenQuestion
    ref: Ref
    asked: AnswerForm
    answered: str  # in words; empty without an answer
    form: AnswerQuestionForm | None

    @property
    def is_left_open(self) -> bool:
        return self.row.answer == LEFT_OPEN


@dataclass(frozen=True, slots=True)
class TopicRow:
    """Something to tell; its `row` carries `message_id`, `message_title` and `message_state` of the last message."""

    id: str
    row: Topic
    name: str
    ref: Ref

    @property
    def state_label(self) -> str:
        """The state of its message; to be shown through the filter `word`."""
        state = getattr(self.row, "message_state", None)
        return VersionState(state).label if state else ""


@dataclass(frozen=True, slots=True)
class OutsideRow:
    id: str
    row: OutsideClause
    ref: Ref


@dataclass(frozen=True, slots=True)
class Reading:
    """All that the page shows. `unsure` wait for an answer; `answered` have one, be it "chờ hỏi lại"."""

    unsure: list[Question]
    answered: list[Question]
    fields: list[Field]
    topics: list[TopicRow]
    outside: list[OutsideRow]
    paper: SafeString
    line_count: int
    found_count: int
    work: list[tuple[int, str]]

    @property
    def refused_id(self) -> str:
        """The question whose answer was refused; empty without one."""
        asked = (*self.unsure, *self.answered)
        return next((question.id for question in asked if question.form is not None and question.form.errors), "")

    @property
    def unsure_count(self) -> int:
        return len(self.unsure)

    @property
    def answered_count(self) -> int:
        return len(self.answered)

    @property
    def topic_count(self) -> int:
        return len(self.topics)

    @property
    def outside_count(self) -> int:
        return len(self.outside)

    @property
    def work_count(self) -> int:
        return sum(count for count, _words in self.work)

    @property
    def clear_count(self) -> int:
        """As many as the review showed."""
        return self.found_count

    @property
    def all_count(self) -> int:
        return self.clear_count + len(self.answered) + len(self.unsure)

    @property
    def settled_count(self) -> int:
        return self.clear_count + sum(not question.is_left_open for question in self.answered)


def reading_of(campaign: Campaign, actor: Actor, *, typed: AnswerQuestionForm | None = None) -> Reading:
    """The reading of `campaign` as it was confirmed, in eight queries.

    :param typed: the form of a question whose answer was refused, with what was typed.
    """
    read, anchoring = reviewed_extraction(campaign.document), Anchoring()
    questions = _questions(campaign, actor, anchoring=anchoring, typed=typed)
    outside = list(campaign.outside_clauses.filter(ended_at=None))
    reader = FieldReader(
        campaign=campaign,
        read=read,
        anchoring=anchoring,
        assignments=list(campaign.assignments.filter(ended_at=None).select_related("unit")),
        outside=frozenset(row.clause for row in outside if row.is_whole),
    )
    fields = reader.all()
    topics = [_topic(row, anchoring) for row in _topics(campaign)]
    outside_rows = [_outside(row, anchoring) for row in outside]
    lines = cut_lines([line.text for line in read.lines], anchoring.marks.values())
    return Reading(
        unsure=[question for question in questions if not question.answered],
        answered=[question for question in questions if question.answered],
        fields=fields,
        topics=topics,
        outside=outside_rows,
        paper=paper_of(lines, styles=styles_of(read), fields=anchoring.fields, is_plain=not has_marks(read)),
        line_count=sum(bool(line.text.strip()) for line in read.lines),
        found_count=sum(found_in(read).values()),
        work=work_words({"topics": len(topics), **reader.counts}),
    )


def _questions(
    campaign: Campaign, actor: Actor, *, anchoring: Anchoring, typed: AnswerQuestionForm | None
) -> list[Question]:
    """Those without an answer first, so that their numbers come first; each in the order of the plan."""
    rows = campaign.open_questions.filter(ended_at=None).select_related("answered_by").order_by("line_from", "pk")
    return [
        _question(row, actor, anchoring=anchoring, typed=typed)
        for row in sorted(rows, key=lambda row: row.answered_at is not None)
    ]


def _question(row: OpenQuestion, actor: Actor, *, anchoring: Anchoring, typed: AnswerQuestionForm | None) -> Question:
    field_id, is_settled = f"c{row.pk}", row.answered_at is not None and row.answer != LEFT_OPEN
    kind = Kind.SURE if is_settled else Kind.UNSURE
    form = None
    if actor.may(Right.ANSWER_QUESTION) and (not is_settled or row.answered_by_id == actor.user_id):
        form = typed if typed is not None and typed.question.pk == row.pk else AnswerQuestionForm(question=row)
    return Question(
        id=field_id,
        row=row,
        ref=anchoring.ref(row.quote, (row.line_from, row.line_to), field_id=field_id, kind=kind),
        asked=answer_form(row.kind),
        answered=answer_words(row.kind, row.answer) if row.answered_at else "",
        form=form,
    )


def _topics(campaign: Campaign) -> QuerySet[Topic]:
    """What is work, each with its last message."""
    last = MessageVersion.objects.filter(message__topic=OuterRef("pk")).order_by("-message", "-number")
    return campaign.topics.filter(outside=None, ended_at=None).annotate(
        message_id=Subquery(last.values("message")[:1]),
        message_title=Subquery(last.values("title")[:1]),
        message_state=Subquery(last.values("state")[:1]),
    )


def _topic(row: Topic, anchoring: Anchoring) -> TopicRow:
    field_id, lines = f"n{row.pk}", (row.line_from, row.line_to)
    ref = anchoring.ref(opening(row.quote), lines, field_id=field_id)
    return TopicRow(field_id, row, called(row.text) or called(row.quote), ref)


def _outside(row: OutsideClause, anchoring: Anchoring) -> OutsideRow:
    field_id = f"x{row.pk}"
    ref = anchoring.ref(row.quote, (row.line_from, row.line_to), field_id=field_id, kind=Kind.OUT)
    return OutsideRow(field_id, row, ref)
