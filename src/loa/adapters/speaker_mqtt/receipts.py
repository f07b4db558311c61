"""From the player's signed bytes to a receipt that the delivery understands."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from loa.adapters.speaker_mqtt.wire import VERSION
from loa.channels.ports import Outcome, ReceiptEvent, ReceiptRejected

_NAME = re.compile(r"[A-Za-z0-9_-]{1,80}")


def event_of(body: Mapping[str, Any], *, raw: bytes, signature: str) -> ReceiptEvent:
    """The receipt that a player's opened envelope holds.

    :raises ReceiptRejected: of another kind or version, or a field is missing or wrong.
    """
    if body.get("version") != VERSION or body.get("kind") != "receipt":
        raise ReceiptRejected("other-kind")
    started_at = None if body.get("started_at") is None else _instant(body, "started_at")
    sink = body.get("sink")
    if not isinstance(sink, str) or not sink:
        raise ReceiptRejected("malformed")
    return ReceiptEvent(
        key=_name(body, "order"),
        receipt_key=_name(body, "id"),
        outcome=_outcome(body),
        happened_at=started_at or _instant(body, "ended_at"),
        source="player",
        is_simulated=sink == "null" or _number(body, "speed") != 1,
        seconds=_number(body, "seconds"),
        raw=raw.decode("utf-8"),
        signature=signature,
        commune_code=_name(body, "commune"),
        outlet_code=_name(body, "outlet"),
        sha256=_name(body, "sha256") if body.get("sha256") else None,
    )


def _outcome(body: Mapping[str, Any]) -> Outcome:
    try:
        return Outcome(str(body.get("outcome")))
    except ValueError:
        raise ReceiptRejected("unknown-outcome") from None


def _name(body: Mapping[str, Any], name: str) -> str:
    value = body.get(name)
    if not isinstance(value, str) or not _NAME.fullmatch(value):
        raise ReceiptRejected("malformed")
    return value


def _number(body: Mapping[str, Any], name: str) -> float:
    value = body.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < math.inf:
        raise ReceiptRejected("malformed")
    return float(value)


def _instant(body: Mapping[str, Any], name: str) -> datetime:
    value = body.get(name)
    try:
        at = datetime.fromisoformat(value) if isinstance(value, str) else None
        if at is not None and at.tzinfo is not None:
            return at.astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    raise ReceiptRejected("malformed")
