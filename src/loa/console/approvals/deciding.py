"""A leader's yes or not yet."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.crypto import constant_time_compare
from django.views.decorators.http import require_http_methods, require_POST

from loa.console.approvals.forms import ReturnForm
from loa.console.approvals.seeing import bound_hash, found_version
from loa.console.frame.acting import act, done, refused, with_errors
from loa.console.frame.screen import StaffRequest, screen
from loa.core.language import gettext as _
from loa.core.refusals import Refusal
from loa.editorial.models import MessageVersion
from loa.editorial.refusals import CannotApprove
from loa.editorial.selectors import decided_words
from loa.editorial.services.approve_version import approve_version
from loa.editorial.services.return_version import return_version
from loa.units.rights import Right


@require_POST
@screen(Right.APPROVE_MESSAGE)
def approval_approve(request: StaffRequest, pk: int) -> HttpResponse:
    """Approve exactly what was on the page: the posted hash says what that was."""
    version, _before = found_version(request.actor, pk)
    try:
        mark = _approve_seen(request, version, seen=request.POST.get("seen", ""))
    except Refusal as refusal:
        return refused(request, refusal, to=("approval", pk))
    # Not on to the next message: a second tap of an impatient thumb would approve it unseen.
    return done(request, _("Đã duyệt. Dấu duyệt {mark}.").format(mark=mark), to="approvals")


def _approve_seen(request: StaffRequest, version: MessageVersion, *, seen: str) -> str:
    """The first eight digits of the approval's hash.

    :raises CannotApprove: what would be approved is not what was seen, another leader was first, or the desk refuses.
    """
    if not constant_time_compare(seen, bound_hash(version)):
        raise CannotApprove(
            _("Tin đã khác với bản anh/chị vừa xem. Chưa có gì được duyệt. Hãy xem lại trang này rồi duyệt.")
        )
    approval = approve_version(version=version, actor=request.actor, at=request.at)
    if approval.approver_id != request.user.pk:
        raise CannotApprove(_("{decided} Anh/chị không cần duyệt nữa.").format(decided=decided_words(version)))
    return str(approval).upper()


@require_http_methods(["GET", "POST"])
@screen(Right.APPROVE_MESSAGE)
def approval_return(request: StaffRequest, pk: int) -> HttpResponse:
    """Ask for the reason, then send the version back; refused, the page keeps what was typed."""
    request.section = "approvals"
    version, _before = found_version(request.actor, pk)
    draft = f"tra-lai-{pk}"
    form = ReturnForm(request.POST if request.method == "POST" else None)
    context = {"form": form, "version": version, "draft": draft, "decided": decided_words(version)}
    template = "console/approvals/return.html"
    if request.method == "GET":
        return render(request, template, context)
    returned = act(
        form,
        lambda: return_version(version=version, reason=form.cleaned_data["reason"], actor=request.actor, at=request.at),
    )
    if returned is None:
        return with_errors(request, template, context=context)
    return done(request, _("Đã trả lại tin. Người viết thấy lý do ở trang Tin bài."), to="approvals", draft=draft)
