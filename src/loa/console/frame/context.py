"""What the frame around every page needs."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from loa.console.frame.language import language_of
from loa.console.frame.navigation import PLACES, TABS_ON_A_PHONE, Place
from loa.console.frame.standing import Standing
from loa.console.frame.waiting import waiting_counts
from loa.core import clock
from loa.core.actor import Actor
from loa.core.language import gettext
from loa.units.rights import Right


def frame(request: HttpRequest) -> dict[str, Any]:
    """The names `language`, `simulated_at`, and for staff `commune`, `standing`, `may` and the navigation."""
    now = clock.now()
    context: dict[str, Any] = {
        "language": language_of(request) if hasattr(request, "user") else "vi",
        "simulated_at": now if clock.is_simulated() else None,
    }
    standing = getattr(request, "standing", None)
    if standing is not None:
        context |= {"commune": standing.commune, "standing": standing, "may": May(standing.actor)}
        if not getattr(request, "htmx", False):  # a fragment has no frame
            context |= _navigation(request, standing)
    return context


class May:
    """Lets a template ask `{% if may.SEND %}`."""

    def __init__(self, actor: Actor) -> None:
        self._actor = actor

    def __getitem__(self, name: str) -> bool:
        return self._actor.may(Right[name])


def _navigation(request: HttpRequest, standing: Standing) -> dict[str, Any]:
    actor = standing.actor
    counts = waiting_counts(actor, commune=standing.commune)
    here = request.resolver_match.view_name if request.resolver_match else ""
    section = getattr(request, "section", here)
    entries = [
        _entry(place, section=section, counts=counts)
        for place in PLACES
        if place.right is None or actor.may(place.right)
    ]
    tabs = entries[:TABS_ON_A_PHONE]
    return {
        "places": [(gettext(group), list(rows)) for group, rows in groupby(entries, key=lambda entry: entry["group"])],
        "tabs": tabs,
        "is_elsewhere": not any(tab["is_here"] for tab in tabs),
    }


def _entry(place: Place, *, section: str, counts: dict[str, int]) -> dict[str, Any]:
    return {
        "group": place.group,
        "url": reverse(place.url_name),
        "label": gettext(place.label),
        "short": gettext(place.short or place.label),
        "icon": place.icon,
        "is_here": section == place.url_name,
        "count": counts.get(place.url_name, 0),
    }
