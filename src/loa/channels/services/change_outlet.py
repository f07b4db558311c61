"""Correcting the name of an outlet, or who looks after it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from loa.channels.models import Outlet
from loa.channels.outlet_rules import NAME_LETTERS, outlet_to_manage, refuse_wrong_unit
from loa.channels.refusals import OutletChangedMeanwhile
from loa.channels.services.index_names import index_outlet
from loa.core.actor import Actor
from loa.core.language import gettext as _
from loa.core.services import audit
from loa.units.given_names import clean_name
from loa.units.models import Unit


@dataclass(frozen=True, slots=True)
class OutletFacts:
    """What can be changed of an outlet; its channel and code stay, since orders and receipts carry them."""

    name: str
    unit: Unit | None = None

    @property
    def as_kept(self) -> tuple[str, int | None]:
        """The name and the unit's primary key, as the row has them."""
        return self.name, self.unit.pk if self.unit else None


@transaction.atomic
def change_outlet(
    *, outlet: Outlet, to: OutletFacts, actor: Actor, at: datetime, seen: OutletFacts | None = None
) -> Outlet:
    """Give `outlet` the name and unit of `to`.

    :param seen: the name and unit that the person was shown; None asks for no comparison.
    :raises OutletNotFound: no outlet that the actor sees.
    :raises MayNotManage: the actor may not manage the outlets of this commune.
    :raises WrongName: the name is empty or too long.
    :raises WrongOutlet: the unit is not of this commune.
    :raises OutletChangedMeanwhile: the outlet had another name or unit than `seen` by now.
    """
    row = outlet_to_manage(outlet, actor)
    refuse_wrong_unit(to.unit, commune_id=row.commune_id)
    wanted = OutletFacts(clean_name(to.name, longest=NAME_LETTERS), to.unit)
    present = (row.name, row.unit_id)
    if present == wanted.as_kept:
        return row
    if seen is not None and present != seen.as_kept:
        raise OutletChangedMeanwhile(
            _("Người khác vừa sửa điểm phát này thành “{name}”. Chưa có gì bị ghi đè. Hãy xem rồi sửa tiếp.").format(
                name=row.name
            )
        )
    row.name, row.unit = wanted.name, wanted.unit
    row.save(update_fields=["name", "unit"])
    index_outlet(row)
    detail = {"from": list(present), "to": list(wanted.as_kept)}
    audit.record("channels.outlet.changed", target=row, by=actor, at=at, detail=detail)
    return row
