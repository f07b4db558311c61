"""The boxes of the review's forms: words as a document has them, several names, sums of money, choices."""

from __future__ import annotations

import unicodedata
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from loa.campaigns.answers import INTERVALS
from loa.campaigns.models import AssignmentRole
from loa.core.language import gettext
from loa.core.language import gettext as _

LONGEST_NAME, LONGEST_TEXT = 200, 2000
BETWEEN_NAMES = ";"


def intervals() -> list[tuple[str, str]]:
    """How often something comes back, to choose from."""
    return [(value, gettext(words)) for value, words in INTERVALS.items()]


def roles() -> list[tuple[str, str]]:
    """The roles of an assignment, to choose from."""
    return [(role.value, gettext(str(role.label))) for role in AssignmentRole]


class Line(forms.CharField):
    """One line of words, NFC; nothing written is None where `is_open`, else refused."""

    def __init__(self, *, is_open: bool = True, long: bool = False, **kwargs: Any) -> None:
        widget = forms.Textarea(attrs={"rows": 3}) if long else forms.TextInput()
        longest = LONGEST_TEXT if long else LONGEST_NAME
        super().__init__(required=not is_open, widget=widget, max_length=longest, **kwargs)
        self.widget.attrs |= {"lang": "vi", "autocomplete": "off"}
        self.error_messages |= {
            "required": _("Chưa có chữ nào. Hãy điền rồi lưu lại."),
            "max_length": _("Dài quá {limit} ký tự. Hãy rút gọn rồi lưu lại.").format(limit=longest),
        }

    def clean(self, value: Any) -> str | None:
        return " ".join(unicodedata.normalize("NFC", str(super().clean(value) or "")).split()) or None


class Names(Line):
    """Several names in one line, apart by semicolons; the value is their list."""

    def prepare_value(self, value: Any) -> Any:
        return f"{BETWEEN_NAMES} ".join(value) if isinstance(value, list | tuple) else value

    def clean(self, value: Any) -> list[str]:  # type: ignore[override]
        names = (" ".join(name.split()) for name in (super().clean(value) or "").split(BETWEEN_NAMES))
        return list(dict.fromkeys(filter(None, names)))


class Amount(forms.CharField):
    """A sum of money in đồng, with or without the dots between thousands."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, max_length=30, **kwargs)
        self.widget.attrs |= {"inputmode": "numeric", "autocomplete": "off"}

    def clean(self, value: Any) -> int | None:
        digits = "".join(str(super().clean(value) or "").translate(str.maketrans("", "", ".,")).split())
        if digits and not (digits.isdecimal() and len(digits) <= 15):
            raise ValidationError(_("Chỉ ghi số tiền bằng chữ số, ví dụ 12.500.000."))
        return int(digits) if digits else None


class Choice(forms.ChoiceField):
    """One of a list. Nothing chosen is `nothing` where `is_open`, else refused.

    :param empty: the words of the choice of nothing.
    """

    def __init__(
        self,
        choices: list[tuple[str, str]],
        *,
        empty: str = "",
        is_open: bool = True,
        nothing: str | None = None,
        **kwargs: Any,
    ) -> None:
        first = [("", empty)] if empty else []
        super().__init__(choices=[*first, *choices], required=not (empty and is_open), **kwargs)
        self.nothing = nothing
        self.error_messages |= dict.fromkeys(("required", "invalid_choice"), _("Chưa chọn mục nào. Hãy chọn rồi lưu."))

    def clean(self, value: Any) -> str | None:
        return str(super().clean(value) or "") or self.nothing
