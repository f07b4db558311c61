"""One duty: what the plan asks for, how it goes, what proves it."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from loa.campaigns.models import Assignment, Progress
from loa.campaigns.refusals import StaleProgress
from loa.campaigns.services.report_progress import report_progress
from loa.console.assignments.duty import duty_state
from loa.console.assignments.forms import ProgressForm, ProofForm
from loa.console.assignments.words import deadline_words, duty_name
from loa.console.frame.acting import act, done, with_errors
from loa.console.frame.screen import StaffRequest, screen
from loa.core.language import gettext as _
from loa.evidence.models import Evidence
from loa.evidence.proof_file import MAX_BYTES
from loa.evidence.services.prove_assignment import prove_assignment
from loa.units.rights import Right

TEMPLATE, SECTION = "console/assignments/duty.html", "assignments"


@require_safe
@screen(Right.SEE_ASSIGNMENTS)
def assignment(request: StaffRequest, pk: int) -> HttpResponse:
    """The duty with its history, and the forms to say and to prove how it goes."""
    return render(request, TEMPLATE, _context(request, pk))


@require_safe
@screen(Right.SEE_ASSIGNMENTS)
def assignment_state(request: StaffRequest, pk: int) -> HttpResponse:
    """How the duty stands now: asked for again and again while the page is open."""
    state = duty_state(request.actor, pk, at=request.at)
    return render(request, "console/assignments/duty_state.html", {"state": state})


@require_POST
@screen(Right.REPORT_PROGRESS)
def assignment_report(request: StaffRequest, pk: int) -> HttpResponse:
    """Say how the duty goes; refused, the page keeps what was typed."""
    row = _assignment(request, pk)
    form = ProgressForm(request.POST, assignment=row, last=None)
    if act(form, lambda: _report(request, row, form=form)) is None:
        return with_errors(request, TEMPLATE, context=_context(request, pk, progress=form))
    return done(request, _("Đã lưu lời báo."), to=("assignment", pk), draft=form.draft)


@require_POST
@screen(Right.ADD_EVIDENCE)
def assignment_prove(request: StaffRequest, pk: int) -> HttpResponse:
    """Add a photo or a PDF as proof; refused, the page keeps what was typed."""
    row = _assignment(request, pk)
    form = ProofForm(request.POST, request.FILES)
    if act(form, lambda: _prove(request, row, form=form)) is None:
        return with_errors(request, TEMPLATE, context=_context(request, pk, proof=form))
    return done(request, _("Đã lưu minh chứng."), to=("assignment", pk))


def _assignment(request: StaffRequest, pk: int) -> Assignment:
    return get_object_or_404(Assignment.objects.visible_to(request.actor), pk=pk)


def _report(request: StaffRequest, row: Assignment, *, form: ProgressForm) -> Progress:
    said = form.cleaned_data
    try:
        return report_progress(
            assignment=row,
            rating=said.get("rating"),
            note=said["note"],
            actor=request.actor,
            at=request.at,
            after=said["after"],
        )
    except StaleProgress:
        form.has_seen(_last_report(row))
        raise


def _prove(request: StaffRequest, row: Assignment, *, form: ProofForm) -> Evidence:
    file = form.cleaned_data["file"]
    return prove_assignment(
        assignment=row,
        data=file.read(MAX_BYTES + 1),  # one byte too many is refused by the service; more need not be read
        media_type=file.content_type or "",
        note=form.cleaned_data["caption"],
        actor=request.actor,
        at=request.at,
    )


def _context(
    request: StaffRequest, pk: int, *, progress: ProgressForm | None = None, proof: ProofForm | None = None
) -> dict[str, Any]:
    request.section = SECTION
    state = duty_state(request.actor, pk, at=request.at)
    row = state.assignment
    return {
        "assignment": row,
        "name": duty_name(row),
        "deadlines": [deadline_words(rule) for rule in state.line.rules],
        "source_url": f"{reverse('plan', args=[row.campaign_id])}#d{row.line_from}",
        "state": state,
        "progress_form": progress or ProgressForm(assignment=row, last=state.last_report),
        "proof_form": proof or ProofForm(),
    }


def _last_report(row: Assignment) -> int | None:
    return row.progress.order_by("-pk").values_list("pk", flat=True).first()
