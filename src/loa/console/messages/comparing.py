"""What one version of a message says otherwise than another."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from loa.console.frame.asked import asked_number
from loa.console.frame.screen import StaffRequest, screen
from loa.console.messages.versions import chosen_version
from loa.console.messages.word_changes import word_changes
from loa.editorial.selectors import changes_between
from loa.units.rights import Right


@require_GET
@screen(Right.SEE_MESSAGES)
def message_changes(request: StaffRequest, pk: int) -> HttpResponse:
    """Version `?ban=` (without it the newest) beside version `?voi=` (without it the one before)."""
    request.section = "messages"
    chosen = chosen_version(request.actor, pk, number=request.GET.get("ban", ""))
    asked = asked_number(request.GET.get("voi", ""))
    older = chosen.before if asked is None else chosen.of(asked)
    if older is None or older.number >= chosen.version.number:
        raise Http404
    changes = [
        (change.label, *word_changes(change.old, change.new)) for change in changes_between(older, chosen.version)
    ]
    earlier = [version for version in chosen.all if version.number < chosen.version.number]
    context = {"chosen": chosen, "version": chosen.version, "older": older, "changes": changes, "earlier": earlier}
    return render(request, "console/messages/changes.html", context)
