"""A new message: drafted from a clause of a plan, or written by hand."""

from __future__ import annotations

from itertools import groupby

from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from loa.campaigns.models import Campaign, Topic
from loa.console.frame.acting import act, done, refused, with_errors
from loa.console.frame.asked import asked_number
from loa.console.frame.screen import StaffRequest, screen
from loa.console.messages.forms import WriteForm
from loa.core.language import gettext as _
from loa.core.refusals import Refusal
from loa.editorial.models import Message, MessageVersion
from loa.editorial.services.draft_message import draft_message
from loa.editorial.services.start_message import start_message
from loa.units.rights import Right

DRAFT = "tin-moi"  # the browser's name for what is typed into the form


@require_GET
@screen(Right.WRITE_MESSAGE)
def message_new(request: StaffRequest) -> HttpResponse:
    """The topics of the plans without a message yet; `?topic=` asks for one of them."""
    request.section = "messages"
    asked = asked_number(request.GET.get("topic", ""))
    if asked is not None:
        topic = get_object_or_404(_topics(request), pk=asked)
        written = Message.objects.visible_to(request.actor).filter(topic=topic).order_by("-pk").first()
        if written is not None:
            return redirect("message", written.pk)
        return render(request, "console/messages/new_topic.html", {"topic": topic})
    plans = [
        (campaign, list(topics)) for campaign, topics in groupby(_untold(request), key=lambda topic: topic.campaign)
    ]
    has_plans = bool(plans) or Campaign.objects.visible_to(request.actor).exists()
    return render(request, "console/messages/new.html", {"plans": plans, "has_plans": has_plans})


@require_POST
@screen(Right.WRITE_MESSAGE)
def message_draft(request: StaffRequest) -> HttpResponse:
    """Draft from one topic; a topic drafted before leads to its message as it is."""
    topic = get_object_or_404(_topics(request), pk=asked_number(request.POST.get("topic", "")))
    try:
        version = draft_message(campaign=topic.campaign, topic=topic, actor=request.actor, at=request.at)
    except Refusal as refusal:
        return refused(request, refusal, to="message-new")
    words = _("Đã soạn bản nháp từ mục {clause}. Hãy đọc lại và sửa cho đúng.").format(clause=topic.clause)
    return done(request, words, to=("message-edit", version.message_id))


@require_http_methods(["GET", "POST"])
@screen(Right.WRITE_MESSAGE)
def message_write(request: StaffRequest) -> HttpResponse:
    """Write a message that no clause gives; refused, the page keeps what was typed."""
    request.section = "messages"
    template = "console/messages/write.html"
    if request.method == "GET":
        return render(request, template, {"form": WriteForm(actor=request.actor), "draft": DRAFT})
    form = WriteForm(request.POST, actor=request.actor)
    version = act(form, lambda: _start(request, form))
    if version is None:
        return with_errors(request, template, context={"form": form, "draft": DRAFT})
    words = _("Đã ghi bản nháp. Đọc lại các bản xem thử rồi trình duyệt.")
    return done(request, words, to=("message", version.message_id), draft=DRAFT)


def _start(request: StaffRequest, form: WriteForm) -> MessageVersion:
    data = form.cleaned_data
    return start_message(
        campaign=data["campaign"],
        words=form.words(),
        source_label=data["source_label"],
        key=data["key"],
        actor=request.actor,
        at=request.at,
    )


def _topics(request: StaffRequest) -> QuerySet[Topic]:
    """What the plans give to tell, the newest plan first."""
    mine = Campaign.objects.visible_to(request.actor)
    rows = Topic.objects.filter(campaign__in=mine, outside=None, ended_at=None).exclude(text="")
    return rows.select_related("campaign__document").order_by("-campaign__created_at", "campaign", "pk")


def _untold(request: StaffRequest) -> QuerySet[Topic]:
    return _topics(request).filter(~Exists(Message.objects.filter(topic=OuterRef("pk"))))
