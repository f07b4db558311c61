"""Days as officers write them (5/9/2025), and as a reading keeps them (2025-09-05). Pure."""

from __future__ import annotations

import calendar
import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from loa.core.language import gettext as _

_WRITTEN = re.compile(r"(?:(\d{1,2})\s*[/.-]\s*)?(\d{1,2})\s*[/.-]\s*(\d{4})")
_KEPT = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


class DayField(forms.CharField):
    """A day, written `5/9/2025`; its value is `2025-09-05`, or None where nothing is written.

    :param may_lack_day: whether a month alone will do (`9/2025`, kept as `2025-09`).
    """

    def __init__(self, *, may_lack_day: bool = False, **kwargs: Any) -> None:
        super().__init__(required=False, max_length=20, **kwargs)
        self.may_lack_day = may_lack_day
        self.widget.attrs |= {"inputmode": "numeric", "autocomplete": "off", "placeholder": _("ngày/tháng/năm")}

    def prepare_value(self, value: Any) -> Any:
        return written_day(value) if isinstance(value, str) else value

    def clean(self, value: Any) -> str | None:
        text = str(super().clean(value) or "")
        return kept_day(text, may_lack_day=self.may_lack_day) if text else None


def written_day(kept: str) -> str:
    """`2025-09-05` as `5/9/2025`; what is no such day stays as it is."""
    found = _KEPT.fullmatch(kept)
    if not found:
        return kept
    return "/".join(str(int(part)) for part in reversed(found.groups()) if part)


def kept_day(text: str, *, may_lack_day: bool) -> str:
    """`5/9/2025` as `2025-09-05`.

    :raises ValidationError: no day, or one that the month does not have, with the mend.
    """
    found = _WRITTEN.fullmatch(text.strip())
    if not found or (found[1] is None and not may_lack_day):
        raise ValidationError(_("Chưa rõ là ngày nào. Ghi ngày/tháng/năm, ví dụ 5/9/2025."))
    month, year = int(found[2]), int(found[3])
    if not 1 <= month <= 12 or not 1900 <= year <= 2100:
        raise ValidationError(_("Không có tháng {month}/{year}. Xem lại ngày.").format(month=found[2], year=found[3]))
    if found[1] is None:
        return f"{year:04}-{month:02}"
    last = calendar.monthrange(year, month)[1]
    if not 1 <= int(found[1]) <= last:
        raise ValidationError(_("Tháng {month} chỉ có {last} ngày. Xem lại ngày.").format(month=month, last=last))
    return f"{year:04}-{month:02}-{int(found[1]):02}"
