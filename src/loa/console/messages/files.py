"""The frozen files of a version: to hear, to see, to keep."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from loa.console.frame.files import send_file
from loa.console.frame.screen import StaffRequest, screen
from loa.console.messages.forms_made import FORM_NAMES
from loa.console.messages.pictures import PDF, page_picture
from loa.console.messages.versions import rendition_of
from loa.core.content import ContentMissing, ContentStore
from loa.core.language import gettext
from loa.core.language import gettext as _
from loa.editorial.models import Rendition
from loa.editorial.ports import Form
from loa.editorial.selectors import rendition_file
from loa.units.rights import Right

# The page as residents will see it: its words and our style sheets, no script, no form, no way to this console.
PAGE_POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'; sandbox"


def _variant(request: StaffRequest) -> str:
    """The variant asked for, without NUL: a text of PostgreSQL holds none."""
    return request.GET.get("kieu", "").replace("\0", "")


@require_safe
@screen(Right.SEE_MESSAGES)
def message_file(request: StaffRequest, pk: int, *, number: int, form: str) -> HttpResponseBase:
    """One frozen file, shown in the browser; `?luu=1` saves it, `?kieu=` names the variant of a text message."""
    rendition = rendition_of(request.actor, pk, number=number, form=form, variant=_variant(request))
    media_type = rendition.media_type
    is_kept = bool(request.GET.get("luu")) or form == Form.PAGE  # a fragment of a page is nothing to look at
    return send_file(
        request,
        rendition_file(rendition),
        media_type=f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type,
        name=_file_name(rendition),
        inline=not is_kept,
        sha256=rendition.sha256,
    )


@require_safe
@screen(Right.SEE_MESSAGES)
def message_picture(request: StaffRequest, pk: int, *, number: int, form: str) -> HttpResponseBase:
    """The first page of a frozen PDF as a picture."""
    rendition = rendition_of(request.actor, pk, number=number, form=form)
    path = page_picture(rendition) if rendition.media_type == PDF else None
    if path is None:
        raise Http404
    name = f"{Path(_file_name(rendition)).stem}.png"
    return send_file(request, path, media_type="image/png", name=name, inline=True, sha256=rendition.sha256)


@require_safe
@screen(Right.SEE_MESSAGES)
def message_page(request: StaffRequest, pk: int, *, number: int) -> HttpResponse:
    """The frozen article as it will stand on the portal, under a policy that lets it do nothing."""
    rendition = rendition_of(request.actor, pk, number=number, form=Form.PAGE)
    try:
        article = ContentStore(Path(settings.CONTENT_DIR)).get(rendition.sha256, suffix=rendition.suffix).decode()
    except (ContentMissing, OSError) as error:
        raise Http404 from error
    context = {"version": rendition.version, "article": mark_safe(article)}  # noqa: S308 - bytes that the hash proves ours
    response = render(request, "console/messages/page.html", context)
    response.headers["Content-Security-Policy"] = PAGE_POLICY
    return response


def _file_name(rendition: Rendition) -> str:
    name = gettext(FORM_NAMES[Form(rendition.form)])
    return _("{form}, mã tin {code}{suffix}").format(form=name, code=rendition.version.code, suffix=rendition.suffix)
