"""The list of orders under its ladder; it looks again by itself while something is under way."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from loa.console.frame.listing import Listing, in_pages, wants_part
from loa.console.frame.screen import StaffRequest, screen
from loa.console.sending.filters import FROM_PLAYED, FROM_SENT, SIMULATED, DispatchFilter
from loa.console.sending.states import is_moving
from loa.console.sending.tables import DispatchTable
from loa.delivery.models import Dispatch
from loa.delivery.selectors import dispatches_list, ladder
from loa.editorial.models import MessageVersion
from loa.units.rights import Right

STEPS = {"from_sent": FROM_SENT, "from_played": FROM_PLAYED, "simulated": SIMULATED}


@require_GET
@screen(Right.SEE_DELIVERY)
def dispatches(request: StaffRequest) -> HttpResponse:
    """The orders that the filter lets through, fifty a page; htmx gets the ladder and the list alone."""
    chosen = DispatchFilter(request.GET, queryset=dispatches_list(request.actor), request=request)
    table = in_pages(request, DispatchTable(chosen.qs))
    context = {
        "table": table,
        "filter": chosen,
        "ladder": ladder(chosen.before_state),
        "is_moving": any(is_moving(dispatch) for dispatch in _shown(table)),
        "steps": STEPS,
    }
    if wants_part(request):
        return render(request, "console/sending/list.html", context)
    return render(request, "console/sending/dispatches.html", context | {"message": _message(request, chosen)})


def _shown(table: Listing) -> list[Dispatch]:
    return [row.record for row in table.paginated_rows]


def _message(request: StaffRequest, chosen: DispatchFilter) -> MessageVersion | None:
    """The newest version of the one message that the list is narrowed to."""
    asked = chosen.form.cleaned_data.get("message")
    if asked is None:
        return None
    rows = MessageVersion.objects.visible_to(request.actor).filter(message_id=asked)
    return rows.order_by("-number").first()
