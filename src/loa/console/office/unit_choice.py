"""Choosing one unit of the commune in a form."""

from __future__ import annotations

from collections.abc import Sequence

from django import forms

from loa.console.frame.choices import DataSelect
from loa.core.actor import Actor
from loa.core.language import gettext as _
from loa.units.models import Unit, UnitKind
from loa.vietnamese.sorting import sort_key


def units_to_choose(actor: Actor) -> list[Unit]:
    """The commune's own units in the order of the Vietnamese alphabet."""
    rows = Unit.objects.visible_to(actor).exclude(kind=UnitKind.ELSEWHERE)
    return sorted(rows, key=lambda unit: sort_key(unit.name))


def unit_field(units: Sequence[Unit], *, label: str, help_text: str = "") -> forms.TypedChoiceField:
    """A field that gives a Unit or None."""
    by_pk = {str(unit.pk): unit for unit in units}
    return forms.TypedChoiceField(
        choices=[("", _("Không thuộc đơn vị nào")), *((pk, unit.name) for pk, unit in by_pk.items())],
        coerce=by_pk.__getitem__,
        empty_value=None,
        required=False,
        label=label,
        help_text=help_text,
        widget=DataSelect,
        error_messages={"invalid_choice": _("Không tìm thấy đơn vị này. Hãy chọn lại đơn vị.")},
    )
