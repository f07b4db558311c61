"""Using again what was corrected in the plan before."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from loa.campaigns.models import Campaign
from loa.campaigns.selectors.review import answers_to_carry
from loa.console.frame.acting import done, refused
from loa.console.frame.screen import StaffRequest, screen
from loa.console.plans.review_document import reviewed_document
from loa.core.language import gettext as _
from loa.core.refusals import Refusal
from loa.documents.services.carry_corrections import carry_corrections
from loa.units.rights import Right


@require_POST
@screen(Right.IMPORT_PLAN)
def review_carry(request: StaffRequest, pk: int, *, campaign: int) -> HttpResponse:
    """Carry what still fits over from the campaign's plan; pressed again there is nothing left to do."""
    document = reviewed_document(request, pk)
    rows = Campaign.objects.visible_to(request.actor).select_related("document__extraction")
    known = get_object_or_404(rows, pk=campaign)
    former, answers = known.document, answers_to_carry(known)
    try:
        found = carry_corrections(document=document, former=former, actor=request.actor, at=request.at, answers=answers)
    except Refusal as refusal:
        return refused(request, refusal, to=("review", pk))
    if not found.count:
        return done(request, _("Không còn chỗ nào của bản trước để dùng lại."), to=("review", pk))
    words = _("Đã dùng lại {count} chỗ đã sửa ở bản trước. Không đúng thì bấm Hoàn tác.").format(count=found.count)
    return done(request, words, to=("review", pk))
