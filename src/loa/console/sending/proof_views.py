"""The proof of a work order: a photo or a paper, from the person who carried it out."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods

from loa.console.frame.acting import act, done, with_errors
from loa.console.frame.screen import StaffRequest, screen
from loa.console.sending.card import card_of
from loa.console.sending.proof_form import ProofForm
from loa.core import clock
from loa.core.language import gettext as _
from loa.delivery.models import Dispatch
from loa.delivery.selectors import dispatches_list
from loa.evidence.models import Evidence
from loa.evidence.services.close_work_order import close_work_order
from loa.units.rights import Right


@require_http_methods(["GET", "POST"])
@screen(Right.ADD_EVIDENCE)
def dispatch_proof(request: StaffRequest, pk: int) -> HttpResponse:
    """Take the proof; refused, the page keeps the note."""
    request.section = "dispatches"
    found = get_object_or_404(dispatches_list(request.actor), pk=pk)
    draft = f"minh-chung-{pk}"
    form = ProofForm(request.POST, request.FILES) if request.method == "POST" else ProofForm()
    context = {
        "dispatch": found,
        "form": form,
        "draft": draft,
        "card": card_of(found, request.actor),
        "is_simulated": clock.is_simulated(),
    }
    template = "console/sending/proof.html"
    if request.method == "GET":
        return render(request, template, context)
    if act(form, lambda: _close(request, found, form=form)) is None:
        return with_errors(request, template, context=context)
    return done(request, _("Đã nhận minh chứng."), to=("dispatch", pk), draft=draft)


def _close(request: StaffRequest, found: Dispatch, *, form: ProofForm) -> Evidence:
    file = form.cleaned_data["file"]
    return close_work_order(
        dispatch=found,
        data=file.read(),
        media_type=file.content_type or "",
        note=form.cleaned_data["note"],
        is_simulated=clock.is_simulated(),
        actor=request.actor,
        at=request.at,
    )
