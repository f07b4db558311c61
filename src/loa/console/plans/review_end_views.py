"""How a review ends: taken back, confirmed, set aside; the file as it came; what was corrected, for the rules."""

from __future__ import annotations

from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_POST

from loa.campaigns.services.confirm_plan import confirm_plan
from loa.console.frame.acting import done, refused
from loa.console.frame.asked import asked_number
from loa.console.frame.screen import StaffRequest, screen
from loa.console.plans.review_document import batch_seen, reviewed_document, shown_again
from loa.console.plans.review_groups import Opened
from loa.console.plans.sent_document import send_document
from loa.core.language import gettext as _
from loa.core.refusals import Refusal
from loa.documents.selectors import corrections_for
from loa.documents.services.export_corrections import correction_lines
from loa.documents.services.set_aside import set_aside, take_up_again
from loa.documents.services.undo_correction import undo_correction
from loa.units.rights import Right

CORRECTIONS_NAME = "cho-da-sua.jsonl"


@require_POST
@screen(Right.IMPORT_PLAN)
def review_undo(request: StaffRequest, pk: int) -> HttpResponse:
    """Take back the newest deed, if it is still the one that the person saw."""
    document = reviewed_document(request, pk)
    seen = asked_number(request.POST.get("batch", ""))
    try:
        undo_correction(document=document, actor=request.actor, at=request.at, batch=seen)
    except Refusal as refusal:
        return shown_again(request, document, opened=Opened(refusal=refusal.message))
    return redirect("review", pk)


@require_POST
@screen(Right.IMPORT_PLAN)
def review_confirm(request: StaffRequest, pk: int) -> HttpResponse:
    """Make the reading work, if it is still what the person saw; questions without an answer stay open in the plan."""
    document = reviewed_document(request, pk)
    try:
        campaign = confirm_plan(document=document, actor=request.actor, at=request.at, seen=batch_seen(request))
    except Refusal as refusal:
        return refused(request, refusal, to=("review", pk))
    return done(request, _("Đã xác nhận. Từ đây kế hoạch là việc phải làm."), to=("plan", campaign.pk))


@require_POST
@screen(Right.IMPORT_PLAN)
def review_drop(request: StaffRequest, pk: int) -> HttpResponse:
    """Set the document aside: it stays in the archive and becomes no work."""
    document = reviewed_document(request, pk)
    try:
        set_aside(document=document, actor=request.actor, at=request.at)
    except Refusal as refusal:
        return refused(request, refusal, to=("review", pk))
    return done(request, _("Đã bỏ văn bản này, không lập việc. Tệp gốc và các chỗ đã sửa vẫn được giữ."), to="plans")


@require_POST
@screen(Right.IMPORT_PLAN)
def review_take(request: StaffRequest, pk: int) -> HttpResponse:
    """Put a document that was set aside back among those to review."""
    document = reviewed_document(request, pk)
    try:
        take_up_again(document=document, actor=request.actor, at=request.at)
    except Refusal as refusal:
        return refused(request, refusal, to=("review", pk))
    return done(request, _("Văn bản đã trở lại danh sách chờ đối chiếu."), to=("review", pk))


@require_GET
@screen(Right.IMPORT_PLAN)
def review_file(request: StaffRequest, pk: int) -> HttpResponseBase:
    """The file as it came, to be saved; it is never opened as a page of this console."""
    return send_document(request, reviewed_document(request, pk))


@require_GET
@screen(Right.IMPORT_PLAN)
def corrections(request: StaffRequest) -> StreamingHttpResponse:
    """What people corrected in the readings, one JSON object a line, for who writes the rules."""
    request.section = "plans"
    lines = correction_lines(corrections_for(request.actor))
    response = StreamingHttpResponse(lines, content_type="application/jsonl; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{CORRECTIONS_NAME}"'
    return response
