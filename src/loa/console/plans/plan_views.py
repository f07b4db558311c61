"""One plan: its document beside what was read, an answer to what it leaves open, its file as it came."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from loa.campaigns.models import Campaign, OpenQuestion
from loa.campaigns.services.answer_question import answer_question
from loa.campaigns.services.undo_revision import undo_confirmation, undo_revision
from loa.console.frame.acting import act, done, refused, with_errors
from loa.console.frame.screen import StaffRequest, screen
from loa.console.plans.former import former_paper, revised
from loa.console.plans.forms import AnswerQuestionForm
from loa.console.plans.reading import Reading, reading_of
from loa.console.plans.sent_document import send_document
from loa.core.language import gettext as _
from loa.core.refusals import Refusal
from loa.units.rights import Right

TEMPLATE = "console/plans/plan.html"


@require_GET
@screen(Right.SEE_PLANS)
def plan(request: StaffRequest, pk: int) -> HttpResponse:
    """The document with its marks, beside what was read from it."""
    request.section = "plans"
    campaign = _campaign(request, pk)
    return render(request, TEMPLATE, _context(campaign, reading=reading_of(campaign, request.actor)))


@require_http_methods(["GET", "POST"])
@screen(Right.ANSWER_QUESTION)
def plan_answer(request: StaffRequest, pk: int, *, question: int) -> HttpResponse:
    """Answer one open question; refused, the page keeps what was typed. Its address alone shows the plan."""
    request.section = "plans"
    row = get_object_or_404(OpenQuestion.objects.visible_to(request.actor), pk=question, campaign_id=pk)
    if request.method == "GET":
        return redirect("plan", pk)
    form = AnswerQuestionForm(request.POST, question=row)
    answered = act(
        form,
        lambda: answer_question(question=row, answer=form.cleaned_data["answer"], actor=request.actor, at=request.at),
    )
    if answered is None:
        campaign = _campaign(request, pk)
        reading = reading_of(campaign, request.actor, typed=form)
        return with_errors(request, TEMPLATE, context=_context(campaign, reading=reading))
    return done(request, _("Đã lưu câu trả lời."), to=("plan", pk), draft=form.draft)


@require_GET
@screen(Right.SEE_PLANS)
def plan_former(request: StaffRequest, pk: int, *, number: int) -> HttpResponse:
    """The document that the revision `number` of a campaign took the place of."""
    request.section = "plans"
    campaign = _campaign(request, pk)
    steps = campaign.revisions.standing().select_related("former_document__extraction", "by")
    step = get_object_or_404(steps, number=number)
    context = {"campaign": campaign, "step": step, "paper": former_paper(step)}
    return render(request, "console/plans/plan_former.html", context)


@require_GET
@screen(Right.SEE_PLANS)
def plan_former_file(request: StaffRequest, pk: int, *, number: int) -> HttpResponseBase:
    """That document's file as it came."""
    steps = _campaign(request, pk).revisions.standing().select_related("former_document")
    return send_document(request, get_object_or_404(steps, number=number).former_document)


@require_POST
@screen(Right.IMPORT_PLAN)
def plan_undo(request: StaffRequest, pk: int) -> HttpResponse:
    """Take back the newest confirmation while nobody has worked on what it made: the document waits for review."""
    campaign = _campaign(request, pk)
    document, is_revised = campaign.document, campaign.revisions.standing().exists()
    try:
        if is_revised:
            undo_revision(campaign=campaign, actor=request.actor, at=request.at)
        else:
            undo_confirmation(document=document, actor=request.actor, at=request.at)
    except Refusal as refusal:
        return refused(request, refusal, to=("plan", pk))
    return done(request, _("Đã đưa văn bản về chỗ đối chiếu. Các chỗ đã sửa vẫn còn."), to=("review", document.pk))


@require_GET
@screen(Right.SEE_PLANS)
def plan_file(request: StaffRequest, pk: int) -> HttpResponseBase:
    """The file as it came, to be saved; it is never opened as a page of this console."""
    return send_document(request, _campaign(request, pk).document)


def _context(campaign: Campaign, *, reading: Reading) -> dict[str, Any]:
    return {"campaign": campaign, "reading": reading, "revised": revised(campaign)}


def _campaign(request: StaffRequest, pk: int) -> Campaign:
    rows = Campaign.objects.visible_to(request.actor)
    return get_object_or_404(rows.select_related("document__extraction", "document__imported_by"), pk=pk)
