"""The first page and its parts that refresh themselves; the list of all places."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from loa.console.frame.navigation import PLACES
from loa.console.frame.screen import StaffRequest, screen
from loa.console.today.air import last_air, next_day
from loa.console.today.gathering import todo_of
from loa.console.today.quiet import who_is_quiet
from loa.console.today.wording import date_line
from loa.units.rights import Right

LABELS = {place.url_name: place.label for place in PLACES}


@require_GET
@screen()
def today(request: StaffRequest) -> HttpResponse:
    """At most five things that need the person, the most urgent first."""
    todo = todo_of(request.actor, commune=request.commune, now=request.at)
    context = {
        "todo": todo,
        "rest": [(place, LABELS[place], count) for place, count in todo.rest],
        "date_line": date_line(request.at),
        "is_local": request.actor.unit_ids is not None,
    }
    return render(request, "console/today/today.html", context)


@require_GET
@screen(Right.SEE_DELIVERY)
def on_air(request: StaffRequest) -> HttpResponse:
    """The next 24 hours of the loudspeakers, and their last session: a part of the first page."""
    context = {
        "next": next_day(request.actor, now=request.at),
        "last": last_air(request.actor, now=request.at),
    }
    return render(request, "console/today/air.html", context)


@require_GET
@screen(Right.SEE_DELIVERY)
def quiet(request: StaffRequest) -> HttpResponse:
    """Silent loudspeakers and late units: a part of the first page."""
    return render(request, "console/today/quiet.html", {"quiet": who_is_quiet(request.actor, now=request.at)})


@require_GET
@screen()
def more(request: StaffRequest) -> HttpResponse:
    """All places, the search, one's settings, and the way out: what a phone's five tabs have no room for."""
    return render(request, "console/today/more.html")
