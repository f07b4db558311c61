"""Numbers as an address or a button names them."""

from __future__ import annotations

DIGITS = 18  # the longest that every database's primary key holds


def asked_number(text: str) -> int | None:
    """The number that `text` writes in digits; None where it is none, or longer than any primary key."""
    return int(text) if len(text) <= DIGITS and text.isdecimal() else None
