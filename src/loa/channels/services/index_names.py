"""Letting outlets be found by their names."""

from __future__ import annotations

from loa.channels.models import Outlet
from loa.core.services.search import index_row


def index_outlet(outlet: Outlet) -> None:
    """Let the outlet be found by its name and its code, by the people of its unit too."""
    index_row(outlet, scope_id=outlet.commune_id, title=outlet.name, words=outlet.code, unit_id=outlet.unit_id)
