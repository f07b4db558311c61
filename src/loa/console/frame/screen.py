"""The door to every screen: who asks, for which commune, with which right."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import wraps
from typing import Any, Concatenate, ParamSpec, cast

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django_htmx.http import HttpResponseClientRedirect
from django_htmx.middleware import HtmxDetails

from loa.console.frame.standing import Standing, standing_of
from loa.core import clock
from loa.core.actor import Actor
from loa.units.models import Commune, User
from loa.units.rights import Right

P = ParamSpec("P")
NEW_PASSWORD_PAGE = "password"  # noqa: S105 - the name of the one screen open to a person with a temporary password


class StaffRequest(HttpRequest):
    """A request of a signed-in person: `actor` acts in `commune`.

    `at` is the instant of the request, `today` its day in Vietnam.
    """

    actor: Actor
    commune: Commune
    standing: Standing
    at: datetime
    today: date
    user: User
    htmx: HtmxDetails
    section: str  # the URL name of the place that a sub-page lights in the navigation


View = Callable[Concatenate[StaffRequest, P], HttpResponseBase]
PlainView = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


def screen(right: Right | None = None) -> Callable[[View[P]], PlainView[P]]:
    """Let a signed-in person with `right` in; None lets every signed-in person of a commune in.

    Nobody signed in: the sign-in page, and back here after it. Without the right: 403. The right is kept on the
    view as `right`, where the test of all rights reads it.
    """

    def decorate(view: View[P]) -> PlainView[P]:
        @wraps(view)
        def admit(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return to_sign_in(request)
            staff = _staff(request)
            if staff.user.must_change_password and _name_of(request) != NEW_PASSWORD_PAGE:
                return redirect(NEW_PASSWORD_PAGE)
            if right is not None and not staff.actor.may(right):
                raise PermissionDenied
            return view(staff, *args, **kwargs)

        cast(Any, admit).right = right
        return admit

    return decorate


def _name_of(request: HttpRequest) -> str | None:
    return request.resolver_match.url_name if request.resolver_match else None


def to_sign_in(request: HttpRequest) -> HttpResponse:
    """A fragment asked for in the background sends the whole page to sign in; a form comes back to its own page."""
    staff = cast(StaffRequest, request)
    if staff.htmx:
        return HttpResponseClientRedirect(redirect_to_login(staff.htmx.current_url_abs_path or "/").url)
    back = request.get_full_path() if request.method == "GET" else _page_of_form(request)
    return redirect_to_login(back)


def _page_of_form(request: HttpRequest) -> str:
    """The page whose form was sent, as the browser names it; only a page of ours."""
    path = request.headers.get("referer", "").removeprefix(f"{request.scheme}://{request.get_host()}")
    return path if path.startswith("/") and not path.startswith("//") else "/"


def _staff(request: HttpRequest) -> StaffRequest:
    staff = cast(StaffRequest, request)
    standing = standing_of(staff.user, wanted=request.session.get("commune"))
    if standing is None:
        raise PermissionDenied
    staff.standing, staff.actor, staff.commune = standing, standing.actor, standing.commune
    staff.at = clock.now()
    staff.today = staff.at.astimezone(clock.VIETNAM).date()
    return staff
