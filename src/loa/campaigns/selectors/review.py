"""What a plan under review leaves open, before anything of it is work."""

from __future__ import annotations

from dataclasses import replace

from loa.campaigns.issuer_question import issuer_question
from loa.campaigns.models import Campaign
from loa.campaigns.plan import Plan
from loa.campaigns.questions import KEPT_KINDS, OTHER_ISSUER, Question, questions_of
from loa.campaigns.reviewed_plan import reviewed_plan
from loa.campaigns.task_tables import pointer_in_reading
from loa.campaigns.unit_questions import told_of, unit_names_of, unit_questions
from loa.documents.models import Document
from loa.documents.review.answers import answers_in
from loa.documents.review.changes import Review
from loa.documents.review.shapes import Answer
from loa.documents.selectors import review_of
from loa.units.recognition import Recognition
from loa.units.selectors import recognition_for


def questions_for_review(document: Document, *, review: Review | None = None) -> list[Question]:
    """The questions of the reading as corrected, in the order of the page: what a correction has answered is not asked.

    Each carries the pointer (as read) of the field that answers it; two queries, nothing is written.

    :param review: the reading of `document` where the caller has it already.
    """
    seen = review or review_of(document)
    plan = reviewed_plan(seen)
    _recognition, asked = recognised_for_review(document, plan)
    issuer = issuer_question(plan, document.commune)
    answered = answers_in(seen)
    left = (question for question in [*filter(None, [issuer]), *asked] if question.asked not in answered)
    ordered = sorted(left, key=_rank)
    return [replace(question, pointer=_as_read(seen, question.pointer)) for question in ordered]


def _rank(question: Question) -> tuple[bool, int, str]:
    """Whose plan it is comes before all that stands in it."""
    return question.kind != OTHER_ISSUER, question.place.line_from, question.kind


def answers_to_carry(campaign: Campaign) -> list[Answer]:
    """What was answered in the campaign and its plan's next version can be told before it is work; one query."""
    rows = campaign.open_questions.filter(kind__in=KEPT_KINDS, ended_at=None, answered_at__isnull=False)
    return [Answer(row.kind, row.clause, row.quote, row.answer) for row in rows]


def _as_read(review: Review, pointer: str) -> str:
    return review.as_read(pointer_in_reading(review.outcome, pointer))


def recognised_for_review(document: Document, plan: Plan) -> tuple[Recognition, list[Question]]:
    """The units that the names of `plan` would be given, and everything that would be asked."""
    recognition = recognition_for(document.commune, told=told_of(plan))
    recognition.take(unit_names_of(plan))
    unit_of = {name: id(unit) for name, unit in recognition.units.items()}
    return recognition, [*questions_of(plan), *unit_questions(plan, recognition.likenesses, unit_of=unit_of)]
