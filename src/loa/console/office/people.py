"""Người dùng: who has an account in this commune, in which roles."""

from __future__ import annotations

from collections.abc import Callable

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_POST

from loa.console.frame.acting import act, done, refused, with_errors
from loa.console.frame.screen import StaffRequest, screen
from loa.console.office.once import OnceForm
from loa.console.office.people_forms import RolesForm, role_values
from loa.console.office.unit_choice import units_to_choose
from loa.core.language import gettext as _
from loa.core.refusals import Refusal
from loa.units.models import User
from loa.units.refusals import PersonNotFound
from loa.units.rights import Right
from loa.units.selectors import people_of, person_for
from loa.units.services.change_roles import change_roles
from loa.units.services.close_account import close_account
from loa.units.services.reopen_account import reopen_account
from loa.vietnamese.sorting import sort_key

TEMPLATE = "console/office/person.html"


@require_GET
@screen(Right.MANAGE_PEOPLE)
def people(request: StaffRequest) -> HttpResponse:
    """All people in the order of the Vietnamese alphabet, closed accounts apart."""
    rows = sorted(people_of(request.actor), key=lambda person: sort_key(person.display_name))
    context = {
        "people": [person for person in rows if not person.is_closed],  # type: ignore[attr-defined]
        "closed": [person for person in rows if person.is_closed],  # type: ignore[attr-defined]
    }
    return render(request, "console/office/people.html", context)


@require_GET
@screen(Right.MANAGE_PEOPLE)
def person(request: StaffRequest, pk: int) -> HttpResponse:
    """One person: roles, password, account."""
    row = person_on_page(request, pk)
    form = RolesForm(held=row.held, units=units_to_choose(request.actor))  # type: ignore[attr-defined]
    return render(request, TEMPLATE, {"person": row, "form": form, "password_form": OnceForm()})


@require_POST
@screen(Right.MANAGE_PEOPLE)
def person_roles(request: StaffRequest, pk: int) -> HttpResponse:
    """Give a person exactly the ticked roles."""
    row = person_on_page(request, pk)
    held = row.held  # type: ignore[attr-defined]
    form = RolesForm(request.POST, held=held, units=units_to_choose(request.actor))
    if act(form, lambda: _change_roles(request, row, form=form)) is None:
        form.look_again(role_values(held))
        return with_errors(request, TEMPLATE, context={"person": row, "form": form, "password_form": OnceForm()})
    return done(request, _("Đã lưu vai trò của {name}.").format(name=row.display_name), to=("person", pk))


def _change_roles(request: StaffRequest, row: User, *, form: RolesForm) -> User:
    return change_roles(
        user=row,
        commune=request.commune,
        roles=form.wanted,
        actor=request.actor,
        at=request.at,
        seen=form.seen_roles,
    )


@require_POST
@screen(Right.MANAGE_PEOPLE)
def person_close(request: StaffRequest, pk: int) -> HttpResponse:
    """Put an account away."""
    words = _("Đã khóa tài khoản của {name}. Những việc người này đã làm vẫn còn nguyên.")
    return _turn(request, pk, turn=close_account, words=words)


@require_POST
@screen(Right.MANAGE_PEOPLE)
def person_reopen(request: StaffRequest, pk: int) -> HttpResponse:
    """Open it again, with the roles held before."""
    words = _("Đã mở lại tài khoản của {name} với các vai trò trước khi khóa.")
    return _turn(request, pk, turn=reopen_account, words=words)


def _turn(request: StaffRequest, pk: int, *, turn: Callable[..., object], words: str) -> HttpResponse:
    row = person_on_page(request, pk)
    try:
        turn(user=row, commune=request.commune, actor=request.actor, at=request.at)
    except Refusal as refusal:
        return refused(request, refusal, to=("person", pk))
    return done(request, words.format(name=row.display_name), to=("person", pk))


def person_on_page(request: StaffRequest, pk: int) -> User:
    """The person, on a page under "Người dùng".

    :raises Http404: absent, or another commune's.
    """
    request.section = "people"
    try:
        return person_for(request.actor, pk)
    except PersonNotFound as refusal:
        raise Http404(refusal.message) from refusal
