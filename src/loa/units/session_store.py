"""Django's database sessions on our own table: settings.SESSION_ENGINE names this module.

An outer edge: it asks the clock itself, as a request does. `expire_date` follows the machine's real time, the shown
instants follow `core.clock`, so a simulated clock never signs anybody out.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any, cast

from django.contrib.auth import SESSION_KEY as USER_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.utils import timezone

from loa.core import clock
from loa.units.models import StaffSession

DEVICE_KEY = "device"  # the sign-in puts `devices.device_of(user agent)` here
SEEN_EVERY = timedelta(minutes=5)  # no write per request


class SessionStore(DatabaseStore):
    """A session that knows whose it is, on what device, and when it was last used (to five minutes)."""

    @classmethod
    def get_model_class(cls) -> type[StaffSession]:
        """Our table instead of Django's."""
        return StaffSession

    def load(self) -> dict[str, Any]:
        """What the session holds; a session in use is saved again at the end of the request, which prolongs it."""
        row = StaffSession.objects.filter(session_key=self.session_key, expire_date__gt=timezone.now()).first()
        if row is None:
            self._session_key = None  # Django then makes a new key: nobody chooses one
            return {}
        # abs: a simulated clock may be set back between two starts
        if abs(clock.now() - row.last_seen_at) >= SEEN_EVERY:
            self.modified = True
        return self.decode(row.session_data)

    def create_model_instance(self, data: dict[str, Any]) -> StaffSession:
        """The row for `data`; an update keeps the row's first instant and public id (see `StaffSession.save`)."""
        row = cast(StaffSession, super().create_model_instance(data))
        user = data.get(USER_KEY)
        row.user_id = int(user) if user else None
        row.device = str(data.get(DEVICE_KEY, ""))[:60]
        row.created_at = row.last_seen_at = clock.now()
        return row
