"""The list of plans, and a new one."""

from __future__ import annotations

from uuid import uuid5

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from loa.campaigns.selectors import plans_of
from loa.campaigns.tasks import KIND
from loa.console.frame.acting import act, with_errors
from loa.console.frame.listing import listed, wants_part
from loa.console.frame.screen import StaffRequest, screen
from loa.console.plans.filters import PlanFilter
from loa.console.plans.forms import NewPlanForm
from loa.console.plans.tables import PlanTable
from loa.console.plans.twins import MOST_WAITING, Twin, twins_among
from loa.core.models import LongWork
from loa.core.services.long_work import begin_work
from loa.documents.models import Document
from loa.documents.selectors import documents_set_aside, documents_to_review
from loa.documents.services.keep_upload import keep_upload
from loa.units.rights import Right

MOST_SET_ASIDE = 50


@require_GET
@screen(Right.SEE_PLANS)
def plans(request: StaffRequest) -> HttpResponse:
    """All plans of the commune, newest first."""
    rows = plans_of(request.actor).select_related("document__imported_by")
    is_asked = any(request.GET.get(name) for name in ("q", "year"))
    return listed(
        request,
        "console/plans/plans.html",
        rows=rows,
        table=PlanTable,
        filters=PlanFilter,
        is_asked=is_asked,
        waiting=_waiting(request),
        set_aside=_set_aside(request),
    )


@require_http_methods(["GET", "POST"])
@screen(Right.IMPORT_PLAN)
def plan_new(request: StaffRequest) -> HttpResponse:
    """Send a file; reading it is long work with a page of its own."""
    request.section = "plans"
    template = "console/plans/new.html"
    if request.method == "GET":
        return render(request, template, {"form": NewPlanForm()})
    form = NewPlanForm(request.POST, request.FILES)
    work = act(form, lambda: _begin(request, form))
    return with_errors(request, template, context={"form": form}) if work is None else redirect("work", work.key)


def _waiting(request: StaffRequest) -> list[tuple[Document, Twin | None]]:
    """What was read and waits for a word, for those who may give it; each with the same paper that waits beside it."""
    if wants_part(request) or not request.actor.may(Right.IMPORT_PLAN):
        return []
    documents = list(documents_to_review(request.actor)[:MOST_WAITING])
    twins = twins_among(documents)
    return [(document, twins.get(document.pk)) for document in documents]


def _set_aside(request: StaffRequest) -> list[Document]:
    """What was read and set aside, for those who may take it up again."""
    if wants_part(request) or not request.actor.may(Right.IMPORT_PLAN):
        return []
    return list(documents_set_aside(request.actor)[:MOST_SET_ASIDE])


def _begin(request: StaffRequest, form: NewPlanForm) -> LongWork:
    """The same page with the same file asks once; with another file, chosen after going back, it is another work."""
    name, chunks = form.upload
    token = keep_upload(name=name, chunks=chunks, actor=request.actor, at=request.at)
    key = uuid5(form.cleaned_data["key"], token)
    return begin_work(kind=KIND, key=key, payload={"upload": token}, actor=request.actor, at=request.at)
