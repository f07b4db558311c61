"""One version on one page: listen, look, decide."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from loa.console.approvals.seeing import seen_by
from loa.console.frame.screen import StaffRequest, screen
from loa.units.rights import Right


@require_GET
@screen(Right.SEE_MESSAGES)
def approval(request: StaffRequest, pk: int) -> HttpResponse:
    """What residents will hear and see, its sources and changes, and the two buttons for who may decide."""
    request.section = "approvals"
    page = seen_by(request.actor, pk, today=request.today)
    return render(request, "console/approvals/approval.html", {"page": page, "version": page.version})
