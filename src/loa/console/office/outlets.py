"""Loa: the outlets, what each of them did, and their changes."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from loa.channels.models import Outlet
from loa.channels.refusals import OutletNotFound
from loa.channels.selectors import outlet_for
from loa.channels.services.change_outlet import OutletFacts, change_outlet
from loa.channels.services.close_outlet import close_outlet
from loa.channels.services.open_outlet import NewOutlet, open_outlet
from loa.channels.services.reopen_outlet import reopen_outlet
from loa.console.frame.acting import act, done, with_errors
from loa.console.frame.screen import StaffRequest, screen
from loa.console.office.forms import NewOutletForm, OutletForm, outlet_values
from loa.console.office.once import done_before, note_done
from loa.console.office.outlet_lines import by_kind, last_orders_of, outlet_lines, silences
from loa.console.office.unit_choice import units_to_choose
from loa.core.language import gettext as _
from loa.delivery.selectors import last_session
from loa.units.rights import Right


@require_GET
@screen(Right.SEE_OUTLETS)
def outlets(request: StaffRequest) -> HttpResponse:
    """All outlets by kind: what is silent, what the last session came to, each with its states of today."""
    lines = outlet_lines(request.actor, now=request.at)
    kinds, closed = by_kind(lines), [line.outlet for line in lines if line.outlet.closed_at]
    context = {
        "kinds": kinds,
        "count": sum(len(kind.lines) for kind in kinds),
        "silences": silences(lines),
        "closed": closed,
        "closed_count": len(closed),
        "last": last_session(request.actor, now=request.at),
    }
    return render(request, "console/office/outlets.html", context)


@require_GET
@screen(Right.SEE_OUTLETS)
def outlet(request: StaffRequest, pk: int) -> HttpResponse:
    """One outlet with its last orders."""
    row = _outlet(request, pk)
    context = {"outlet": row, "dispatches": last_orders_of(row, request.actor)}
    return render(request, "console/office/outlet.html", context)


@require_http_methods(["GET", "POST"])
@screen(Right.MANAGE_OUTLETS)
def outlet_new(request: StaffRequest) -> HttpResponse:
    """Add an outlet."""
    request.section = "outlets"
    template = "console/office/outlet_new.html"
    units = units_to_choose(request.actor)
    if request.method == "GET":
        return render(request, template, {"form": NewOutletForm(units=units)})
    form = NewOutletForm(request.POST, units=units)
    row = act(form, lambda: _open(request, form))
    if row is None:
        return with_errors(request, template, context={"form": form})
    return done(request, _("Đã thêm điểm phát “{name}”.").format(name=row.name), to=("outlet", row.pk))


def _open(request: StaffRequest, form: NewOutletForm) -> Outlet:
    words = form.cleaned_data
    made = done_before(request, words["key"])
    if made is not None:
        return outlet_for(request.actor, made)
    outlet = NewOutlet(
        channel=words["channel"],
        code="",
        name=words["name"],
        player_public_key=words["player_public_key"].lower() or None,
        unit=words["unit"],
    )
    row = open_outlet(outlet=outlet, commune=request.commune, actor=request.actor, at=request.at)
    note_done(request, words["key"], pk=row.pk)
    return row


@require_http_methods(["GET", "POST"])
@screen(Right.MANAGE_OUTLETS)
def outlet_edit(request: StaffRequest, pk: int) -> HttpResponse:
    """Another name or unit."""
    row = _outlet(request, pk)
    template, units = "console/office/outlet_edit.html", units_to_choose(request.actor)
    if request.method == "GET":
        return render(request, template, {"outlet": row, "form": OutletForm(outlet=row, units=units)})
    form = OutletForm(request.POST, outlet=row, units=units)
    changed = act(form, lambda: _change(request, row, form=form))
    if changed is None:
        form.look_again(outlet_values(row))
        return with_errors(request, template, context={"outlet": row, "form": form})
    return done(request, _("Đã lưu điểm phát “{name}”.").format(name=changed.name), to=("outlet", pk))


def _change(request: StaffRequest, row: Outlet, *, form: OutletForm) -> Outlet:
    to = OutletFacts(form.cleaned_data["name"], form.cleaned_data["unit"])
    return change_outlet(outlet=row, to=to, actor=request.actor, at=request.at, seen=form.seen_facts())


@require_POST
@screen(Right.MANAGE_OUTLETS)
def outlet_close(request: StaffRequest, pk: int) -> HttpResponse:
    """Take an outlet out of use."""
    row = close_outlet(outlet=_outlet(request, pk), actor=request.actor, at=request.at)
    words = _("Đã đóng điểm phát “{name}”. Lệnh đã xếp vẫn gửi; không xếp lệnh mới cho điểm này.")
    return done(request, words.format(name=row.name), to=("outlet", pk))


@require_POST
@screen(Right.MANAGE_OUTLETS)
def outlet_reopen(request: StaffRequest, pk: int) -> HttpResponse:
    """Take it into use again."""
    row = reopen_outlet(outlet=_outlet(request, pk), actor=request.actor, at=request.at)
    return done(request, _("Điểm phát “{name}” dùng lại được.").format(name=row.name), to=("outlet", pk))


def _outlet(request: StaffRequest, pk: int) -> Outlet:
    """The outlet, on a page under "Loa".

    :raises Http404: absent, or another commune's.
    """
    request.section = "outlets"
    try:
        return outlet_for(request.actor, pk)
    except OutletNotFound as refusal:
        raise Http404(refusal.message) from refusal
