"""The frozen files of a version: to hear, to see, to keep."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from loa.console.frame.screen import StaffRequest, screen
from loa.console.messages.frozen_files import send_first_page, send_frozen
from loa.console.messages.versions import rendition_of
from loa.core.content import ContentMissing, ContentStore
from loa.editorial.ports import Form
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
    return send_frozen(request, rendition_of(request.actor, pk, number=number, form=form, variant=_variant(request)))


@require_safe
@screen(Right.SEE_MESSAGES)
def message_picture(request: StaffRequest, pk: int, *, number: int, form: str) -> HttpResponseBase:
    """The first page of a frozen PDF as a picture."""
    return send_first_page(request, rendition_of(request.actor, pk, number=number, form=form))


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
