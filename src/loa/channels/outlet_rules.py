"""What every change of an outlet keeps to."""

from __future__ import annotations

from loa.channels.models import Outlet
from loa.channels.refusals import OutletNotFound, WrongOutlet
from loa.core.actor import Actor
from loa.core.language import gettext as _
from loa.units.authority import refuse_without
from loa.units.models import Unit
from loa.units.rights import Right

NAME_LETTERS = 120


def outlet_to_manage(outlet: Outlet, actor: Actor) -> Outlet:
    """The outlet's present row, locked; call it inside a transaction.

    :raises OutletNotFound: the actor sees no such outlet.
    :raises MayNotManage: the actor may not manage the outlets of this commune.
    """
    row = Outlet.objects.visible_to(actor).select_for_update().filter(pk=outlet.pk).first()
    if row is None:
        raise OutletNotFound(_("Không tìm thấy điểm phát này trong danh sách của xã. Chưa có gì thay đổi."))
    refuse_without(Right.MANAGE_OUTLETS, commune=row.commune, actor=actor)
    return row


def refuse_wrong_unit(unit: Unit | None, *, commune_id: int) -> None:
    """Let no unit pass, or one of the commune.

    :raises WrongOutlet: another commune's unit.
    """
    if unit is not None and unit.commune_id != commune_id:
        raise WrongOutlet(_("Không tìm thấy đơn vị này ở xã. Chưa có gì thay đổi. Hãy chọn lại đơn vị."))
