"""Addresses with what the page there is asked to show."""

from __future__ import annotations

from urllib.parse import urlencode

from django.urls import reverse


def link(name: str, *args: int, **asked: object) -> str:
    """The address of the URL name `name`, its list narrowed to `asked`."""
    address = reverse(name, args=args)
    return f"{address}?{urlencode(asked)}" if asked else address
