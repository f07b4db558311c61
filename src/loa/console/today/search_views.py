"""One box for everything that the person may see."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from loa.console.frame.screen import StaffRequest, screen
from loa.console.today.finding import LONGEST_QUERY, asked_words, findings
from loa.console.today.places_of import kinds_for


@require_GET
@screen()
def search(request: StaffRequest) -> HttpResponse:
    """The results for `q`; only these where htmx asks as somebody types."""
    typed = request.GET.get("q", "")
    query = asked_words(typed)
    context = {
        "query": query,
        "is_cut": len(typed.strip()) > LONGEST_QUERY,
        "kinds": list(kinds_for(request.actor).values()),
        "found": findings(request.actor, query) if query else None,
    }
    is_part = request.htmx and not request.htmx.history_restore_request
    return render(request, "console/today/results.html" if is_part else "console/today/search.html", context)
