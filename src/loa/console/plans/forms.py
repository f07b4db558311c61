"""Forms of the plans: a file to read, an answer to what a plan leaves open."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import uuid4

from django import forms

from loa.campaigns.answers import answer_form
from loa.campaigns.models import OpenQuestion
from loa.campaigns.services.answer_question import ANSWER_LENGTH
from loa.core.language import gettext
from loa.core.language import gettext as _
from loa.documents.reading import limits

# What documents.reading reads; the content decides, not the name.
FILE_KINDS = ".docx,.pdf,.txt,.html,.htm,.jpg,.jpeg,.png,.tif,.tiff"
PASTED_NAME, PASTED_LETTERS = "van-ban-dan.txt", 500_000
FEW = 2  # so many choices are buttons


class NewPlanForm(forms.Form):
    """One file or its words pasted, under a key that lets a double press or a reload ask only once."""

    key = forms.UUIDField(widget=forms.HiddenInput)
    file = forms.FileField(allow_empty_file=True, required=False, widget=forms.FileInput)
    text = forms.CharField(
        required=False, strip=True, max_length=PASTED_LETTERS, widget=forms.Textarea(attrs={"rows": 8})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"key": uuid4()})
        super().__init__(*args, **kwargs)
        self.fields["key"].error_messages = dict.fromkeys(
            ("required", "invalid"), _("Trang này đã cũ, chưa gửi gì. Hãy mở lại trang “Nhập kế hoạch” rồi chọn tệp.")
        )
        file = self.fields["file"]
        file.label = _("Tệp kế hoạch")
        file.help_text = _(
            "Bản DOCX hoặc PDF là tốt nhất; cũng nhận bản quét, ảnh chụp (JPG, PNG, TIF), HTML, TXT. "
            "Tối đa {megabytes} MB, {pages} trang."
        ).format(megabytes=limits.MAX_FILE_BYTES // limits.MEGABYTE, pages=limits.MAX_PAGES)
        file.error_messages |= {
            "invalid": _("Chưa nhận được tệp. Hãy chọn lại tệp rồi gửi lại."),
        }
        file.widget.attrs["accept"] = FILE_KINDS
        text = self.fields["text"]
        text.label, text.help_text = _("Hoặc dán văn bản"), _("Chép cả văn bản, từ tên cơ quan đến nơi nhận, rồi dán.")
        text.widget.attrs["lang"] = "vi"

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        has_file, has_text = cleaned.get("file") is not None, bool(cleaned.get("text"))
        if has_file and has_text:
            self.add_error("text", _("Đã chọn tệp lại dán văn bản; chưa gửi gì. Hãy bỏ một trong hai."))
        if not (has_file or has_text or self.errors):
            self.add_error("file", _("Chưa chọn tệp và chưa dán văn bản. Hãy chọn một cách rồi bấm “Đọc kế hoạch”."))
        return cleaned

    @property
    def upload(self) -> tuple[str, Iterable[bytes]]:
        """The file's name and bytes; pasted words become a text file of their own."""
        file = self.cleaned_data["file"]
        if file is not None:
            return str(file.name), file.chunks()
        words = str(self.cleaned_data["text"]).replace("\r\n", "\n") + "\n"
        return PASTED_NAME, [words.encode()]


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
