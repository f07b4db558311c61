"""A photo or a PDF, and a word beside it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from loa.core.language import gettext as _
from loa.editorial.words import tidy_text
from loa.evidence.proof_file import MAX_BYTES

LONGEST_NOTE = 500


class ProofForm(forms.Form):
    """The file is recognised by its bytes, later; here only its size is looked at, before it is read."""

    # No `capture`: a phone then offers its camera as well as a file that is there already.
    file = forms.FileField(allow_empty_file=True, widget=forms.FileInput(attrs={"accept": "image/*,application/pdf"}))
    note = forms.CharField(
        required=False,
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 3, "lang": "vi"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        file, note = self.fields["file"], self.fields["note"]
        file.label = _("Ảnh hoặc tệp PDF")
        file.help_text = _("Chụp nơi đã làm, không chụp rõ mặt bà con. Tối đa 20 MB.")
        missing = _("Chưa có ảnh. Chưa lưu gì. Hãy chụp hoặc chọn tệp rồi nộp.")
        file.error_messages |= {"required": missing, "invalid": missing, "missing": missing}
        note.label = _("Ghi chú")
        note.help_text = _("Không bắt buộc. Ví dụ: đã dán ở bảng tin nhà văn hóa.")
        note.error_messages["max_length"] = _("Ghi chú dài tối đa 500 chữ cái. Chưa lưu gì. Hãy rút gọn.")

    def clean_file(self) -> UploadedFile:
        file: UploadedFile = self.cleaned_data["file"]
        if file.size is not None and file.size > MAX_BYTES:
            raise forms.ValidationError(_("Tệp minh chứng lớn hơn 20 MB. Chưa lưu gì. Hãy chọn ảnh nhỏ hơn."))
        return file

    def clean_note(self) -> str:
        return tidy_text(self.cleaned_data["note"])
