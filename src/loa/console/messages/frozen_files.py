"""A frozen file, or the first page of one, handed to a browser."""

from __future__ import annotations

from django.http import Http404, HttpResponseBase

from loa.console.frame.files import send_file
from loa.console.frame.screen import StaffRequest
from loa.console.messages.forms_made import FORM_NAMES
from loa.console.messages.pictures import PDF, page_picture
from loa.core.language import gettext
from loa.core.language import gettext as _
from loa.editorial.models import Rendition
from loa.editorial.ports import Form
from loa.editorial.selectors import rendition_file


def send_frozen(request: StaffRequest, rendition: Rendition) -> HttpResponseBase:
    """The file of `rendition`, shown in the browser; `?luu=1` saves it."""
    media_type = rendition.media_type
    is_kept = bool(request.GET.get("luu")) or rendition.form == Form.PAGE  # a fragment of a page is nothing to look at
    return send_file(
        request,
        rendition_file(rendition),
        media_type=f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type,
        name=_name(rendition, rendition.suffix),
        inline=not is_kept,
        sha256=rendition.sha256,
    )


def send_first_page(request: StaffRequest, rendition: Rendition) -> HttpResponseBase:
    """The first page of `rendition` as a picture.

    :raises Http404: it is no PDF, or its file is lost or damaged.
    """
    path = page_picture(rendition) if rendition.media_type == PDF else None
    if path is None:
        raise Http404
    name = _name(rendition, ".png")
    return send_file(request, path, media_type="image/png", name=name, inline=True, sha256=rendition.sha256)


def _name(rendition: Rendition, suffix: str) -> str:
    form = gettext(FORM_NAMES[Form(rendition.form)])
    return _("{form}, mã tin {code}{suffix}").format(form=form, code=rendition.version.code, suffix=suffix)
