"""Which unit of a commune a name belongs to already."""

from __future__ import annotations

from loa.core.language import gettext as _
from loa.units.models import Commune, Unit
from loa.units.refusals import WrongName
from loa.units.selectors import known_units


def refuse_namesake(name: str, *, commune: Commune, renamed: Unit | None = None) -> None:
    """Let a name pass by which no unit of `commune` is known, but for `renamed` itself.

    Call it under a lock on the commune.

    :raises WrongName: another unit is called so, or is written so in a plan.
    """
    for unit in known_units(commune):
        if (renamed is None or unit.key != renamed.pk) and unit.is_spelled(name):
            raise WrongName(
                _("Tên này đã dùng cho đơn vị “{unit}”. Chưa có gì thay đổi. Hãy ghi tên khác.").format(unit=unit.name)
            )
