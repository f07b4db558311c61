"""Where a member of staff is signed in."""

from __future__ import annotations

import uuid
from importlib import import_module
from typing import Any

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models

from loa.units.models.user import User

_CHANGING = ("session_data", "expire_date", "user", "last_seen_at", "device")


class StaffSession(AbstractBaseSession):
    """One sign-in on one device; without a user it only carries the sign-in form's token.

    Screens and the audit trail name it by `public_id`: whoever knows `session_key` is signed in.
    """

    public_id = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(User, models.CASCADE, null=True, blank=True, related_name="sessions")
    device = models.CharField(max_length=60, blank=True)  # see `units.devices`
    created_at = models.DateTimeField()
    last_seen_at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.public_id)

    @classmethod
    def get_session_store_class(cls) -> type[SessionBase]:
        store: type[SessionBase] = import_module(settings.SESSION_ENGINE).SessionStore
        return store

    def save(self, *args: Any, **kwargs: Any) -> None:
        if kwargs.get("force_update"):
            # The store builds the row anew from what the session holds; the birth of the row stays as it was.
            kwargs["update_fields"] = _CHANGING
        super().save(*args, **kwargs)
