"""Long work under way: how far it is, and where it led."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET
from django_htmx.http import HttpResponseClientRedirect

from loa.console.frame.screen import StaffRequest, screen
from loa.console.plans.works import back_url, is_kept_waiting, kind_of, outcome_url
from loa.core.language import gettext
from loa.core.models import LongWork, WorkState


@require_GET
@screen()
def work(request: StaffRequest, key: UUID) -> HttpResponse:
    """The person's own work: its progress, then its outcome. A reload or a second visit shows where it stands."""
    row = _own(request, key)
    request.section = kind_of(row).section
    return render(request, "console/plans/work.html", _context(request, row))


@require_GET
@screen()
def work_state(request: StaffRequest, key: UUID) -> HttpResponse:
    """The part that refreshes; once the work is done it leads the whole page to the outcome."""
    row = _own(request, key)
    if not request.htmx:
        return redirect("work", key)
    if row.state == WorkState.DONE:
        return HttpResponseClientRedirect(outcome_url(row, request.actor))
    return render(request, "console/plans/work_state.html", _context(request, row))


def _own(request: StaffRequest, key: UUID) -> LongWork:
    return get_object_or_404(LongWork.objects.visible_to(request.actor), key=key)


def _context(request: StaffRequest, row: LongWork) -> dict[str, Any]:
    kind = kind_of(row)
    return {
        "work": row,
        "title": gettext(kind.title),
        "outcome_url": outcome_url(row, request.actor) if row.state == WorkState.DONE else "",
        "outcome_label": gettext(kind.result),
        "back_url": back_url(row, request.actor) if row.state == WorkState.REFUSED else "",
        "back_label": gettext(kind.back),
        "is_kept_waiting": is_kept_waiting(row, now=request.at),
    }
