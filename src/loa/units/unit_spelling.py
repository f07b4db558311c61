"""Which unit of a commune a name belongs to already."""

from __future__ import annotations

from loa.core.language import gettext as _
from loa.units.models import Commune, Unit
from loa.units.refusals import WrongName
from loa.vietnamese import unit_names


def is_spelled(name: str, unit: Unit) -> bool:
    """Whether `unit` is called `name` or is written so somewhere: case, tone placement and punctuation aside."""
    wanted = unit_names.spelling(name)
    return any(
        unit_names.spelling(text) == wanted for text in [unit.name, *(alias.text for alias in unit.aliases.all())]
    )


def refuse_namesake(name: str, *, commune: Commune, renamed: Unit | None = None) -> None:
    """Let a name pass by which no unit of `commune` is known, but for `renamed` itself.

    Call it under a lock on the commune.

    :raises WrongName: another unit is called so, or is written so in a plan.
    """
    for unit in Unit.objects.filter(commune=commune).prefetch_related("aliases"):
        if unit != renamed and is_spelled(name, unit):
            raise WrongName(
                _("Tên này đã dùng cho đơn vị “{unit}”. Chưa có gì thay đổi. Hãy ghi tên khác.").format(unit=unit.name)
            )
