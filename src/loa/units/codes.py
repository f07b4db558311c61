"""What may name a commune in folders, topics of the broker and addresses. Pure."""

from __future__ import annotations

import re

_COMMUNE_CODE = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?")


def is_commune_code(code: str) -> bool:
    """Whether `code` can name a commune: a slug of at most 60 letters and digits."""
    return _COMMUNE_CODE.fullmatch(code) is not None
