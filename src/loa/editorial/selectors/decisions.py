"""What a leader decided on a version, in words for whoever comes second."""

from __future__ import annotations

from loa.core.language import gettext as _
from loa.editorial.models import Approval, MessageVersion, VersionReturn
from loa.typeset.dates import clock_text


def decided_words(version: MessageVersion) -> str:
    """ "Lan đã duyệt tin này lúc 17:05 05/9/2025.", or who returned it and when; empty while nobody decided."""
    approval = Approval.objects.select_related("approver").filter(version_id=version.pk).first()
    if approval is not None:
        return _("{who} đã duyệt tin này lúc {when}.").format(
            who=approval.approver, when=clock_text(approval.approved_at)
        )
    returned = VersionReturn.objects.select_related("returned_by").filter(version_id=version.pk).first()
    if returned is not None:
        return _("{who} đã trả lại tin này lúc {when}.").format(
            who=returned.returned_by, when=clock_text(returned.returned_at)
        )
    return ""
