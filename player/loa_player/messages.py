"""What an order, an acknowledgement and a receipt say. The schemas are in `player/schemas`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from loa_player.envelope import Untrusted

VERSION = 1
PRIORITIES = ("normal", "high", "urgent")
_HEX64 = re.compile(r"[0-9a-f]{64}")
_NAME = re.compile(r"[A-Za-z0-9_-]{1,80}")
_LINE = re.compile(r"[^\x00-\x1f]{0,2000}")


@dataclass(frozen=True, slots=True)
class Trust:
    """Whom this player obeys and who it is: the commune's public key and code, its own outlet code."""

    commune_key: str
    commune: str
    outlet: str


@dataclass(frozen=True, slots=True)
class Audio:
    """The file to play: SHA-256, bytes, media type, and where to fetch it."""

    sha256: str
    size: int
    media_type: str
    url: str


@dataclass(frozen=True, slots=True)
class Order:
    """One signed order. It holds in `[not_before, expires_at)`."""

    id: str
    correlation: str
    sequence: int
    priority: str
    not_before: datetime
    expires_at: datetime
    audio: Audio


@dataclass(frozen=True, slots=True)
class Ack:
    """The commune has noted the receipt of that id."""

    receipt: str


def read_order(body: Mapping[str, Any], *, trust: Trust) -> Order:
    """:raises Untrusted: not an order of this version for this outlet, or a field is wrong."""
    _check_head(body, kind="order", trust=trust)
    audio = body.get("audio")
    if not isinstance(audio, dict):
        raise Untrusted("malformed")
    _text(body, "approval", pattern=_HEX64)
    instant(body, "issued_at")
    order = Order(
        id=_text(body, "id", pattern=_NAME),
        correlation=_text(body, "correlation", pattern=_LINE),
        sequence=_whole(body, "sequence"),
        priority=_text(body, "priority", pattern=_NAME),
        not_before=instant(body, "not_before"),
        expires_at=instant(body, "expires_at"),
        audio=Audio(
            sha256=_text(audio, "sha256", pattern=_HEX64),
            size=_whole(audio, "size"),
            media_type=_text(audio, "media_type", pattern=_LINE),
            url=_text(audio, "url", pattern=_LINE),
        ),
    )
    if order.priority not in PRIORITIES or order.expires_at <= order.not_before:
        raise Untrusted("malformed")
    return order


def read_ack(body: Mapping[str, Any], *, trust: Trust) -> Ack:
    """:raises Untrusted: not an acknowledgement of this version for this outlet."""
    _check_head(body, kind="ack", trust=trust)
    return Ack(receipt=_text(body, "receipt", pattern=_NAME))


def utc_text(at: datetime) -> str:
    """`at` in UTC with microseconds: such texts sort as the instants do."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def instant(body: Mapping[str, Any], name: str) -> datetime:
    """:raises Untrusted: not an instant with its zone."""
    text = body.get(name)
    try:
        at = datetime.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        at = None
    if at is None or at.tzinfo is None:
        raise Untrusted("malformed")
    return at.astimezone(UTC)


def _check_head(body: Mapping[str, Any], *, kind: str, trust: Trust) -> None:
    if body.get("version") != VERSION:
        raise Untrusted("other-version")
    if body.get("kind") != kind:
        raise Untrusted("other-kind")
    if body.get("commune") != trust.commune or body.get("outlet") != trust.outlet:
        raise Untrusted("other-outlet")


def _text(body: Mapping[str, Any], name: str, *, pattern: re.Pattern[str]) -> str:
    value = body.get(name)
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise Untrusted("malformed")
    return value


def _whole(body: Mapping[str, Any], name: str) -> int:
    value = body.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value < 2**53:
        raise Untrusted("malformed")
    return value
