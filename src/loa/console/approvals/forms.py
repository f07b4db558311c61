"""The reason for sending a message back."""

from __future__ import annotations

from typing import Any

from django import forms

from loa.core.language import gettext as _
from loa.editorial.services.return_version import LONGEST_REASON
from loa.editorial.words import tidy_text

FEWEST_WORDS = 3


class ReturnForm(forms.Form):
    """A few words that tell the writer what to mend."""

    reason = forms.CharField(widget=forms.Textarea(attrs={"rows": 5, "lang": "vi", "maxlength": LONGEST_REASON}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reason = self.fields["reason"]
        reason.label = _("Cần sửa chỗ nào")
        reason.help_text = _("Người viết đọc đúng những chữ này. Nói rõ chỗ nào, sửa thành gì.")
        reason.error_messages["required"] = _("Chưa có lý do. Tin được giữ nguyên. Hãy ghi cần sửa chỗ nào.")

    def clean_reason(self) -> str:
        reason = tidy_text(self.cleaned_data["reason"])
        if len(reason.split()) < FEWEST_WORDS:
            raise forms.ValidationError(
                _("Lý do quá ngắn, người viết chưa biết sửa gì. Hãy ghi ít nhất {count} chữ.").format(
                    count=FEWEST_WORDS
                )
            )
        return reason
