"""The time, asked for once at the edge (command, task, request) and then passed in."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")


def now() -> datetime:
    """The present instant, in UTC. A simulated clock ticks on from where the settings put it."""
    simulated: tuple[datetime, float] | None = getattr(settings, "SIMULATED_CLOCK", None)
    if simulated is None:
        return datetime.now(UTC)
    start, real_epoch = simulated
    return start.astimezone(UTC) + timedelta(seconds=time.time() - real_epoch)


def is_simulated() -> bool:
    """Whether the clock is the demo's; screens then say "Giờ mô phỏng"."""
    return getattr(settings, "SIMULATED_CLOCK", None) is not None
