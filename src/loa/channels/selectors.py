"""Reading outlets."""

from __future__ import annotations

from loa.channels.models import Outlet
from loa.channels.refusals import OutletNotFound
from loa.core.actor import Actor
from loa.core.language import gettext as _
from loa.vietnamese.sorting import sort_key


def outlets_of(actor: Actor) -> list[Outlet]:
    """The outlets that the actor sees with their units: those in use first, each part in Vietnamese order of names."""
    rows = Outlet.objects.visible_to(actor).select_related("unit")
    return sorted(rows, key=lambda row: (row.closed_at is not None, sort_key(row.name), row.pk))


def outlet_for(actor: Actor, pk: int) -> Outlet:
    """That outlet of the actor's commune, with its unit.

    :raises OutletNotFound: no such outlet that the actor sees.
    """
    outlet = Outlet.objects.visible_to(actor).select_related("unit").filter(pk=pk).first()
    if outlet is None:
        raise OutletNotFound(_("Không tìm thấy điểm phát này trong danh sách của xã."))
    return outlet
