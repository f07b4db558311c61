"""Passwords handed to people: shown once, on the answer to the button itself, and kept nowhere."""

from __future__ import annotations

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from loa.console.frame.acting import act, refused, with_errors
from loa.console.frame.screen import StaffRequest, screen
from loa.console.office.once import OnceForm, claim, done_before
from loa.console.office.people import person_on_page
from loa.console.office.people_forms import NewPersonForm
from loa.console.office.unit_choice import units_to_choose
from loa.core.language import gettext as _
from loa.core.refusals import Refusal
from loa.units.models import User
from loa.units.rights import Right
from loa.units.services.enrol_person import enrol_person
from loa.units.services.issue_password import issue_password


@require_http_methods(["GET", "POST"])
@screen(Right.MANAGE_PEOPLE)
def person_new(request: StaffRequest) -> HttpResponse:
    """Add a person; the answer shows the first password, and a reload of it adds nobody and shows nothing."""
    request.section = "people"
    template = "console/office/person_new.html"
    units = units_to_choose(request.actor)
    if request.method == "GET":
        return render(request, template, {"form": NewPersonForm(units=units)})
    form = NewPersonForm(request.POST, units=units)
    if form.is_valid() and (made := done_before(request, form.cleaned_data["key"])) is not None:
        return _shown_already(request, made)
    user = act(form, lambda: _enrol(request, form))
    if user is None:
        return with_errors(request, template, context={"form": form})
    if user.has_usable_password():  # somebody else added the same person a moment ago
        return _shown_already(request, user.pk)
    return _issue(request, user, form=form)


def _enrol(request: StaffRequest, form: NewPersonForm) -> User:
    return enrol_person(person=form.person, commune=request.commune, actor=request.actor, at=request.at)


@require_POST
@screen(Right.MANAGE_PEOPLE)
def person_password(request: StaffRequest, pk: int) -> HttpResponse:
    """A new password for somebody who forgot it."""
    row = person_on_page(request, pk)
    form = OnceForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Trang này đã cũ, mật khẩu chưa đổi. Hãy bấm lại nút cấp mật khẩu."))
        return redirect("person", pk)
    if done_before(request, form.cleaned_data["key"]) is not None:
        return _shown_already(request, pk)
    return _issue(request, row, form=form)


def _issue(request: StaffRequest, user: User, *, form: OnceForm) -> HttpResponse:
    """The password on the page itself: neither the session nor a message ever holds it."""
    try:
        with transaction.atomic():  # two presses at once must not show two passwords, of which one is dead
            if not claim(request, form.cleaned_data["key"], pk=user.pk):
                return _shown_already(request, user.pk)
            password = issue_password(user=user, commune=request.commune, actor=request.actor, at=request.at)
    except Refusal as refusal:
        return refused(request, refusal, to=("person", user.pk))
    return render(request, "console/office/password_once.html", {"person": user, "password": password})


def _shown_already(request: StaffRequest, pk: int) -> HttpResponse:
    messages.error(
        request,
        _(
            "Người này đã có tài khoản và mật khẩu đã hiện một lần. Chưa có gì thay đổi. "
            "Nếu chưa kịp ghi lại, hãy cấp mật khẩu mới ở dưới."
        ),
    )
    return redirect("person", pk)
