"""The files of one order: to hear, to see, to print."""

from __future__ import annotations

from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from loa.console.frame.files import send_file
from loa.console.frame.screen import StaffRequest, screen
from loa.console.messages.frozen_files import send_first_page, send_frozen
from loa.console.messages.pictures import PDF
from loa.console.sending.order_files import order_file, sheet_path
from loa.core.language import gettext as _
from loa.delivery.models import Dispatch
from loa.units.rights import Right


@require_safe
@screen(Right.SEE_DELIVERY)
def dispatch_file(request: StaffRequest, pk: int, *, form: str) -> HttpResponseBase:
    """A frozen file that goes with an order, shown in the browser; `?luu=1` saves it."""
    return send_frozen(request, order_file(_dispatch(request, pk), form))


@require_safe
@screen(Right.SEE_DELIVERY)
def dispatch_picture(request: StaffRequest, pk: int, *, form: str) -> HttpResponseBase:
    """The first page of a frozen PDF of an order as a picture."""
    return send_first_page(request, order_file(_dispatch(request, pk), form))


@require_safe
@screen(Right.SEE_DELIVERY)
def dispatch_sheet(request: StaffRequest, pk: int) -> HttpResponseBase:
    """The work order that a person carries out, as it was handed over."""
    dispatch = _dispatch(request, pk)
    name = _("Phiếu giao việc {number}.pdf").format(number=dispatch.pk)
    return send_file(request, sheet_path(dispatch), media_type=PDF, name=name, inline=True)


def _dispatch(request: StaffRequest, pk: int) -> Dispatch:
    rows = Dispatch.objects.visible_to(request.actor).select_related("outlet", "rendition__version")
    return get_object_or_404(rows, pk=pk)
