"""Forms of the outlets and the units."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from loa.channels.models import Outlet
from loa.channels.ports import CHANNEL_LABELS, ChannelKind
from loa.channels.services.change_outlet import OutletFacts
from loa.console.office.once import OnceForm
from loa.console.office.seen import SeenForm, Values
from loa.console.office.unit_choice import unit_field
from loa.core.language import gettext
from loa.core.language import gettext as _
from loa.units.models import Unit, UnitKind
from loa.units.services.add_unit import NewUnit


def name_field(*, label: str, help_text: str = "") -> forms.CharField:
    """A name as people write it; what is too long or empty is the service's to refuse."""
    missing = _("Tên còn để trống. Chưa có gì thay đổi. Hãy ghi tên.")
    widget = forms.TextInput(attrs={"lang": "vi", "autocomplete": "off"})
    return forms.CharField(label=label, help_text=help_text, widget=widget, error_messages={"required": missing})


class NewOutletForm(OnceForm):
    """A new place where messages come out."""

    def __init__(self, *args: Any, units: Sequence[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = [(kind.value, gettext(label)) for kind, label in CHANNEL_LABELS.items()]
        self.fields["channel"] = forms.TypedChoiceField(choices=kinds, coerce=ChannelKind, label=_("Loại kênh"))
        self.fields["name"] = name_field(label=_("Tên điểm phát"), help_text=_("Ví dụ: Cụm loa nhà văn hóa khu 4"))
        self.fields["unit"] = unit_field(units, label=_("Đơn vị trông coi"), help_text=unit_hint())
        self.fields["player_public_key"] = forms.CharField(
            required=False,
            label=_("Khóa của thiết bị phát (nếu có)"),
            help_text=_("64 chữ số 0-9, a-f mà thiết bị in ra khi cài đặt. Có khóa thì máy tự ký xác nhận đã phát."),
            widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false", "autocapitalize": "none"}),
        )


class OutletForm(SeenForm):
    """Another name or unit for an outlet."""

    def __init__(self, *args: Any, outlet: Outlet, units: Sequence[Unit], **kwargs: Any) -> None:
        self.units = {unit.pk: unit for unit in units}
        initial = {"name": outlet.name, "unit": outlet.unit_id}
        super().__init__(*args, present=outlet_values(outlet), initial=initial, **kwargs)
        self.fields["name"] = name_field(label=_("Tên điểm phát"))
        self.fields["unit"] = unit_field(units, label=_("Đơn vị trông coi"), help_text=unit_hint())

    def seen_facts(self) -> OutletFacts:
        """What the writer saw; a unit that is gone or was never there compares as none."""
        name, unit_id = (*self.cleaned_data["seen"], None, None)[:2]
        return OutletFacts(str(name), self.units.get(unit_id) if isinstance(unit_id, int) else None)


def outlet_values(outlet: Outlet) -> Values:
    """What a change of an outlet is compared with."""
    return [outlet.name, outlet.unit_id]


def unit_hint() -> str:
    """Why an outlet has a unit."""
    return _("Trưởng thôn, tổ dân phố của đơn vị này thấy lệnh phát, xác nhận nghe rõ và nộp minh chứng.")


class NewUnitForm(OnceForm):
    """A unit that no plan has named yet."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"] = name_field(label=_("Tên đầy đủ"), help_text=_("Ví dụ: Khu dân cư số 4"))
        self.fields["kind"] = kind_field()


class UnitForm(SeenForm):
    """Another name or kind for a unit."""

    def __init__(self, *args: Any, unit: Unit, **kwargs: Any) -> None:
        initial = {"name": unit.name, "kind": unit.kind}
        super().__init__(*args, present=unit_values(unit), initial=initial, **kwargs)
        self.fields["name"] = name_field(
            label=_("Tên đầy đủ"), help_text=_("Kế hoạch ghi tên cũ vẫn nhận ra đơn vị này.")
        )
        self.fields["kind"] = kind_field()

    def seen_unit(self) -> NewUnit:
        """What the writer saw; a kind that is none compares as the first one."""
        name, kind = (*self.cleaned_data["seen"], None, None)[:2]
        return NewUnit(str(name), UnitKind(kind) if kind in UnitKind.values else UnitKind.OFFICE)


def unit_values(unit: Unit) -> Values:
    """What a change of a unit is compared with."""
    return [unit.name, unit.kind]


def kind_field() -> forms.TypedChoiceField:
    """What a unit is."""
    kinds = [(kind.value, gettext(kind.label)) for kind in UnitKind]
    return forms.TypedChoiceField(choices=kinds, coerce=UnitKind, label=_("Loại"))
