"""One order: what is proved, what is not, and the one word a person on the spot can add."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET, require_POST

from loa.channels.ports import ChannelKind
from loa.console.frame.acting import done, refused
from loa.console.frame.screen import StaffRequest, screen
from loa.console.sending.card import card_of
from loa.console.sending.order_files import order_files, sheet_path
from loa.core.language import gettext as _
from loa.core.refusals import Refusal
from loa.delivery.models import Dispatch
from loa.delivery.refusals import DispatchNotFound
from loa.delivery.selectors import dispatch_for
from loa.delivery.services.confirm_heard import confirm_heard
from loa.editorial.selectors import page_address
from loa.units.rights import Right


@require_GET
@screen(Right.SEE_DELIVERY)
def dispatch(request: StaffRequest, pk: int) -> HttpResponse:
    """The order with its state, tries, receipts, proofs and files."""
    request.section = "dispatches"
    found = _found(request, pk)
    context: dict[str, Any] = _state_context(request, found) | {"files": order_files(found)}
    if found.outlet.channel == ChannelKind.PORTAL:
        found.rendition.version.message.commune = request.commune
        context["address"] = page_address(found.rendition.version)
    return render(request, "console/sending/dispatch.html", context)


@require_GET
@screen(Right.SEE_DELIVERY)
def dispatch_state(request: StaffRequest, pk: int) -> HttpResponse:
    """The part of the page that changes by itself."""
    return render(request, "console/sending/state_part.html", _state_context(request, _found(request, pk)))


@require_POST
@screen(Right.CONFIRM_HEARD)
def dispatch_heard(request: StaffRequest, pk: int) -> HttpResponse:
    """A person at the place says that the message came out clearly."""
    found = get_object_or_404(Dispatch.objects.visible_to(request.actor), pk=pk)
    try:
        receipt = confirm_heard(dispatch=found, actor=request.actor, at=request.at)
    except Refusal as refusal:
        return refused(request, refusal, to=("dispatch", pk))
    words = _("Đã ghi: nghe rõ.")
    if receipt.is_simulated:
        words = _("Đã ghi: nghe rõ, mô phỏng. Không tính vào báo cáo.")
    return done(request, words, to=("dispatch", pk))


def _found(request: StaffRequest, pk: int) -> Dispatch:
    try:
        return dispatch_for(request.actor, pk)
    except DispatchNotFound as error:
        raise Http404 from error


def _state_context(request: StaffRequest, found: Dispatch) -> dict[str, Any]:
    card = card_of(found, request.actor)
    return {"dispatch": found, "card": card, "has_sheet": card.is_by_hand and sheet_path(found).is_file()}
