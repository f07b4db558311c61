"""How much waits behind each place of the navigation."""

from __future__ import annotations

from django.db.models import Count

from loa.core.actor import Actor
from loa.delivery.selectors import work_orders_open
from loa.editorial.models import MessageVersion, VersionState
from loa.units.models import Commune
from loa.units.rights import Right


def waiting_counts(actor: Actor, *, commune: Commune) -> dict[str, int]:
    """Rows by the URL name of their place: to approve, sent back to be written anew, to be proved by hand."""
    counts: dict[str, int] = {}
    if actor.may(Right.SEE_MESSAGES):
        by_state = _versions_by_state(actor)
        counts["approvals"] = by_state.get(VersionState.SUBMITTED, 0)
        if actor.may(Right.WRITE_MESSAGE):
            counts["messages"] = by_state.get(VersionState.RETURNED, 0)
    if actor.may(Right.ADD_EVIDENCE):
        counts["dispatches"] = work_orders_open(commune, actor).count()
    return counts


def _versions_by_state(actor: Actor) -> dict[str, int]:
    rows = MessageVersion.objects.visible_to(actor).filter(state__in=(VersionState.SUBMITTED, VersionState.RETURNED))
    return dict(rows.order_by().values_list("state").annotate(Count("pk")))
