"""The short code of a version: printed on posters, read over the phone, typed on the portal."""

from __future__ import annotations

import secrets

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # no 0 and O, no 1, I and L: nobody has to ask which one was meant
LENGTH = 5


def new_code() -> str:
    """A random code out of 28 million; whether it is free is for the caller to see."""
    return "".join(secrets.choice(ALPHABET) for _position in range(LENGTH))
