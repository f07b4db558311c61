"""The files of one order: to hear, to see, to print."""

from __future__ import annotations

from django.http import Http404, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from loa.console.frame.files import send_file
from loa.console.frame.screen import StaffRequest, screen
from loa.console.messages.forms_made import FORM_NAMES
from loa.console.messages.pictures import PDF, page_picture
from loa.console.sending.order_files import order_file, sheet_path
from loa.core.language import gettext
from loa.core.language import gettext as _
from loa.delivery.models import Dispatch
from loa.editorial.models import Rendition
from loa.editorial.ports import Form
from loa.editorial.selectors import rendition_file
from loa.units.rights import Right


@require_safe
@screen(Right.SEE_DELIVERY)
def dispatch_file(request: StaffRequest, pk: int, *, form: str) -> HttpResponseBase:
    """A frozen file that goes with an order, shown in the browser; `?luu=1` saves it."""
    rendition = order_file(_dispatch(request, pk), form)
    media_type = rendition.media_type
    is_kept = bool(request.GET.get("luu")) or form == Form.PAGE  # a fragment of a page is nothing to look at
    return send_file(
        request,
        rendition_file(rendition),
        media_type=f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type,
        name=_name(rendition, rendition.suffix),
        inline=not is_kept,
        sha256=rendition.sha256,
    )


@require_safe
@screen(Right.SEE_DELIVERY)
def dispatch_picture(request: StaffRequest, pk: int, *, form: str) -> HttpResponseBase:
    """The first page of a frozen PDF of an order as a picture."""
    rendition = order_file(_dispatch(request, pk), form)
    path = page_picture(rendition) if rendition.media_type == PDF else None
    if path is None:
        raise Http404
    return send_file(request, path, media_type="image/png", name=_name(rendition, ".png"), inline=True)


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


def _name(rendition: Rendition, suffix: str) -> str:
    form = gettext(FORM_NAMES[Form(rendition.form)])
    return _("{form}, mã tin {code}{suffix}").format(form=form, code=rendition.version.code, suffix=suffix)
