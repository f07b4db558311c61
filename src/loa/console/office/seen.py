"""Forms that carry what their writer saw, so that nobody overwrites what a second person changed meanwhile."""

from __future__ import annotations

import json
from copy import copy
from typing import Any

from django import forms

from loa.core.language import gettext as _

Values = list[Any]  # strings, numbers, None and lists of them, as JSON has them


class SeenForm(forms.Form):
    """A form with the row's values at the time the page was shown, as one hidden field."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=4000)

    def __init__(self, *args: Any, present: Values, **kwargs: Any) -> None:
        kwargs["initial"] = kwargs.get("initial", {}) | {"seen": json.dumps(present)}
        super().__init__(*args, **kwargs)
        self.fields["seen"].error_messages = dict.fromkeys(("required", "max_length"), too_old())

    def clean_seen(self) -> Values:
        """The values as the writer saw them."""
        try:
            seen = json.loads(self.cleaned_data["seen"])
        except (ValueError, RecursionError):
            seen = None
        if not isinstance(seen, list):
            raise forms.ValidationError(too_old())
        return seen

    def look_again(self, present: Values) -> None:
        """Let the page, shown again with what was typed, carry the row's values of now: its writer has been told."""
        data: Any = copy(self.data)  # the copy of a posted form can be changed
        data["seen"] = json.dumps(present)
        self.data = data


def too_old() -> str:
    """What a page says whose form lost its hidden fields."""
    return _("Trang này đã cũ, chưa có gì thay đổi. Hãy mở lại trang rồi làm lại.")
