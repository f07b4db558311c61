"""Signing in and out, and the language of the sign-in page."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import Resolver404, resolve
from django.views.decorators.http import require_POST

from loa.console.account.forms import LanguageForm, SignInForm
from loa.console.frame.standing import standing_of
from loa.core import clock
from loa.core.actor import Actor
from loa.core.language import gettext as _
from loa.units.devices import device_of
from loa.units.models import User
from loa.units.services.note_sign_in import note_sign_in
from loa.units.services.note_sign_out import note_sign_out
from loa.units.session_store import DEVICE_KEY

NO_WAY_BACK = frozenset({"sign-in", "sign-in-language", "sign-out"})


class SignIn(LoginView):
    """The one page without a person behind it."""

    template_name = "console/account/sign_in.html"
    authentication_form = SignInForm

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Who is signed in and has a place here goes there; who lost every role may sign in as somebody else."""
        user = request.user
        if isinstance(user, User) and standing_of(user, wanted=None) is not None:
            return redirect(self.get_success_url())
        return super().dispatch(request, *args, **kwargs)

    def get_redirect_url(self) -> str:
        """`next` where it is a page of ours, else an empty string."""
        wanted = super().get_redirect_url()
        return wanted if wanted and _is_a_page(wanted) else ""

    @transaction.atomic
    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        """Sign in, with the device noted in the session and a line in the trail."""
        self.request.session.clear_expired()  # each visit of the sign-in page leaves a row
        response = super().form_valid(form)
        user = form.get_user()
        self.request.session[DEVICE_KEY] = device_of(self.request.headers.get("user-agent", ""))
        note_sign_in(user=user, actor=_actor(self.request, user), at=clock.now())
        return response


def _is_a_page(address: str) -> bool:
    try:
        return resolve(urlsplit(address).path).url_name not in NO_WAY_BACK
    except Resolver404:
        return False


def _actor(request: HttpRequest, user: User) -> Actor:
    """The person as actor in the commune of the session; one who lost every role still signs out."""
    standing = standing_of(user, wanted=request.session.get("commune"))
    return Actor(f"user:{user.pk}", None) if standing is None else standing.actor


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End this session."""
    if isinstance(request.user, User):
        note_sign_out(user=request.user, actor=_actor(request, request.user), at=clock.now())
        logout(request)
        messages.success(request, _("Đã đăng xuất khỏi máy này."))
    return redirect("sign-in")


@require_POST
def sign_in_language(request: HttpRequest) -> HttpResponse:
    """The language of the sign-in page, kept in the session; an account has its own."""
    form = LanguageForm(request.POST)
    if form.is_valid():
        request.session["language"] = form.cleaned_data["language"]
    return redirect("sign-in")
