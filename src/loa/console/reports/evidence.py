"""The file of a proof that a person brought."""

from __future__ import annotations

from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from loa.console.frame.files import send_file
from loa.console.frame.screen import StaffRequest, screen
from loa.core.language import gettext as _
from loa.evidence.models import Evidence
from loa.evidence.selectors import evidence_file
from loa.units.rights import Right


@require_safe
@screen(Right.SEE_DELIVERY)
def evidence(request: StaffRequest, pk: int) -> HttpResponseBase:
    """The photo or the sheet, shown in the browser."""
    proof = get_object_or_404(Evidence.objects.visible_to(request.actor), pk=pk)
    path = evidence_file(proof)
    name = _("Minh chứng {number}{suffix}").format(number=proof.pk, suffix=path.suffix)
    return send_file(request, path, media_type=proof.media_type, name=name, inline=True, sha256=proof.sha256)
