"""Đơn vị: the offices, bodies and posts that plans give duties to."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from loa.campaigns.selectors import AssignmentLine, assignment_board
from loa.channels.selectors import outlets_of
from loa.console.frame.acting import act, done, with_errors
from loa.console.frame.screen import StaffRequest, screen
from loa.console.office.forms import NewUnitForm, UnitForm, unit_values
from loa.console.office.once import done_before, note_done
from loa.core.language import gettext as _
from loa.units.models import Membership, Unit
from loa.units.refusals import UnitNotFound
from loa.units.rights import Right
from loa.units.selectors import unit_for, units_of
from loa.units.services.add_unit import NewUnit, add_unit
from loa.units.services.rename_unit import rename_unit
from loa.vietnamese.sorting import sort_key


@dataclass(frozen=True, slots=True)
class UnitLine:
    """A unit with its duties that still have to be reported on, and how many of those are late."""

    unit: Unit
    duties: int
    late: int


@require_GET
@screen(Right.SEE_UNITS)
def units(request: StaffRequest) -> HttpResponse:
    """All units in the order of the Vietnamese alphabet."""
    duties = _open_duties(request)
    rows = sorted(units_of(request.actor), key=lambda unit: sort_key(unit.name))
    lines = [_line(unit, [duty for duty in duties if duty.assignment.unit_id == unit.pk]) for unit in rows]
    return render(request, "console/office/units.html", {"lines": lines})


@require_GET
@screen(Right.SEE_UNITS)
def unit(request: StaffRequest, pk: int) -> HttpResponse:
    """One unit: its names, people, outlets and duties."""
    row = _unit(request, pk)
    names = [alias.text for alias in row.aliases.all() if alias.text != row.name]
    held = Membership.objects.visible_to(request.actor).filter(unit=row, user__is_active=True).select_related("user")
    context = {
        "unit": row,
        "names": sorted(names, key=sort_key),
        "held": sorted(held, key=lambda one: (sort_key(one.user.display_name), one.role)),
        "outlets": [one for one in outlets_of(request.actor) if one.unit_id == pk],
        "line": _line(row, [duty for duty in _open_duties(request) if duty.assignment.unit_id == pk]),
    }
    return render(request, "console/office/unit.html", context)


def _open_duties(request: StaffRequest) -> list[AssignmentLine]:
    """The duties not yet reported on; none to whom the duties are not shown."""
    if not request.actor.may(Right.SEE_ASSIGNMENTS):
        return []
    lines = assignment_board(request.actor, today=request.today)
    return [line for line in lines if line.is_rated and not line.is_reported]


def _line(unit: Unit, duties: list[AssignmentLine]) -> UnitLine:
    return UnitLine(unit, len(duties), sum(duty.is_late for duty in duties))


@require_http_methods(["GET", "POST"])
@screen(Right.MANAGE_UNITS)
def unit_new(request: StaffRequest) -> HttpResponse:
    """Add a unit."""
    request.section = "units"
    template = "console/office/unit_new.html"
    if request.method == "GET":
        return render(request, template, {"form": NewUnitForm()})
    form = NewUnitForm(request.POST)
    row = act(form, lambda: _add(request, form))
    if row is None:
        return with_errors(request, template, context={"form": form})
    return done(request, _("Đã thêm đơn vị “{name}”.").format(name=row.name), to=("unit", row.pk))


def _add(request: StaffRequest, form: NewUnitForm) -> Unit:
    words = form.cleaned_data
    made = done_before(request, words["key"])
    if made is not None:
        return unit_for(request.actor, made)
    new = NewUnit(words["name"], words["kind"])
    row = add_unit(unit=new, commune=request.commune, actor=request.actor, at=request.at)
    note_done(request, words["key"], pk=row.pk)
    return row


@require_http_methods(["GET", "POST"])
@screen(Right.MANAGE_UNITS)
def unit_edit(request: StaffRequest, pk: int) -> HttpResponse:
    """Another name or kind."""
    row, template = _unit(request, pk), "console/office/unit_edit.html"
    if request.method == "GET":
        return render(request, template, {"unit": row, "form": UnitForm(unit=row)})
    form = UnitForm(request.POST, unit=row)
    changed = act(form, lambda: _rename(request, row, form=form))
    if changed is None:
        form.look_again(unit_values(row))
        return with_errors(request, template, context={"unit": row, "form": form})
    return done(request, _("Đã lưu đơn vị “{name}”.").format(name=changed.name), to=("unit", pk))


def _rename(request: StaffRequest, row: Unit, *, form: UnitForm) -> Unit:
    to = NewUnit(form.cleaned_data["name"], form.cleaned_data["kind"])
    return rename_unit(unit=row, to=to, actor=request.actor, at=request.at, seen=form.seen_unit())


def _unit(request: StaffRequest, pk: int) -> Unit:
    """The unit, on a page under "Đơn vị".

    :raises Http404: absent, or another commune's.
    """
    request.section = "units"
    try:
        return unit_for(request.actor, pk)
    except UnitNotFound as refusal:
        raise Http404(refusal.message) from refusal
