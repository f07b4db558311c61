"""What the reading leaves unsure, as questions with a box or buttons; an answer is a correction like any other."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms

from loa.campaigns.answers import answer_form
from loa.campaigns.questions import KEPT_KINDS, Question
from loa.console.plans.anchoring import Anchoring, Ref
from loa.console.plans.marking import Kind
from loa.console.plans.review_boxes import Choice, Line, intervals
from loa.console.plans.review_days import DayField
from loa.console.plans.review_told import INSTEAD
from loa.core.language import gettext
from loa.core.language import gettext as _
from loa.core.language import gettext_noop as marked
from loa.documents.review.answers import give_answer
from loa.documents.review.changes import Change, Review
from loa.documents.review.deeds import add_window, name_doers, set_header, set_row
from loa.documents.review.shapes import Answer
from loa.documents.review.unit_deeds import not_same_unit, same_unit

YES, NO = "yes", "no"
KEY_LETTERS = 12


def _interval() -> forms.Field:
    return Choice(intervals(), empty=_("Chọn kỳ báo cáo"), is_open=False)


BOXES: Mapping[str, Callable[[], forms.Field]] = {
    "blank-number": lambda: Line(is_open=False),
    "blank-day": DayField,
    "no-signer": lambda: Line(is_open=False),
    "no-period": DayField,
    "past-deadline": DayField,
    "no-interval": _interval,
    "generic-doer": lambda: Line(is_open=False),
}

# Before it is work a question that has no answer yet is left open, not answered in words.
HINTS = {
    "no-period": marked("Ghi ngày/tháng/năm. Chưa rõ thì để ngỏ."),
    "no-signer": marked("Ghi họ tên người ký. Chưa rõ thì để ngỏ."),
    "past-deadline": marked("Ghi ngày/tháng/năm sau khi hỏi nơi ban hành. Chưa rõ thì để ngỏ."),
    "no-interval": marked("Chọn kỳ hạn. Chưa rõ thì để ngỏ và hỏi lại cấp trên."),
}


class AnswerForm(forms.Form):
    """The box of one question; `answer` in the values that changes are made of."""

    def __init__(self, *args: Any, key: str, kind: str, **kwargs: Any) -> None:
        kwargs["auto_id"] = f"hoi-{key}-%s"
        super().__init__(*args, **kwargs)
        self.key = key
        asked, box = answer_form(kind), BOXES[kind]()
        box.label, box.help_text, box.required = gettext(asked.label), gettext(HINTS.get(kind, asked.hint)), True
        box.error_messages |= {"required": _("Chưa có câu trả lời. Hãy điền rồi lưu, hoặc cứ để ngỏ.")}
        self.fields["answer"] = box


@dataclass(frozen=True, slots=True)
class Asked:
    """One question on the page. `key` names it in addresses; two `names` and `choices` are answered by buttons, all
    else in a box.
    """

    key: str
    question: Question
    ref: Ref
    form: AnswerForm | None
    has_focus: bool = False

    @property
    def id(self) -> str:
        return f"hoi-{self.key}"

    @property
    def choices(self) -> list[tuple[str, str]]:
        """The words of each button, by its value."""
        offered = answer_form(self.question.kind).choices if self.question.kind in KEPT_KINDS else ()
        return [(value, gettext(words)) for value, words in offered]

    @property
    def instead(self) -> str:
        """The words of the button that answers without a value; empty where there is none."""
        return gettext(INSTEAD[self.question.kind]) if self.form and self.question.kind in INSTEAD else ""

    @property
    def hint(self) -> str:
        return gettext(answer_form(self.question.kind).hint)


def asked_of(
    questions: Iterable[Question], anchoring: Anchoring, *, typed: AnswerForm | None = None, has_focus: bool = False
) -> list[Asked]:
    """The questions that a correction settles, each with its number in the document.

    :param typed: the form of a refused answer, with what was typed.
    :param has_focus: an answer was just given: the first question that is left keeps the focus.
    """
    asked: dict[str, Asked] = {}
    for question in questions:
        key = _key(question)
        is_boxed = bool(question.pointer) and question.kind in BOXES
        if key in asked or not (question.names or is_boxed or question.kind in KEPT_KINDS):
            continue
        place = question.place
        ref = anchoring.ref(place.quote, (place.line_from, place.line_to), field_id=f"hoi-{key}", kind=Kind.UNSURE)
        form = AnswerForm(key=key, kind=question.kind) if is_boxed and not question.names else None
        if typed is not None and typed.key == key:
            form = typed
        asked[key] = Asked(key, question, ref, form, has_focus=has_focus and not asked)
    return list(asked.values())


def answered(review: Review, asked: Asked, *, answer: str) -> list[Change]:
    """The changes that an answer asks for.

    :raises WrongCorrection: it cannot be. :raises StaleCorrection: the row is gone.
    """
    question = asked.question
    if question.names:
        first, second = question.names
        return (same_unit if answer == YES else not_same_unit)(review, first=first, second=second)
    if question.kind in KEPT_KINDS:
        kind, clause, quote = question.asked
        return give_answer(review, Answer(kind, clause, quote, answer or NO))
    row, _slash, part = question.pointer.rpartition("/")
    if row == "/header":
        return set_header(review, part, value=answer.split("/")[0] if part == "number" else answer)
    if question.kind == "generic-doer":
        return name_doers(review, row, names=answer.split(","))
    if question.kind == "no-period":
        return add_window(review, clause="", start=None, end=answer)  # the whole plan's, no clause's
    return set_row(review, row, **{part: answer})


def answered_instead(review: Review, asked: Asked) -> list[Change]:
    """The changes of the button that answers without a value; its words are kept, for every reader the same."""
    kind, clause, quote = asked.question.asked
    return give_answer(review, Answer(kind, clause, quote, INSTEAD[kind]))


def _key(question: Question) -> str:
    """The same question has the same key for as long as it is asked, wherever it stands among the others."""
    words = question.asked[1:] if question.kind in KEPT_KINDS else ()
    said = "\n".join((question.kind, question.pointer, *question.names, *words))
    return hashlib.sha256(said.encode()).hexdigest()[:KEY_LETTERS]
