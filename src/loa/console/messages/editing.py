"""Changing the words of a message: each change is a new version, and nobody's words are lost."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from loa.console.frame.acting import act, done, with_errors
from loa.console.frame.screen import StaffRequest, screen
from loa.console.messages.forms import EditForm
from loa.console.messages.versions import Chosen, chosen_version
from loa.core.language import gettext as _
from loa.editorial.models import MessageVersion
from loa.editorial.services.revise_message import revise_message
from loa.units.rights import Right

TEMPLATE = "console/messages/edit.html"


@require_http_methods(["GET", "POST"])
@screen(Right.WRITE_MESSAGE)
def message_edit(request: StaffRequest, pk: int) -> HttpResponse:
    """Write a new version on top of the one seen; if another came in between, both are kept and shown."""
    request.section = "messages"
    chosen = chosen_version(request.actor, pk)
    if request.method == "GET":
        return render(request, TEMPLATE, _context(chosen, EditForm.of(chosen.newest), seen=chosen.newest))
    form = EditForm(request.POST)
    seen = _seen(request, chosen)
    newer = act(form, lambda: _revise(request, form, seen=seen))
    if newer is None:
        chosen = chosen_version(request.actor, pk)  # another's version may have come while this one was refused
        if seen.pk != chosen.newest.pk:  # the page says it, and shows theirs
            form.errors.pop(NON_FIELD_ERRORS, None)
        return with_errors(request, TEMPLATE, context=_context(chosen, form, seen=seen))
    words = _("Đã ghi bản {number}. Đọc lại rồi trình duyệt.").format(number=newer.number)
    return done(request, words, to=("message", pk), draft=draft_key(pk))


def draft_key(pk: int) -> str:
    """The browser's name for what is typed into the form of message `pk`."""
    return f"tin-{pk}"


def _seen(request: StaffRequest, chosen: Chosen) -> MessageVersion:
    """The version that the writer had before the eyes, or, once told of a newer one, chose to build on."""
    asked = request.POST.get("onto") or request.POST.get("version", "")
    seen = next((version for version in chosen.all if str(version.pk) == asked), None)
    if seen is None:
        raise Http404
    return seen


def _revise(request: StaffRequest, form: EditForm, *, seen: MessageVersion) -> MessageVersion:
    return revise_message(version=seen, changes=form.changes(), actor=request.actor, at=request.at)


def _context(chosen: Chosen, form: EditForm, *, seen: MessageVersion) -> dict[str, Any]:
    return {
        "chosen": chosen,
        "version": chosen.newest,
        "seen": seen,
        "is_stale": seen.pk != chosen.newest.pk,
        "next_number": chosen.newest.number + 1,
        "form": form,
        "draft": draft_key(chosen.message.pk),
    }
