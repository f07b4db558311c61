"""What may name a commune or an outlet in folders, topics of the broker and addresses. Pure."""

from __future__ import annotations

import re

_SLUG = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?")


def is_slug(code: str) -> bool:
    """Whether `code` is made of small letters without marks, digits and inner hyphens, 60 at most."""
    return _SLUG.fullmatch(code) is not None
