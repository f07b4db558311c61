"""Where and when an approved message goes out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django import forms

from loa.channels.models import Outlet
from loa.core.clock import VIETNAM
from loa.core.language import gettext
from loa.core.language import gettext as _
from loa.delivery.models.dispatch import Priority

NOW, LATER = "now", "later"
NOW_HOLDS = timedelta(minutes=10)
FARTHEST = timedelta(days=366)
OFFERED = (Priority.NORMAL, Priority.HIGH)
MINUTES = "%Y-%m-%dT%H:%M"


def _moment_field() -> forms.DateTimeField:
    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format=MINUTES)
    return forms.DateTimeField(required=False, input_formats=[MINUTES, f"{MINUTES}:%S"], widget=widget)


class SendForm(forms.Form):
    """Outlets one by one or a whole channel, a time, an end, a priority.

    `now_at` is the instant at which the page was made: "now" means that instant, so that the same page sent twice
    plans once. After ten minutes it holds no longer.
    """

    outlets = forms.MultipleChoiceField(required=False)
    channels = forms.MultipleChoiceField(required=False)
    when = forms.ChoiceField(widget=forms.RadioSelect, initial=NOW)
    later_at = _moment_field()
    until = _moment_field()
    priority = forms.ChoiceField(initial=Priority.NORMAL.value)
    now_at = forms.CharField(required=False)

    def __init__(self, *args: Any, open_outlets: Sequence[Outlet], at: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.at, self.open_outlets = at, open_outlets
        self.is_renewed = False
        self._choose("outlets", [(str(outlet.pk), outlet.name) for outlet in open_outlets])
        self._choose("channels", [(outlet.channel, outlet.channel) for outlet in open_outlets])
        self._choose("when", [(NOW, _("Gửi ngay")), (LATER, _("Hẹn giờ"))])
        self._choose("priority", [(one.value, gettext(str(one.label))) for one in OFFERED])
        gone = _("Có điểm phát vừa ngừng dùng. Chưa có gì được phát. Hãy xem lại danh sách rồi chọn lại.")
        self.fields["outlets"].error_messages["invalid_choice"] = gone
        self.fields["channels"].error_messages["invalid_choice"] = gone
        self._name_them()

    def _choose(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        field.choices = choices  # type: ignore[attr-defined]

    def _name_them(self) -> None:
        labels = {
            "when": _("Giờ phát"),
            "later_at": _("Hẹn lúc"),
            "until": _("Hết hạn lúc"),
            "priority": _("Mức ưu tiên"),
        }
        for name, label in labels.items():
            self.fields[name].label = label
        unread = _("Không đọc được ngày giờ này. Hãy chọn lại, ví dụ 17:00 ngày 23/10/2025.")
        for name in ("later_at", "until"):
            self.fields[name].error_messages["invalid"] = unread
        self.fields["later_at"].help_text = _("Giờ Việt Nam. Chỉ dùng khi chọn “Hẹn giờ”.")
        self.fields["until"].help_text = _(
            "Quá giờ này thì không phát nữa. Để trống: loa 1 giờ, bảng tin 7 ngày, kênh khác 12 giờ đến 7 ngày."
        )

    @property
    def chosen(self) -> list[Outlet]:
        """The outlets named one by one or by their channel."""
        pks, channels = set(self.cleaned_data["outlets"]), set(self.cleaned_data["channels"])
        return [outlet for outlet in self.open_outlets if str(outlet.pk) in pks or outlet.channel in channels]

    @property
    def page_made_at(self) -> str:
        """The instant for the page's hidden field: as posted while it holds, else now."""
        posted = None if self.is_renewed or not self.is_bound else _instant(self.data.get("now_at", ""))
        return (posted or self.at).isoformat()

    @property
    def opened_at(self) -> datetime:
        """When the page that was sent was made, as it says itself; without that word, now."""
        return _instant(self.data.get("now_at", "")) or self.at

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("when") == LATER and not self.has_error("later_at"):
            data["due_at"] = self._later(data.get("later_at"))
        elif data.get("when") == NOW:
            data["due_at"] = self._now(data.get("now_at", ""))
        for name in ("later_at", "until"):
            self._refuse_far(name, data.get(name))
        return data

    def _refuse_far(self, name: str, instant: datetime | None) -> None:
        if instant is not None and instant > self.at + FARTHEST:
            self.add_error(name, _("Giờ này xa hơn một năm. Chưa có gì được phát. Hãy xem lại năm."))

    def _later(self, later_at: datetime | None) -> datetime | None:
        if later_at is None:
            self.add_error("later_at", _("Chưa chọn giờ hẹn. Hãy chọn ngày giờ, hoặc chọn “Gửi ngay”."))
        elif later_at <= self.at:
            self.add_error(
                "later_at",
                _("{when} đã qua. Chưa có gì được phát. Hãy chọn giờ muộn hơn, hoặc chọn “Gửi ngay”.").format(
                    when=f"{later_at.astimezone(VIETNAM):%H:%M %d/%m/%Y}"
                ),
            )
        return later_at

    def _now(self, posted: str) -> datetime | None:
        now_at = _instant(posted)
        if now_at is not None and timedelta(0) <= self.at - now_at <= NOW_HOLDS:
            return now_at
        self.is_renewed = True
        self.add_error(
            None, _("Trang này mở đã lâu nên giờ phát vừa được đặt lại. Chưa có gì được phát. Hãy bấm gửi lần nữa.")
        )
        return None


def _instant(text: str) -> datetime | None:
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        return None
    return instant if instant.tzinfo is not None else None
