"""The list: what waits for a leader, the oldest first, and what was decided last."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from loa.console.approvals.waiting import last_decided, waiting_rows
from loa.console.frame.listing import ROWS_A_PAGE
from loa.console.frame.screen import StaffRequest, screen
from loa.editorial.selectors import waiting_for_approval
from loa.units.rights import Right


@require_GET
@screen(Right.SEE_MESSAGES)
def approvals(request: StaffRequest) -> HttpResponse:
    """Who waits since when, with what is new; below it who decided what."""
    page = Paginator(waiting_for_approval(request.actor), ROWS_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "waiting": waiting_rows(list(page.object_list)),
        "decided": last_decided(request.actor),
    }
    return render(request, "console/approvals/list.html", context)
