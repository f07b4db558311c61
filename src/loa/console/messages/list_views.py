"""The list of messages."""

from __future__ import annotations

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from loa.console.frame.listing import listed
from loa.console.frame.screen import StaffRequest, screen
from loa.console.messages.filters import MessageFilter
from loa.console.messages.tables import MessageTable
from loa.editorial.selectors import messages_of
from loa.units.rights import Right


@require_GET
@screen(Right.SEE_MESSAGES)
def messages(request: StaffRequest) -> HttpResponse:
    """The newest version of each message, newest first."""
    is_asked = any(request.GET.get(name) for name in ("q", "state", "plan"))
    return listed(
        request,
        "console/messages/list.html",
        rows=messages_of(request.actor),
        table=MessageTable,
        filters=MessageFilter,
        is_asked=is_asked,
    )
