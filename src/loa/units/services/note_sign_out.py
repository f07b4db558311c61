"""Keeping in the trail that somebody signed out."""

from __future__ import annotations

from datetime import datetime

from loa.core.actor import Actor
from loa.core.services import audit
from loa.units.models import User


def note_sign_out(*, user: User, actor: Actor, at: datetime) -> None:
    """Write that `user` ended the session of this device; what is ended from elsewhere is written by `end_session`."""
    audit.record("units.person.signed-out", target=user, by=actor, at=at)
