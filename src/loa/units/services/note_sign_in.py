"""Keeping in the trail that somebody signed in."""

from __future__ import annotations

from datetime import datetime

from loa.core.actor import Actor
from loa.core.services import audit
from loa.units.models import User


def note_sign_in(*, user: User, actor: Actor, at: datetime) -> None:
    """Write that `user` signed in; from where is told by the list of sessions, and only to the person."""
    audit.record("units.person.signed-in", target=user, by=actor, at=at)
