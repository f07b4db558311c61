"""The signed envelope: `{"body": text, "key": id, "signature": hex}`; signed are the UTF-8 bytes of `body`."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from nacl.exceptions import BadSignatureError
from nacl.signing import SigningKey, VerifyKey

MAX_BYTES = 64 * 1024


class Untrusted(Exception):
    """The bytes are no envelope of the expected signer. The text is a reason code."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def key_id_of(public_key: str) -> str:
    """The short name of a public key: the first 16 hex digits of its SHA-256."""
    return hashlib.sha256(bytes.fromhex(public_key)).hexdigest()[:16]


def public_key_of(seed: bytes) -> str:
    """The public half of a 32-byte seed, 64 hex digits."""
    return SigningKey(seed).verify_key.encode().hex()


def canonical(value: Mapping[str, Any]) -> str:
    """JSON with sorted keys, no spaces, no NaN: equal values give equal text."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def seal(body: Mapping[str, Any], *, seed: bytes) -> str:
    """The envelope of `body`, signed with `seed`."""
    text = canonical(body)
    signature = SigningKey(seed).sign(text.encode("utf-8")).signature.hex()
    return canonical({"body": text, "key": key_id_of(public_key_of(seed)), "signature": signature})


def open_envelope(raw: bytes, *, public_key: str) -> dict[str, Any]:
    """The body of an envelope that the holder of `public_key` signed.

    :raises Untrusted: too long, malformed, another key, or a signature that does not hold.
    """
    envelope = _object(raw) if len(raw) <= MAX_BYTES else None
    if envelope is None:
        raise Untrusted("malformed")
    text, key, signature = (envelope.get(name) for name in ("body", "key", "signature"))
    if not (isinstance(text, str) and isinstance(signature, str)):
        raise Untrusted("malformed")
    if key != key_id_of(public_key):
        raise Untrusted("unknown-key")
    if not _is_signed(text, signature=signature, public_key=public_key):
        raise Untrusted("bad-signature")
    body = _object(text.encode("utf-8"))
    if body is None:
        raise Untrusted("malformed")
    return body


def _object(raw: bytes) -> dict[str, Any] | None:
    try:
        value = json.loads(raw)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _is_signed(text: str, *, signature: str, public_key: str) -> bool:
    try:
        VerifyKey(bytes.fromhex(public_key)).verify(text.encode("utf-8"), bytes.fromhex(signature))
    except (BadSignatureError, ValueError, TypeError):
        return False
    return True
