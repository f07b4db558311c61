"""The person's own password: the first one of one's own, and every later one."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import logout, update_session_auth_hash
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from loa.console.account.forms import PasswordForm
from loa.console.frame.acting import done, with_errors
from loa.console.frame.screen import StaffRequest, screen
from loa.core.language import gettext as _
from loa.units.refusals import WeakPassword, WrongPassword
from loa.units.services.change_own_password import change_own_password
from loa.units.services.note_sign_out import note_sign_out

TEMPLATE = "console/account/password.html"
WRONG_TRIES = 5  # of the old password in one session: whoever found the machine open learns nothing
TRIES_KEY = "wrong_passwords"


@require_http_methods(["GET", "POST"])
@sensitive_post_parameters()
@screen()
def password(request: StaffRequest) -> HttpResponse:
    """Choose a password; the other devices are signed out with the old one."""
    request.section = "settings"
    is_first = request.user.must_change_password
    if request.method == "GET":
        return _page(request, PasswordForm(is_first=is_first), is_first=is_first)
    form = PasswordForm(request.POST, is_first=is_first)
    if form.is_valid():
        try:
            return _change(request, form, is_first=is_first)
        except WrongPassword as refusal:
            request.session[TRIES_KEY] = request.session.get(TRIES_KEY, 0) + 1
            if request.session[TRIES_KEY] >= WRONG_TRIES:
                return _shut_out(request)
            form.add_error("old", refusal.message)
        except WeakPassword as refusal:
            form.add_error("new", refusal.message)
    return _page(request, form, is_first=is_first)


def _page(request: StaffRequest, form: PasswordForm, *, is_first: bool) -> HttpResponse:
    context = {"form": form, "is_first": is_first}
    return with_errors(request, TEMPLATE, context=context) if form.is_bound else render(request, TEMPLATE, context)


def _change(request: StaffRequest, form: PasswordForm, *, is_first: bool) -> HttpResponse:
    user = change_own_password(
        old=form.cleaned_data["old"],
        new=form.cleaned_data["new"],
        actor=request.actor,
        at=request.at,
        session_key=request.session.session_key,
    )
    request.session.pop(TRIES_KEY, None)
    update_session_auth_hash(request, user)
    words = _("Đã đổi mật khẩu. Các thiết bị khác phải đăng nhập lại.")
    return done(request, words, to="today" if is_first else "settings")


def _shut_out(request: StaffRequest) -> HttpResponse:
    note_sign_out(user=request.user, actor=request.actor, at=request.at)
    logout(request)
    messages.error(
        request,
        _(
            "Nhập sai mật khẩu cũ nhiều lần nên đã đăng xuất khỏi máy này. Mật khẩu chưa đổi. "
            "Hãy đăng nhập lại, hoặc nhờ người phụ trách hệ thống cấp mật khẩu mới."
        ),
    )
    return redirect("sign-in")
