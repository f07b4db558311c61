"""What the adapter needs to know of one commune's broker."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path


def _real_time() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class SpeakerBroker:
    """One commune's account at the broker, its signing hand, and the place players fetch audio from.

    :param media_root: folder whose files are served below `media_url`, each named `<sha256>.mp3`.
    :param key_id: short name of the commune's key; `sign` makes that key's signature of some bytes, as hex.
    :param now: the clock that stamps `issued_at`.
    """

    host: str
    port: int
    username: str
    password: str = field(repr=False)
    commune_code: str
    media_root: Path
    media_url: str
    key_id: str
    sign: Callable[[bytes], str] = field(repr=False)
    now: Callable[[], datetime] = field(default=_real_time, repr=False)
