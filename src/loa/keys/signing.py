"""Ed25519 (RFC 8032): make a pair, sign, verify. Keys travel as lower-case hex."""

from __future__ import annotations

from nacl.exceptions import BadSignatureError
from nacl.signing import SigningKey, VerifyKey

from loa.core.canonical import sha256_hex


def new_seed() -> bytes:
    """32 random bytes: the private half."""
    return SigningKey.generate().encode()


def public_key_of(seed: bytes) -> str:
    """The public half of `seed`, 64 hex digits."""
    return SigningKey(seed).verify_key.encode().hex()


def key_id_of(public_key: str) -> str:
    """The short name of a public key: the first 16 hex digits of its SHA-256."""
    return sha256_hex(bytes.fromhex(public_key))[:16]


def sign(data: bytes, *, seed: bytes) -> str:
    """The detached signature of `data`, 128 hex digits."""
    return SigningKey(seed).sign(data).signature.hex()


def is_signed_by(data: bytes, *, signature: str, public_key: str) -> bool:
    """Whether `signature` is that of `data` under `public_key`; malformed input is a no."""
    try:
        VerifyKey(bytes.fromhex(public_key)).verify(data, bytes.fromhex(signature))
    except (BadSignatureError, ValueError, TypeError):
        return False
    return True
