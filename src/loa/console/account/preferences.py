"""Cài đặt: who I am, the language, the devices I am signed in on, and what Loa this is."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.views.decorators.http import require_GET, require_POST

import loa
from loa.console.account.forms import CommuneForm, LanguageForm
from loa.console.frame.acting import done, refused
from loa.console.frame.screen import StaffRequest, screen
from loa.core.language import gettext, speaking
from loa.core.language import gettext as _
from loa.core.refusals import Refusal
from loa.units.models import Language
from loa.units.right_words import RIGHT_WORDS, roles_with
from loa.units.selectors import sessions_of
from loa.units.services.choose_language import choose_language
from loa.units.services.end_all_sessions import end_all_sessions
from loa.units.services.end_session import end_session


@require_GET
@screen()
def settings(request: StaffRequest) -> HttpResponse:
    """All that a person chooses for the own account."""
    rights = [
        (gettext(words), request.actor.may(right), [gettext(role.label) for role in roles_with(right)])
        for right, words in RIGHT_WORDS.items()
    ]
    context = {
        "sessions": sessions_of(request.user, request.session.session_key),
        "languages": Language.choices,
        "has_several": len(request.standing.communes) > 1,
        "mine": [words for words, is_mine, _roles in rights if is_mine],
        "rights": rights,
        "version": loa.VERSION,
    }
    return render(request, "console/account/settings.html", context)


@require_POST
@screen()
def language(request: StaffRequest) -> HttpResponse:
    """The language of this person's pages, on every device."""
    form = LanguageForm(request.POST)
    chosen = form.cleaned_data["language"] if form.is_valid() else ""
    try:
        choose_language(language=chosen, actor=request.actor, at=request.at)
    except Refusal as refusal:
        return refused(request, refusal, to="settings")
    with speaking(chosen), translation.override(chosen):
        return done(request, _("Đã đổi ngôn ngữ của các trang."), to="settings")


@require_POST
@screen()
def choose_commune(request: StaffRequest) -> HttpResponse:
    """The commune whose rows this session shows, out of those that the person works for."""
    form = CommuneForm(request.POST)
    wanted = form.cleaned_data["commune"] if form.is_valid() else None
    commune = next((one for one in request.standing.communes if one.pk == wanted), None)
    if commune is None:
        messages.error(request, _("Anh/chị không giữ vai trò ở nơi vừa chọn. Chưa có gì thay đổi. Hãy chọn lại."))
        return redirect("settings")
    request.session["commune"] = commune.pk
    return done(request, _("Các trang từ nay là của {commune}.").format(commune=commune.name), to="settings")


@require_POST
@screen()
def session_end(request: StaffRequest, public_id: UUID) -> HttpResponse:
    """Sign out one device of this person; this very one too."""
    key = request.session.session_key
    is_ended = end_session(public_id=public_id, actor=request.actor, at=request.at)
    if key is None or not request.session.exists(key):
        return _signed_out(request, _("Đã đăng xuất khỏi máy này."))
    if not is_ended:
        messages.success(request, _("Thiết bị đó không còn đăng nhập."))
        return redirect("settings")
    return done(request, _("Đã đăng xuất thiết bị đó."), to="settings")


@require_POST
@screen()
def sessions_end(request: StaffRequest) -> HttpResponse:
    """Sign this person out everywhere."""
    end_all_sessions(user=request.user, actor=request.actor, at=request.at)
    return _signed_out(request, _("Đã đăng xuất khỏi mọi thiết bị."))


def _signed_out(request: StaffRequest, words: str) -> HttpResponse:
    logout(request)
    messages.success(request, words)
    return redirect("sign-in")
