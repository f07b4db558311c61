"""Taking a closed outlet into use again."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from loa.channels.models import Outlet
from loa.channels.outlet_rules import outlet_to_manage
from loa.core.actor import Actor
from loa.core.services import audit


@transaction.atomic
def reopen_outlet(*, outlet: Outlet, actor: Actor, at: datetime) -> Outlet:
    """Let messages be planned for `outlet` again.

    :raises OutletNotFound: no outlet that the actor sees.
    :raises MayNotManage: the actor may not manage the outlets of this commune.
    """
    row = outlet_to_manage(outlet, actor)
    if row.closed_at is not None:
        row.closed_at = None
        row.save(update_fields=["closed_at"])
        audit.record("channels.outlet.reopened", target=row, by=actor, at=at)
    return row
