"""How much is made, and the year it happens in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from loa.core.clock import VIETNAM

NOW = datetime(2026, 8, 26, 8, 30, tzinfo=VIETNAM)
YEAR = timedelta(days=365)
AHEAD = timedelta(days=2)  # how far the schedule is already planned
START = NOW + AHEAD - YEAR


@dataclass(frozen=True, slots=True)
class Size:
    """Counts of rows; the rest follows from them."""

    plans: int = 12
    messages: int = 2_000
    dispatches: int = 50_000
    reports: int = 12


FULL = Size()
