"""Asking for a report."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import uuid4

from django import forms

from loa.core.language import gettext as _
from loa.reports.period import Period


class ReportForm(forms.Form):
    """The month to report on, out of those that touch a campaign; `key` makes a second press the same deed."""

    period = forms.ChoiceField()
    key = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, months: Iterable[Period], **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"key": uuid4()})
        super().__init__(*args, **kwargs)
        months = tuple(months)
        field = self.fields["period"]
        field.label = _("Tháng báo cáo")
        field.widget.choices = [(f"{month.start_date:%Y-%m}", month_words(month)) for month in months]
        field.choices = field.widget.choices  # type: ignore[attr-defined]
        field.error_messages = {
            "required": _("Hãy chọn tháng báo cáo."),
            "invalid_choice": _("Tháng này chưa có đợt tuyên truyền nào. Hãy chọn tháng khác trong danh sách."),
        }


class FilesForm(forms.Form):
    """The files of one report; `key` makes a second press the same deed."""

    key = forms.UUIDField(widget=forms.HiddenInput)


def month_words(month: Period) -> str:
    """`Tháng 8/2025`"""
    return _("Tháng {month}").format(month=f"{month.start_date.month}/{month.start_date.year}")
