"""Is it a plan that is here already, or its revision? What the new one would make of the campaign, side by side."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from loa.campaigns.models import Campaign
from loa.campaigns.selectors.revising import likely_same_plan, revision_preview
from loa.campaigns.services.revise_campaign import revise_campaign
from loa.console.frame.acting import done, refused
from loa.console.frame.screen import StaffRequest, screen
from loa.console.plans.carry_words import alike_of
from loa.console.plans.compare_corrections import lost_corrections
from loa.console.plans.compare_words import MOVED, parts_of, sums_of
from loa.console.plans.review_document import batch_seen, page_of, reviewed_document
from loa.core.language import gettext as _
from loa.core.refusals import Refusal
from loa.documents.models import Document
from loa.documents.review.refusals import StaleCorrection
from loa.documents.selectors import review_of
from loa.units.rights import Right

MOST_LIKELY = 2  # more would hide the document itself


@require_GET
@screen(Right.IMPORT_PLAN)
def review_likely(request: StaffRequest, pk: int) -> HttpResponse:
    """The campaigns of which the document is likely the same plan or a newer one: a part of the review's page."""
    document = reviewed_document(request, pk)
    found = likely_same_plan(document, request.actor)[:MOST_LIKELY] if document.confirmed_at is None else []
    review = review_of(document)
    likely = [alike_of(one, document, review=review) for one in found]
    part = "console/plans/review_likely.html"
    template = part if request.htmx else "console/plans/review_alike.html"
    return render(request, template, {"document": document, "likely": likely, "is_asked": True})


@require_http_methods(["GET", "POST"])
@screen(Right.IMPORT_PLAN)
def review_compare(request: StaffRequest, pk: int, *, campaign: int) -> HttpResponse:
    """What the document would make of the campaign; sent, it becomes the campaign's plan."""
    document = reviewed_document(request, pk)
    former = get_object_or_404(
        Campaign.objects.visible_to(request.actor).select_related("document__extraction"), pk=campaign
    )
    if request.method == "POST":
        return _revise(request, document, former=former)
    if document.confirmed_at is not None:
        return redirect("review", pk)
    page = page_of(document)
    before = review_of(former.document)
    revision = revision_preview(campaign=former, document=document, review=page.review, former=before)
    parts = parts_of(revision)
    context = {
        "document": document,
        "campaign": former,
        "parts": parts,
        "sums": sums_of(revision, parts),
        "counts": revision.counts,
        "moved": next((part.count for part in parts if part.name == MOVED), 0),
        "lost": lost_corrections(revision.corrections, before),
        "seen": page.newest_batch,
    }
    return render(request, "console/plans/compare.html", context)


def _revise(request: StaffRequest, document: Document, *, former: Campaign) -> HttpResponse:
    try:
        campaign = revise_campaign(
            campaign=former, document=document, actor=request.actor, at=request.at, seen=batch_seen(request)
        )
    except StaleCorrection as refusal:
        return refused(request, refusal, to=("review-compare", document.pk, former.pk))
    except Refusal as refusal:
        return refused(request, refusal, to=("review", document.pk))
    return done(request, _("Đã thay bằng bản sửa. Việc đã làm được giữ nguyên."), to=("plan", campaign.pk))
