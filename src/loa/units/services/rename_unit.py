"""Correcting a unit's name or kind."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from loa.core.actor import Actor
from loa.core.language import gettext as _
from loa.core.services import audit
from loa.units.authority import refuse_without
from loa.units.given_names import clean_name
from loa.units.models import Commune, Unit, UnitAlias
from loa.units.models.unit import NAME_LETTERS
from loa.units.refusals import ChangedMeanwhile, UnitNotFound
from loa.units.rights import Right
from loa.units.services.add_unit import NewUnit
from loa.units.services.index_names import index_unit
from loa.units.unit_spelling import refuse_namesake


@transaction.atomic
def rename_unit(*, unit: Unit, to: NewUnit, actor: Actor, at: datetime, seen: NewUnit | None = None) -> Unit:
    """Give `unit` the name and kind of `to`; plans that use the old name find it as before.

    :param seen: the name and kind that the person was shown; None asks for no comparison.
    :raises UnitNotFound: no unit that the actor sees.
    :raises MayNotManage: the actor may not manage the units of this commune.
    :raises ChangedMeanwhile: the unit was another than `seen` by now.
    :raises WrongName: the name is empty, too long, or one by which another unit is known.
    """
    found = Unit.objects.visible_to(actor).select_related("commune").filter(pk=unit.pk).first()
    if found is None:
        raise UnitNotFound(_("Không tìm thấy đơn vị này trong danh sách của xã. Chưa có gì thay đổi."))
    refuse_without(Right.MANAGE_UNITS, commune=found.commune, actor=actor)
    name = clean_name(to.name, longest=NAME_LETTERS)
    Commune.objects.select_for_update().get(pk=found.commune_id)
    row = Unit.objects.get(pk=found.pk)
    if (row.name, row.kind) == (name, to.kind):
        return row
    if seen is not None and (row.name, row.kind) != (seen.name, seen.kind):
        raise ChangedMeanwhile(
            _("Người khác vừa sửa đơn vị này thành “{name}”. Chưa có gì bị ghi đè. Hãy xem rồi sửa tiếp.").format(
                name=row.name
            )
        )
    refuse_namesake(name, commune=found.commune, renamed=row)
    for text in (row.name, name):
        UnitAlias.objects.get_or_create(unit=row, text=text)
    detail = {"from": row.name, "to": name, "kind": to.kind.value}
    row.name, row.kind = name, to.kind
    row.save(update_fields=["name", "kind"])
    index_unit(row)
    audit.record("units.unit.renamed", target=row, by=actor, at=at, detail=detail)
    return row
