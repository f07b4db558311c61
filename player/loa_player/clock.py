"""The player's time: the machine's, or the demo's simulated one that ticks on from a given instant."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

from loa_player.refusal import PlayerRefusal

VIETNAM = timezone(timedelta(hours=7))


@dataclass(frozen=True, slots=True)
class Clock:
    """`start` is None for real time; else it was `start` when the machine's clock said `real_epoch`."""

    start: datetime | None = None
    real_epoch: float = 0.0

    def now(self) -> datetime:
        """The present instant, in UTC."""
        if self.start is None:
            return datetime.now(UTC)
        return self.start.astimezone(UTC) + timedelta(seconds=time.time() - self.real_epoch)


def read_clock(text: str) -> Clock:
    """`real`, or `ISO@epoch` (the instant, and the real second at which it was that instant).

    :raises PlayerRefusal: unreadable.
    """
    if text == "real":
        return Clock()
    day, _sep, epoch = text.partition("@")
    try:
        start = datetime.fromisoformat(day)
        real = float(epoch) if epoch else time.time()
    except ValueError as error:
        raise PlayerRefusal(f"Giờ mô phỏng không đọc được: {text}. Ví dụ: 2025-08-28T17:00:00+07:00@0.") from error
    return Clock(start if start.tzinfo else start.replace(tzinfo=VIETNAM), real)
