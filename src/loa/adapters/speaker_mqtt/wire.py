"""Signed envelopes: `{"body": text, "key": id, "signature": hex}`; signed are the UTF-8 bytes of `body`."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from loa.channels.ports import DispatchOrder, FileRef, ReceiptRejected
from loa.core.canonical import canonical_bytes
from loa.keys.signing import is_signed_by, key_id_of

VERSION = 1
MAX_BYTES = 64 * 1024


def seal(body: Mapping[str, Any], *, key_id: str, sign: Callable[[bytes], str]) -> bytes:
    """The envelope of `body` in the name of `key_id`."""
    signed = canonical_bytes(body)
    return canonical_bytes({"body": signed.decode("utf-8"), "key": key_id, "signature": sign(signed)})


def open_envelope(raw: bytes, *, public_key: str) -> tuple[dict[str, Any], str]:
    """The body and its signature, if the holder of `public_key` signed it.

    :raises ReceiptRejected: too long, malformed, or not signed by that key.
    """
    envelope = _object(raw) if len(raw) <= MAX_BYTES else None
    text = envelope.get("body") if envelope else None
    signature = envelope.get("signature") if envelope else None
    if envelope is None or not isinstance(text, str) or not isinstance(signature, str):
        raise ReceiptRejected("malformed")
    if envelope.get("key") != key_id_of(public_key):
        raise ReceiptRejected("unknown-key")
    if not is_signed_by(text.encode("utf-8"), signature=signature, public_key=public_key):
        raise ReceiptRejected("bad-signature")
    body = _object(text.encode("utf-8"))
    if body is None:
        raise ReceiptRejected("malformed")
    return body, signature


def order_body(order: DispatchOrder, *, audio: FileRef, url: str, issued_at: datetime) -> dict[str, Any]:
    """What the commune tells the player; the schema is `player/schemas/order.json`."""
    return {
        "version": VERSION,
        "kind": "order",
        "id": order.key,
        "correlation": order.correlation,
        "commune": order.commune_code,
        "outlet": order.outlet_code,
        "sequence": order.sequence,
        "priority": order.priority,
        "not_before": utc_text(order.not_before),
        "expires_at": utc_text(order.expires_at),
        "issued_at": utc_text(issued_at),
        "approval": order.approval_hash,
        "audio": {"sha256": audio.sha256, "size": audio.size, "media_type": audio.media_type, "url": url},
    }


def ack_body(*, commune: str, outlet: str, order: str, receipt: str) -> dict[str, Any]:
    """The commune has noted this receipt; the schema is `player/schemas/ack.json`."""
    return {
        "version": VERSION,
        "kind": "ack",
        "commune": commune,
        "outlet": outlet,
        "order": order,
        "receipt": receipt,
    }


def utc_text(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def _refuse_constant(name: str) -> None:
    raise ValueError(name)


def _object(raw: bytes) -> dict[str, Any] | None:
    try:
        value = json.loads(raw, parse_constant=_refuse_constant)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None
