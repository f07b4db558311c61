"""What every deed of the review shares: its document, its page, and how a deed is kept or refused."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django_htmx.http import HttpResponseClientRedirect

from loa.console.frame.acting import REFUSED
from loa.console.frame.asked import asked_number
from loa.console.frame.screen import StaffRequest
from loa.console.plans.review_groups import Opened
from loa.console.plans.review_page import ReviewPage
from loa.console.plans.twins import twins_of
from loa.documents.models import Document
from loa.documents.reading.notices import sentences
from loa.documents.review.changes import Change
from loa.documents.review.refusals import AlreadyConfirmed
from loa.documents.services.correct_reading import correct_reading

TEMPLATE = "console/plans/review.html"


def reviewed_document(request: StaffRequest, pk: int) -> Document:
    """The document, with what was read from it; of another commune it is as if it were not there."""
    request.section = "plans"
    rows = Document.objects.visible_to(request.actor).filter(extraction__isnull=False)
    return get_object_or_404(rows.select_related("extraction", "imported_by", "commune"), pk=pk)


def page_of(document: Document, opened: Opened | None = None) -> ReviewPage:
    """The page as it stands now, in five queries."""
    corrections = list(document.corrections.standing().select_related("made_by"))
    return ReviewPage(document, corrections, opened or Opened())


def context_of(page: ReviewPage, request: StaffRequest) -> dict[str, Any]:
    """What the template of the page asks for; the notices say what the reader changed or left out on the way in."""
    return {
        "page": page,
        "document": page.document,
        "notices": sentences(page.review.result.notices),
        "twins": twins_of(page.document, request.actor),
    }


def batch_seen(request: StaffRequest) -> int:
    """The number of the newest deed that the sent page showed; -1, which no page shows, where it names none."""
    number = asked_number(request.POST.get("seen", ""))
    return -1 if number is None else number


def kept(request: StaffRequest, document: Document, *, changes: Sequence[Change]) -> Sequence[Change]:
    """Keep the changes of one deed; none are none.

    :raises Refusal: confirmed or set aside by now, corrected by somebody else meanwhile, or it cannot be.
    """
    correct_reading(document=document, changes=changes, actor=request.actor, at=request.at)
    return changes


def shown_again(request: StaffRequest, document: Document, *, opened: Opened) -> HttpResponse:
    """The page with what was refused and why; htmx puts in only what comes with 200.

    Confirmed meanwhile, it is a plan: the person is told there.
    """
    document = reviewed_document(request, document.pk)
    if document.confirmed_at is not None:
        messages.error(request, AlreadyConfirmed().message)
        address = reverse("review", args=[document.pk])
        return HttpResponseClientRedirect(address) if request.htmx else redirect(address)
    status = 200 if request.htmx else REFUSED
    return render(request, TEMPLATE, context_of(page_of(document, opened), request), status=status)
