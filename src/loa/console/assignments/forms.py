"""Forms of the board and of one duty."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import QueryDict

from loa.campaigns.models import Assignment, AssignmentRole, Rating
from loa.campaigns.models.progress import NOTE_LENGTH
from loa.console.assignments.scope import ENDED, Scope
from loa.console.frame.choices import DataSelect
from loa.core.language import gettext
from loa.core.language import gettext as _
from loa.core.language import gettext_noop as marked
from loa.units.models import Unit

RATINGS = (*((rating.value, rating.label) for rating in Rating), ("n", marked("Chưa báo, chưa đến kỳ")))
PROOF_TYPES = "image/jpeg,image/png,image/webp,application/pdf"
QUERY_LETTERS = 200
Choices = list[tuple[str, Any]]


class BoardForm(forms.Form):
    """What of the board is shown; a value that no longer exists is as good as none."""

    q = forms.CharField(required=False, max_length=QUERY_LETTERS, widget=forms.TextInput(attrs={"type": "search"}))
    plan = forms.ChoiceField(required=False, widget=DataSelect)
    unit = forms.ChoiceField(required=False, widget=DataSelect)
    role = forms.ChoiceField(required=False)
    rating = forms.ChoiceField(required=False)

    def __init__(self, *args: Any, scope: Scope, units: Sequence[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["q"].label = _("Chữ trong việc")
        self._offer("plan", label=_("Kế hoạch"), choices=_plans(scope))
        self._offer(
            "unit", label=_("Đơn vị"), choices=[("", _("Mọi đơn vị")), *((str(unit.pk), unit.name) for unit in units)]
        )
        roles = [(role.value, gettext(role.label)) for role in AssignmentRole]
        self._offer("role", label=_("Vai trò"), choices=[("", _("Mọi vai trò")), *roles])
        ratings = [(value, gettext(label)) for value, label in RATINGS]
        self._offer("rating", label=_("Đánh giá"), choices=[("", _("Mọi mức")), *ratings])

    def _offer(self, name: str, *, label: str, choices: Choices) -> None:
        field = self.fields[name]
        field.label = label
        field.choices = choices  # type: ignore[attr-defined]

    def asked(self, name: str) -> str:
        """The value asked for, empty where there is none that can be."""
        self.is_valid()
        return str(self.cleaned_data.get(name, ""))


def _plans(scope: Scope) -> Choices:
    choices: Choices = [("", _("Các kế hoạch đang thực hiện"))]
    if scope.ended:
        choices.append((ENDED, _("Các kế hoạch đã kết thúc")))
    groups = ((_("Đang thực hiện"), scope.under_way), (_("Đã kết thúc"), scope.ended))
    return choices + [(name, [(str(row.pk), row.title) for row in rows]) for name, rows in groups if rows]


class ProgressForm(forms.Form):
    """How a duty goes; what is not rated has no mark. `after` is the last report that the writer has seen."""

    rating = forms.ChoiceField(widget=forms.RadioSelect)
    note = forms.CharField(max_length=NOTE_LENGTH)
    after = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: QueryDict | None = None, *, assignment: Assignment, last: int | None) -> None:
        super().__init__(data, initial={"after": last})
        self.assignment, self.last = assignment, last
        if not assignment.is_rated:
            del self.fields["rating"]
        else:
            self._offer_marks()
        note = self.fields["note"]
        note.label = _("Đã làm được gì")
        note.help_text = _("Một câu, tối đa {limit} ký tự. Có số thì ghi số.").format(limit=NOTE_LENGTH)
        note.widget.attrs |= {"lang": "vi", "autocomplete": "off"}
        note.error_messages |= {
            "required": _("Chưa ghi đã làm được gì. Hãy ghi một câu rồi gửi lại."),
            "max_length": _("Câu này dài quá {limit} ký tự. Hãy rút gọn rồi gửi lại.").format(limit=NOTE_LENGTH),
        }
        self.fields["after"].error_messages["invalid"] = _("Trang này đã cũ, chưa gửi gì. Hãy tải lại trang.")

    def _offer_marks(self) -> None:
        field = self.fields["rating"]
        field.label = _("Việc này đang thế nào")
        field.choices = [(rating.value, gettext(rating.label)) for rating in Rating]  # type: ignore[attr-defined]
        field.error_messages |= dict.fromkeys(
            ("required", "invalid_choice"), _("Chưa chọn mức đánh giá. Hãy chọn Đúng hạn, Cần chú ý hoặc Chậm.")
        )

    @property
    def draft(self) -> str:
        """The browser's name for what is typed here."""
        return f"tien-do-{self.assignment.pk}"

    def has_seen(self, last: int | None) -> None:
        """The writer is now shown all reports up to `last`: sending the same words again is meant."""
        data = QueryDict(mutable=True)
        data.update(self.data)
        data["after"] = "" if last is None else str(last)
        self.data = data


class ProofForm(forms.Form):
    """A photo or a PDF, and what it shows."""

    file = forms.FileField(widget=forms.FileInput(attrs={"accept": PROOF_TYPES}), allow_empty_file=True)
    caption = forms.CharField(required=False, max_length=NOTE_LENGTH)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        file, caption = self.fields["file"], self.fields["caption"]
        file.label = _("Ảnh hoặc tệp PDF")
        file.help_text = _("Tối đa 20 MB. Nơi chụp và giờ chụp ghi ngầm trong ảnh được bỏ đi.")
        file.error_messages |= dict.fromkeys(
            ("required", "invalid", "missing"), _("Chưa chọn tệp. Hãy chọn một ảnh hoặc tệp PDF rồi gửi lại.")
        )
        caption.label = _("Minh chứng cho điều gì (không bắt buộc)")
        caption.widget.attrs |= {"lang": "vi", "autocomplete": "off"}
        caption.error_messages["max_length"] = _("Câu này dài quá {limit} ký tự. Hãy rút gọn rồi gửi lại.").format(
            limit=NOTE_LENGTH
        )
