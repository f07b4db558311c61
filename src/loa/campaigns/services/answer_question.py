"""Answering what a plan leaves open."""

from __future__ import annotations

import unicodedata
from datetime import datetime

from django.db import transaction

from loa.campaigns.answers import INTERVALS, answer_form, answer_words
from loa.campaigns.models import OpenQuestion, ReportingDuty
from loa.campaigns.models.question import LEFT_OPEN
from loa.campaigns.questions import interval_question
from loa.campaigns.refusals import AlreadyAnswered, MayNotAnswer, UnusableAnswer
from loa.core.actor import Actor
from loa.core.clock import VIETNAM
from loa.core.language import gettext as _
from loa.core.services import audit
from loa.units.rights import Right

ANSWER_LENGTH = 1000
NO_INTERVAL = "no-interval"


@transaction.atomic
def answer_question(*, question: OpenQuestion, answer: str, actor: Actor, at: datetime) -> OpenQuestion:
    """Write down the answer to an open question, and give it its effect: an interval goes to the reporting duty.

    The same answer again changes nothing. Who answered may answer otherwise; another person may only after
    "chờ hỏi lại".

    :param answer: a value of the kind's closed list (`answers.answer_form`), else free text of up to 1,000 letters.
    :raises MayNotAnswer: no right, no person, or another commune's question.
    :raises UnusableAnswer: empty, too long, or not in the closed list.
    :raises AlreadyAnswered: another person has answered otherwise.
    """
    person = _person_who_may(actor, question)
    words = _usable(question.kind, answer)
    locked = OpenQuestion.objects.select_for_update(of=("self",)).get(pk=question.pk)
    if locked.answered_at is not None and locked.answer == words:
        return locked
    _refuse_answered(locked, person=person)
    locked.answer, locked.answered_at, locked.answered_by_id = words, at, person
    locked.save(update_fields=["answer", "answered_at", "answered_by"])
    duties = write_interval(locked) if locked.kind == NO_INTERVAL else 0
    detail = {"kind": locked.kind, "duties": duties}
    audit.record("campaigns.question.answered", target=locked, by=actor, at=at, detail=detail)
    return locked


def _person_who_may(actor: Actor, question: OpenQuestion) -> int:
    """The primary key of the person; a part of the system answers nothing."""
    is_ours = OpenQuestion.objects.visible_to(actor).filter(pk=question.pk).exists()
    if actor.user_id is None or not (is_ours and actor.may(Right.ANSWER_QUESTION)):
        raise MayNotAnswer(
            _("Anh/chị chưa được giao trả lời câu hỏi này. Chưa có gì thay đổi. Hãy nhờ công chức Văn hóa - Xã hội.")
        )
    return actor.user_id


def _usable(kind: str, answer: str) -> str:
    """The answer as it is kept: NFC, without blanks around it."""
    words = unicodedata.normalize("NFC", answer).strip()
    choices = answer_form(kind).choices
    if not words:
        raise UnusableAnswer(_("Chưa có câu trả lời. Chưa lưu gì. Hãy điền rồi gửi lại."))
    if choices and words not in dict(choices):
        raise UnusableAnswer(_("Câu trả lời không có trong danh sách. Chưa lưu gì. Hãy chọn một mục trong danh sách."))
    if len(words) > ANSWER_LENGTH:
        raise UnusableAnswer(
            _("Câu trả lời dài {length} ký tự, tối đa {limit}. Chưa lưu gì. Hãy rút gọn rồi gửi lại.").format(
                length=len(words), limit=ANSWER_LENGTH
            )
        )
    return words


def _refuse_answered(question: OpenQuestion, *, person: int) -> None:
    if question.answered_at is None or question.answered_by_id == person or question.answer == LEFT_OPEN:
        return
    raise AlreadyAnswered(
        _(
            "{who} đã trả lời câu hỏi này lúc {when}: {answer}. Câu trả lời đó được giữ, lời của anh/chị chưa lưu. "
            "Hãy trao đổi với người đã trả lời nếu cần sửa."
        ).format(
            who=question.answered_by,
            when=f"{question.answered_at.astimezone(VIETNAM):%H:%M %d/%m/%Y}",
            answer=answer_words(question.kind, question.answer).rstrip(". "),
        )
    )


def write_interval(question: OpenQuestion) -> int:
    """Give the interval to the duties the question asks about, or take it back; returns how many there are."""
    rows = ReportingDuty.objects.filter(
        campaign=question.campaign_id, clause=question.clause, is_ad_hoc=False, ended_at=None
    )
    asked = [row.pk for row in rows if interval_question(row.receiver) == question.text]
    every = question.answer if question.answer in INTERVALS else ""
    return ReportingDuty.objects.filter(pk__in=asked).update(every=every)
