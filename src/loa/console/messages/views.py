"""One message with all its forms, and handing it to the leader."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from loa.console.frame.acting import refused
from loa.console.frame.screen import StaffRequest, screen
from loa.console.messages.basis import source_documents
from loa.console.messages.dispatch_lists import dispatches_of_message
from loa.console.messages.forms import SourceForm, SubmitForm
from loa.console.messages.forms_made import forms_of_draft, frozen_forms
from loa.console.messages.scripts import script_lines
from loa.console.messages.states import state_mark
from loa.console.messages.steps import steps_of
from loa.console.messages.versions import Chosen, chosen_version
from loa.core.language import gettext as _
from loa.core.models import LongWork, WorkState
from loa.core.refusals import Refusal
from loa.core.services.long_work import begin_work
from loa.delivery.models import Dispatch
from loa.delivery.selectors import Ladder, ladder, telling
from loa.editorial.models import MessageVersion, VersionState
from loa.editorial.paragraphs import blocks_of
from loa.editorial.selectors import content_of, spoken_script_marks, words_marks
from loa.editorial.tasks import KIND
from loa.units.rights import Right

TEMPLATE = "console/messages/message.html"
NO_ORDERS = Ladder(*(0,) * 9)


@require_GET
@screen(Right.SEE_MESSAGES)
def message(request: StaffRequest, pk: int) -> HttpResponse:
    """The newest version; `?ban=3` shows an older one, marked as old."""
    request.section = "messages"
    chosen = chosen_version(request.actor, pk, number=request.GET.get("ban", ""))
    return render(request, TEMPLATE, message_context(request, chosen))


@require_GET
@screen(Right.SEE_MESSAGES)
def message_dispatches(request: StaffRequest, pk: int) -> HttpResponse:
    """The part that refreshes: the orders of the message with their states."""
    chosen = chosen_version(request.actor, pk)
    if not request.htmx:
        return redirect("message", pk)
    return render(request, "console/messages/dispatches.html", _dispatch_context(request, chosen))


@require_POST
@screen(Right.WRITE_MESSAGE)
def message_submit(request: StaffRequest, pk: int) -> HttpResponse:
    """Begin making all forms of the version that the writer saw; its progress has a page of its own."""
    chosen, form = chosen_version(request.actor, pk), SubmitForm(request.POST)
    if not form.is_valid() or form.cleaned_data["version"] != chosen.newest.pk:
        return refused(request, _newer(chosen.newest), to=("message", pk))
    payload = {"version": chosen.newest.pk}
    try:
        work = begin_work(kind=KIND, key=form.cleaned_data["key"], payload=payload, actor=request.actor, at=request.at)
    except Refusal as refusal:
        return refused(request, refusal, to=("message", pk))
    return redirect("work", work.key)


def _newer(newest: MessageVersion) -> Refusal:
    return Refusal(
        _(
            "Tin đã có bản {number} mới hơn bản anh/chị vừa xem. Chưa trình bản nào. Hãy đọc bản {number} rồi trình."
        ).format(number=newest.number)
    )


def message_context(request: StaffRequest, chosen: Chosen, *, source_form: SourceForm | None = None) -> dict[str, Any]:
    """All that the page of one version shows."""
    version = chosen.version
    is_draft = version.state == VersionState.DRAFT
    sources = list(version.sources.order_by("pk"))
    content = content_of(version) if is_draft else None
    orders = NO_ORDERS if is_draft else ladder(_orders(request, version))
    return {
        "chosen": chosen,
        "version": version,
        "state": state_mark(version.state),
        "steps": steps_of(version, orders),
        "blocks": list(blocks_of(version.paragraphs)),
        "documents": source_documents(version, sources),
        "script": script_lines(words_marks(content) if content else spoken_script_marks(version)),
        "made": forms_of_draft(content) if content else frozen_forms(version),
        "missing": _missing(version, has_sources=bool(sources)) if is_draft else [],
        "work": _work_under_way(request, version) if is_draft else None,
        "submit_form": SubmitForm.of(version),
        "source_form": source_form or SourceForm(initial={"version": version.pk}),
        **_dispatch_context(request, chosen),
    }


def _dispatch_context(request: StaffRequest, chosen: Chosen) -> dict[str, Any]:
    orders = dispatches_of_message(chosen.message, request.actor, now=request.at)
    return {"chosen": chosen, "version": chosen.version, "orders": orders}


def _orders(request: StaffRequest, version: MessageVersion) -> QuerySet[Dispatch]:
    return telling(Dispatch.objects.visible_to(request.actor), version.renditions.all())


def _missing(version: MessageVersion, *, has_sources: bool) -> list[str]:
    """What a draft still lacks before it can be submitted."""
    parts = (
        (version.title.strip(), _("tiêu đề")),
        (version.summary.strip(), _("tóm tắt")),
        (version.paragraphs, _("nội dung")),
        (has_sources, _("căn cứ")),
    )
    return [name for value, name in parts if not value]


def _work_under_way(request: StaffRequest, version: MessageVersion) -> LongWork | None:
    """The actor's own work on this version that has not ended."""
    rows = LongWork.objects.visible_to(request.actor).filter(kind=KIND, payload__version=version.pk)
    return rows.filter(state__in=(WorkState.WAITING, WorkState.RUNNING)).last()
