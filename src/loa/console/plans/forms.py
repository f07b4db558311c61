"""Forms of the plans: a file to read, an answer to what a plan leaves open."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django import forms

from loa.campaigns.answers import answer_form
from loa.campaigns.models import OpenQuestion
from loa.campaigns.services.answer_question import ANSWER_LENGTH
from loa.core.language import gettext
from loa.core.language import gettext as _
from loa.documents.reading import limits

FILE_KINDS = ".docx,.pdf,.txt"  # what documents.reading reads; the content decides, not the name
FEW = 2  # so many choices are buttons


class NewPlanForm(forms.Form):
    """One file, under a key that lets a double press or a reload ask only once."""

    key = forms.UUIDField(widget=forms.HiddenInput)
    file = forms.FileField(allow_empty_file=True, widget=forms.FileInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"key": uuid4()})
        super().__init__(*args, **kwargs)
        self.fields["key"].error_messages = dict.fromkeys(
            ("required", "invalid"), _("Trang này đã cũ, chưa gửi gì. Hãy mở lại trang “Nhập kế hoạch” rồi chọn tệp.")
        )
        file = self.fields["file"]
        file.label = _("Tệp kế hoạch")
        file.help_text = _("Bản DOCX, PDF xuất từ Word, hoặc TXT; tối đa {megabytes} MB, {pages} trang.").format(
            megabytes=limits.MAX_FILE_BYTES // limits.MEGABYTE, pages=limits.MAX_PAGES
        )
        file.error_messages |= {
            "required": _("Chưa chọn tệp. Hãy chọn một tệp rồi bấm “Đọc kế hoạch”."),
            "invalid": _("Chưa nhận được tệp. Hãy chọn lại tệp rồi gửi lại."),
        }
        file.widget.attrs["accept"] = FILE_KINDS


class AnswerQuestionForm(forms.Form):
    """The answer to one question: one of its closed list, else free text."""

    answer = forms.CharField(strip=True)

    def __init__(self, *args: Any, question: OpenQuestion, **kwargs: Any) -> None:
        kwargs["auto_id"] = f"tra-loi-{question.pk}-%s"
        super().__init__(*args, **kwargs)
        self.question = question
        asked = answer_form(question.kind)
        missing = {"required": _("Chưa có câu trả lời. Hãy điền rồi gửi lại.")}
        if asked.choices:
            choices = [("", _("Chọn một mục")), *((value, gettext(label)) for value, label in asked.choices)]
            self.fields["answer"] = forms.ChoiceField(choices=choices, error_messages=missing)
        else:
            self.fields["answer"].error_messages |= missing
            self.fields["answer"].widget.attrs |= {"maxlength": ANSWER_LENGTH, "lang": "vi", "autocomplete": "off"}
        self.fields["answer"].initial = question.answer
        self.fields["answer"].label = gettext(asked.label)
        self.fields["answer"].help_text = gettext(asked.hint)

    @property
    def buttons(self) -> list[tuple[str, str]]:
        """The (value, words) of a choice between two, which needs no list."""
        choices = answer_form(self.question.kind).choices
        return [(value, gettext(label)) for value, label in choices] if len(choices) <= FEW else []

    @property
    def draft(self) -> str:
        """The browser's name for what is typed here; empty where nothing is."""
        return "" if answer_form(self.question.kind).choices else f"cau-hoi-{self.question.pk}"
