"""Forms of the people: who is added, and which roles somebody holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.forms import BoundField

from loa.console.office.forms import name_field
from loa.console.office.once import OnceForm
from loa.console.office.seen import SeenForm, Values
from loa.console.office.unit_choice import unit_field
from loa.core.language import gettext
from loa.core.language import gettext as _
from loa.units.held_roles import HeldRole
from loa.units.models import ClosedMembership, Membership, Unit
from loa.units.rights import OWN_UNIT_ONLY, Role
from loa.units.services.enrol_person import NewPerson


class NewPersonForm(OnceForm):
    """Somebody new, with one role; more roles are given on the person's page."""

    def __init__(self, *args: Any, units: Sequence[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["display_name"] = name_field(label=_("Họ tên"))
        self.fields["username"] = forms.CharField(
            label=_("Tên đăng nhập"),
            help_text=_("Chữ không dấu, số, dấu chấm, gạch nối. Ví dụ: nguyen.thi.lan"),
            widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
            error_messages={"required": _("Chưa có tên đăng nhập. Chưa có tài khoản nào được tạo.")},
        )
        self.fields["role"] = forms.TypedChoiceField(
            choices=[("", _("Chọn một vai trò")), *((role.value, gettext(role.label)) for role in Role)],
            coerce=Role,
            label=_("Vai trò"),
            error_messages={"required": _("Chưa chọn vai trò. Chưa có tài khoản nào được tạo.")},
        )
        self.fields["unit"] = unit_field(units, label=_("Đơn vị"), help_text=head_hint())

    @property
    def person(self) -> NewPerson:
        """What was filled in."""
        words = self.cleaned_data
        return NewPerson(words["username"], words["display_name"], words["role"], words["unit"])


class RolesForm(SeenForm):
    """Each role with its unit, to be held or not."""

    def __init__(
        self, *args: Any, held: Sequence[Membership | ClosedMembership], units: Sequence[Unit], **kwargs: Any
    ) -> None:
        self.units = {unit.pk: unit for unit in units}
        has = {Role(one.role): one.unit_id for one in held}
        initial = {f"role_{role}": role in has for role in Role} | {f"unit_{role}": has.get(role) for role in Role}
        super().__init__(*args, present=role_values(held), initial=initial, **kwargs)
        for role in Role:
            label = gettext(role.label)
            self.fields[f"role_{role}"] = forms.BooleanField(required=False, label=label)
            unit_label = _("Đơn vị của vai trò {role}").format(role=label)
            hint = head_hint() if role in OWN_UNIT_ONLY else ""
            self.fields[f"unit_{role}"] = unit_field(units, label=unit_label, help_text=hint)

    @property
    def pairs(self) -> list[tuple[BoundField, BoundField]]:
        """The two fields of each role."""
        return [(self[f"role_{role}"], self[f"unit_{role}"]) for role in Role]

    @property
    def wanted(self) -> list[HeldRole]:
        """The roles that were ticked."""
        words = self.cleaned_data
        return [(role, words[f"unit_{role}"]) for role in Role if words[f"role_{role}"]]

    @property
    def seen_roles(self) -> list[HeldRole]:
        """The roles that the writer saw; what is no role or unit compares as none."""
        pairs = [pair for pair in self.cleaned_data["seen"] if isinstance(pair, list) and len(pair) == 2]
        known = [(role, unit) for role, unit in pairs if role in list(Role)]
        return [(Role(role), self.units.get(unit) if isinstance(unit, int) else None) for role, unit in known]


def role_values(held: Iterable[Membership | ClosedMembership]) -> Values:
    """What a change of roles is compared with."""
    return sorted([one.role, one.unit_id] for one in held)


def head_hint() -> str:
    """Who needs a unit."""
    return _("Trưởng thôn, tổ dân phố phải thuộc một đơn vị và chỉ thấy việc của đơn vị đó.")
