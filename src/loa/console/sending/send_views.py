"""Sending an approved message out: where, when, until when."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from loa.channels.models import Outlet
from loa.channels.selectors import outlets_of
from loa.console.frame.acting import REFUSED, act, done, with_errors
from loa.console.frame.asked import asked_number
from loa.console.frame.listing import ROWS_A_PAGE
from loa.console.frame.screen import StaffRequest, screen
from loa.console.sending.send_form import SendForm
from loa.console.sending.send_places import groups_of
from loa.core.language import gettext as _
from loa.core.refusals import Refusal
from loa.delivery.models import Dispatch
from loa.delivery.models.dispatch import Priority
from loa.delivery.services.plan_sending import plan_sending
from loa.editorial.models import Approval, MessageVersion, VersionState
from loa.editorial.selectors import messages_of
from loa.units.rights import Right


@require_http_methods(["GET", "POST"])
@screen(Right.SEND)
def send(request: StaffRequest) -> HttpResponse:
    """Choose outlets and a time for the version `?version=`; without one, choose the message first."""
    request.section = "dispatches"
    asked = request.GET.get("version", "")
    if not asked:
        return _choose(request)
    rows = MessageVersion.objects.visible_to(request.actor).select_related("message__campaign")
    version = get_object_or_404(rows, pk=asked_number(asked))
    approval = Approval.objects.filter(version=version, version__state=VersionState.APPROVED).first()
    if approval is None:
        status = REFUSED if request.method == "POST" else 200
        return render(request, "console/sending/unapproved.html", {"version": version}, status=status)
    return _send(request, version, approval=approval)


def _choose(request: StaffRequest) -> HttpResponse:
    approved = messages_of(request.actor).filter(state=VersionState.APPROVED)
    return render(request, "console/sending/choose.html", {"versions": approved[:ROWS_A_PAGE]})


def _send(request: StaffRequest, version: MessageVersion, *, approval: Approval) -> HttpResponse:
    outlets = [outlet for outlet in outlets_of(request.actor) if outlet.closed_at is None]
    form = SendForm(request.POST if request.method == "POST" else None, open_outlets=outlets, at=request.at)
    if request.method == "POST":
        planned = act(form, lambda: _plan(request, approval, form=form))
        if planned is not None:
            words = _("Đã lập {count} lệnh phát. Trạng thái tự cập nhật ở đây.").format(count=len(planned))
            return done(
                request, words, to=f"{reverse('dispatches')}?message={version.message_id}", draft=_draft(version)
            )
    chosen = {name: request.POST.getlist(name) for name in ("outlets", "channels")}
    context: dict[str, Any] = {
        "version": version,
        "form": form,
        "draft": _draft(version),
        "groups": groups_of(outlets, version, actor=request.actor, pks=chosen["outlets"], channels=chosen["channels"]),
    }
    template = "console/sending/send.html"
    return with_errors(request, template, context=context) if form.is_bound else render(request, template, context)


def _draft(version: MessageVersion) -> str:
    return f"phat-{version.pk}"


@transaction.atomic
def _plan(request: StaffRequest, approval: Approval, *, form: SendForm) -> list[Dispatch]:
    data = form.cleaned_data
    _refuse_unseen(request, approval, form=form)
    return plan_sending(
        approval=approval,
        outlets=form.chosen,
        due_at=data["due_at"],
        expires_at=data["until"],
        priority=Priority(data["priority"]),
        actor=request.actor,
        at=request.at,
    )


def _refuse_unseen(request: StaffRequest, approval: Approval, *, form: SendForm) -> None:
    """Tell of orders that somebody made for the same outlets after this page was opened; once told, it is meant."""
    pks = [outlet.pk for outlet in form.chosen]
    list(Outlet.objects.select_for_update().filter(pk__in=pks).order_by("pk"))  # who presses now too waits here
    rows = Dispatch.objects.visible_to(request.actor).filter(approval=approval, outlet__in=pks)
    made = rows.exclude(due_at=form.cleaned_data["due_at"]).filter(created_at__gt=form.opened_at)
    unseen = made.select_related("outlet").order_by("pk").first()
    if unseen is not None:
        form.is_renewed = True
        raise Refusal(
            _(
                "“{outlet}” vừa có lệnh phát tin này, lập sau khi anh/chị mở trang. Chưa có gì được phát thêm. "
                "Hãy xem lại; nếu vẫn cần phát nữa thì bấm gửi lần nữa."
            ).format(outlet=unseen.outlet.name)
        )
