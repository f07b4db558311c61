"""How words would sound and what they would cost, while they are being typed. Nothing is written."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from loa.console.frame.screen import StaffRequest, screen
from loa.console.messages.forms import WordsForm
from loa.console.messages.forms_made import forms_of_draft
from loa.console.messages.scripts import script_lines
from loa.console.messages.versions import chosen_version
from loa.core.language import gettext as _
from loa.core.refusals import Refusal
from loa.editorial.forms.content import Content
from loa.editorial.selectors import content_of, words_marks
from loa.editorial.words import has_hidden_signs, tidy_words
from loa.units.models import Commune
from loa.units.rights import Right

TEMPLATE = "console/messages/preview.html"
A_CODE = "XXXXX"  # stands for the code that a version gets when it is written


@require_POST
@screen(Right.WRITE_MESSAGE)
def preview_version(request: StaffRequest, pk: int) -> HttpResponse:
    """The typed words as the next version of message `pk`."""
    base = content_of(chosen_version(request.actor, pk).newest)
    return _preview(request, replace(base, code=A_CODE, address=_address(request.commune)))


@require_POST
@screen(Right.WRITE_MESSAGE)
def preview_new(request: StaffRequest) -> HttpResponse:
    """The typed words as a message of the commune that is not written yet."""
    return _preview(request, _blank(request.commune))


def _preview(request: StaffRequest, base: Content) -> HttpResponse:
    form = WordsForm(request.POST)
    form.full_clean()
    if not str(form.data.get("title", "")).strip():
        return render(request, TEMPLATE, {"refusal": _("Bản xem thử hiện ở đây khi tin có tiêu đề.")})
    hidden = any(has_hidden_signs(str(value)) for name, value in form.data.items() if name in form.fields)
    try:
        words = tidy_words(form.words())
    except Refusal as refusal:
        return render(request, TEMPLATE, {"refusal": refusal.message})
    content = replace(
        base,
        title=words.title,
        summary=words.summary,
        paragraphs=tuple(words.paragraphs),
        contact=words.contact,
        useful_until=words.useful_until,
    )
    context = {
        "script": script_lines(words_marks(content)),
        "made": forms_of_draft(content),
        "hidden_note": _("Có dấu không nhìn thấy trong chữ vừa dán; Loa bỏ chúng khi ghi.") if hidden else "",
    }
    return render(request, TEMPLATE, context)


def _address(commune: Commune) -> str:
    return f"{commune.portal_url.rstrip('/')}/tin/{A_CODE}/"


def _blank(commune: Commune) -> Content:
    return Content(
        commune=commune.name,
        province=commune.province,
        code=A_CODE,
        address=_address(commune),
        title="",
        summary="",
        paragraphs=(),
        contact="",
        useful_until=None,
        bases=(),
    )
