"""Tables of the keys."""

from loa.keys.models.signing_key import KeyHolder, SigningKey

__all__ = ["KeyHolder", "SigningKey"]
