"""Signing out of one device from another."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from loa.core.actor import Actor
from loa.core.services import audit
from loa.units.models import StaffSession


@transaction.atomic
def end_session(*, public_id: UUID, actor: Actor, at: datetime) -> bool:
    """End the actor's own session of that public id; False where there is none (any more), or it is somebody else's."""
    session = StaffSession.objects.select_for_update().filter(public_id=public_id, user_id=actor.person_id).first()
    if session is None or session.user is None:
        return False
    user = session.user
    session.delete()
    # Never the session as target: its primary key is what signs a device in.
    audit.record("units.session.ended", target=user, by=actor, at=at, detail={"session": str(public_id)})
    return True
