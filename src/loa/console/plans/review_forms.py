"""The small form that a row of the review becomes while it is corrected or added."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

from django import forms
from django.forms import Field

from loa.channels.ports import CHANNEL_LABELS, ChannelKind
from loa.console.plans.anchoring import opening
from loa.console.plans.review_boxes import Amount, Choice, Line, Names, intervals, roles
from loa.console.plans.review_days import DayField
from loa.console.plans.review_rows import Row, Rows, audience_of
from loa.console.plans.review_words import HEADER_LABELS
from loa.core.language import gettext
from loa.core.language import gettext as _
from loa.documents.extraction.document_types import TYPE_WORDS
from loa.documents.ports import Clause
from loa.typeset.text import shortened

OPENING_LETTERS = 60
HEADER_FIELD = "value"
Fields = dict[str, Field]


class RowForm(forms.Form):
    """The fields of one kind of row. `was` is the row as the writer saw it, so that a second writer is told."""

    was = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, group: str, key: str, value: Any, clauses: Sequence[Clause], **kwargs: Any) -> None:
        kwargs["auto_id"] = f"{group}-{key}-%s"
        super().__init__(*args, **kwargs)
        self.fields |= FIELDS[group](key, clauses)
        shown = value if isinstance(value, dict) else {HEADER_FIELD: value, "clause": value}
        for name, field in self.fields.items():
            if name in shown:
                field.initial = shown[name]
        self.fields["was"].initial = json.dumps(value, ensure_ascii=False)
        first = next(name for name in self.fields if name != "was")
        self.fields[first].widget.attrs["autofocus"] = True

    @property
    def values(self) -> dict[str, Any]:
        """The cleaned fields of the row, as the printed object has them."""
        return {name: value for name, value in self.cleaned_data.items() if name != "was"}


def form_of(row: Row, rows: Rows, *, clauses: Sequence[Clause], data: Any = None) -> RowForm:
    """The form of a row as it stands, or with what was typed (`data`)."""
    form = RowForm(data, group=row.group, key=row.key, value=row.value, clauses=clauses)
    spoken = audience_of(rows, str(row.value)) if row.group == "topics" else None
    if spoken is not None:
        form.fields["audience"].initial = spoken.value["text"]
    return form


def seen_in(form: forms.Form) -> Any:
    """The row as the writer saw it; what is no JSON is no row."""
    try:
        return json.loads(form.cleaned_data["was"] or "null")
    except ValueError:
        return form


def _header(name: str, _clauses: Sequence[Clause]) -> Fields:
    label = gettext(HEADER_LABELS[name])
    if name == "date":
        return {HEADER_FIELD: DayField(label=label, may_lack_day=True, help_text=_("Ngày/tháng/năm, như văn thư ghi."))}
    if name == "doc_type":
        return {HEADER_FIELD: Choice(list(TYPE_WORDS.items()), empty=_("Để trống"), label=label, widget=_data_select())}
    hint = _("Văn thư cấp số, Loa không tự điền.") if name == "number" else ""
    return {HEADER_FIELD: Line(label=label, long=name == "title", help_text=hint)}


def _window(_key: str, clauses: Sequence[Clause]) -> Fields:
    return {
        "start": DayField(label=_("Từ ngày")),
        "end": DayField(label=_("Đến hết ngày")),
        "every": Choice(intervals(), empty=_("Không lặp lại"), label=_("Lặp lại")),
        "clause": _clause(clauses, empty=_("Cả kế hoạch")),
    }


def _topic(_key: str, clauses: Sequence[Clause]) -> Fields:
    hint = _("Văn bản nói với ai, ví dụ: hộ nuôi chó, mèo. Để trống nếu là mọi người.")
    return {"clause": _clause(clauses), "audience": Line(label=_("Đối tượng"), help_text=hint)}


def _activity(_key: str, clauses: Sequence[Clause]) -> Fields:
    kinds = [(kind.value, gettext(CHANNEL_LABELS[kind])) for kind in ChannelKind]
    channels = forms.MultipleChoiceField(
        choices=kinds, required=False, widget=forms.CheckboxSelectMultiple, label=_("Kênh")
    )
    return {
        "title": Line(label=_("Hình thức"), long=True, is_open=False),
        "channels": channels,
        "clause": _clause(clauses),
    }


def _assignment(_key: str, clauses: Sequence[Clause]) -> Fields:
    return {
        "unit": Line(label=_("Đơn vị"), is_open=False),
        "role": Choice(roles(), label=_("Vai trò")),
        "clause": _clause(clauses),
    }


def _report(_key: str, clauses: Sequence[Clause]) -> Fields:
    return {
        "receiver": Line(label=_("Báo cáo gửi"), is_open=False),
        "reporter": Line(label=_("Bên báo cáo")),
        "through": Line(label=_("Gửi qua")),
        "every": Choice(intervals(), empty=_("Không nêu kỳ hạn"), label=_("Kỳ hạn")),
        "is_ad_hoc": forms.BooleanField(required=False, label=_("Có báo cáo đột xuất")),
        "first_due": DayField(label=_("Lần đầu")),
        "clause": _clause(clauses, empty=_("Không thuộc mục nào")),
    }


def _cost(_key: str, clauses: Sequence[Clause]) -> Fields:
    return {
        "text": Line(label=_("Nội dung"), long=True, is_open=False),
        "amount": Amount(label=_("Số tiền (đồng)")),
        "source": Line(label=_("Nguồn")),
        "clause": _clause(clauses, empty=_("Không thuộc mục nào")),
    }


def _budget(_key: str, clauses: Sequence[Clause]) -> Fields:
    return {"clause": _clause(clauses)}


def _task(_key: str, _clauses: Sequence[Clause]) -> Fields:
    apart = _("Nhiều đơn vị thì cách nhau bằng dấu chấm phẩy.")
    return {
        "content": Line(label=_("Nhiệm vụ"), long=True, is_open=False),
        "lead": Names(label=_("Chủ trì"), help_text=apart),
        "support": Names(label=_("Phối hợp"), help_text=apart),
        "start": DayField(label=_("Từ ngày")),
        "end": DayField(label=_("Đến hết ngày")),
        "time": Line(label=_("Thời gian như văn bản ghi")),
        "product": Line(label=_("Sản phẩm")),
    }


def _unit(_key: str, _clauses: Sequence[Clause]) -> Fields:
    hint = _("Cách nhau bằng dấu chấm phẩy.")
    return {
        "name": Line(label=_("Tên đơn vị"), is_open=False),
        "alternatives": Names(label=_("Cũng viết là"), help_text=hint),
        "doubtful": Names(label=_("Có thể cũng là"), help_text=hint),
    }


def _clause(clauses: Sequence[Clause], *, empty: str = "") -> Choice:
    """The clauses by label, each with its first words: a list that cannot be mistyped.

    :param empty: the words of the choice of none, where a row may stand in no clause.
    """
    rows = [
        (clause.label, f"{clause.label}. {shortened(opening(clause.heading), OPENING_LETTERS)}") for clause in clauses
    ]
    return Choice(
        rows,
        empty=empty or _("Chọn một mục"),
        is_open=bool(empty),
        nothing="",
        label=_("Thuộc mục"),
        widget=_data_select(),
    )


def _data_select() -> forms.Select:
    """A list whose words are the document's, whatever language the reader has."""
    return forms.Select(attrs={"lang": "vi"})


FIELDS: dict[str, Callable[[str, Sequence[Clause]], Fields]] = {
    "header": _header,
    "windows": _window,
    "topics": _topic,
    "activities": _activity,
    "assignments": _assignment,
    "reporting": _report,
    "costs": _cost,
    "budget": _budget,
    "tasks": _task,
    "units": _unit,
}
