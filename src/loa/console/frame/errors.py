"""The pages of errors: what happened, what is safe, what to do."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from loa.console.frame.screen import to_sign_in
from loa.core.language import current_language

FORMS_OF_NOBODY = frozenset({"sign-in", "sign-in-language", "sign-out"})


def unreadable(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: too much in one form, a session that ended this very moment, or no request of ours; nothing is read."""
    page = render_to_string("console/errors/400.html", {"language": current_language()})
    return HttpResponse(page, status=400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: signed in, but without the right, or without any role."""
    return render(request, "console/errors/403.html", status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: no such page, or a record of another commune, which is the same to its reader."""
    return render(request, "console/errors/404.html", status=404)


def failed(request: HttpRequest) -> HttpResponse:
    """500: a fault of ours. Nothing is read from the database, which may be the reason."""
    page = render_to_string("console/errors/500.html", {"language": current_language()})
    return HttpResponse(page, status=500)


def form_refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form without the token of this session: forged, replayed, or older than the last sign-in.

    A session that ended in the middle of writing took its token with it: sign in, then back to the form's own page,
    where the draft waits. What htmx sends in the background while somebody types is only refused.
    """
    at, is_background = request.resolver_match, getattr(request, "htmx", False)
    if not request.user.is_authenticated and not is_background and at and at.url_name not in FORMS_OF_NOBODY:
        return to_sign_in(request)
    return render(request, "console/errors/form.html", status=403)


def locked_out(request: HttpRequest, *_args: object, **_kwargs: object) -> HttpResponse:
    """429 after too many wrong passwords for one name from one place."""
    return render(request, "console/account/locked.html", status=429)
