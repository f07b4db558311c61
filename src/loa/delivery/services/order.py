"""The order as the channel gets it: built from rows, with files checked byte for byte."""

from __future__ import annotations

import json
from pathlib import Path

from loa.channels.ports import ChannelKind, DeliveryDelayed, DeliveryRefused, DispatchOrder, FileRef
from loa.core.canonical import sha256_hex
from loa.core.clock import VIETNAM
from loa.core.language import gettext as _
from loa.delivery.models import Dispatch
from loa.editorial.models import Rendition
from loa.editorial.selectors import is_approved, page_address, rendition_file
from loa.typeset.dates import day_text
from loa.units.naming import committee_of


def order_for(dispatch: Dispatch) -> DispatchOrder:
    """Build the order of `dispatch`: the same dispatch gives an equal order at every try.

    :raises DeliveryRefused: the approval no longer holds.
    :raises DeliveryDelayed: a frozen file is missing or damaged here.
    """
    version = dispatch.approval.version
    commune = dispatch.outlet.commune
    if not _is_bound(dispatch) or not is_approved(version):
        raise DeliveryRefused(_("Bản duyệt không còn hiệu lực nên lệnh không được gửi đi."))
    return DispatchOrder(
        key=str(dispatch.key),
        correlation=f"dispatch:{dispatch.pk}",
        commune_code=commune.code,
        outlet_code=dispatch.outlet.code,
        outlet_name=dispatch.outlet.name,
        sequence=dispatch.sequence,
        not_before=dispatch.due_at,
        expires_at=dispatch.expires_at,
        priority=dispatch.priority,
        approval_hash=dispatch.approval.set_hash,
        files=tuple(_checked_file(rendition) for rendition in _renditions(dispatch)),
        facts={
            "title": version.title,
            "code": version.code,
            "page_url": page_address(version),
            "commune": commune.name,
            "province": commune.province,
            "approved_on": day_text(dispatch.approval.approved_at.astimezone(VIETNAM).date()),
            "unit": committee_of(commune.name),
        },
    )


def _is_bound(dispatch: Dispatch) -> bool:
    """Whether the approval holds exactly this file, for an outlet of the commune that approved it."""
    rendition, approval = dispatch.rendition, dispatch.approval
    wanted = {"form": rendition.form, "variant": rendition.variant, "sha256": rendition.sha256}
    return (
        rendition.version_id == approval.version_id
        and dispatch.outlet.commune_id == approval.version.message.commune_id
        and wanted in json.loads(approval.approval_set)
    )


def _renditions(dispatch: Dispatch) -> list[Rendition]:
    """The ordered file first; then what goes with it. A loudspeaker gets its audio and nothing else."""
    own = dispatch.rendition
    if dispatch.outlet.channel == ChannelKind.LOUDSPEAKER:
        return [own]
    return [own, *Rendition.objects.filter(version_id=own.version_id).exclude(pk=own.pk)]


def _checked_file(rendition: Rendition) -> FileRef:
    path: Path = rendition_file(rendition)
    try:
        is_whole = sha256_hex(path.read_bytes()) == rendition.sha256
    except OSError:
        is_whole = False
    if not is_whole:
        raise DeliveryDelayed(
            _("Tệp đã duyệt {name} bị thiếu hoặc hỏng trong kho. Hãy khôi phục kho tệp từ bản sao lưu.").format(
                name=path.name
            )
        )
    return FileRef(
        form=rendition.form,
        sha256=rendition.sha256,
        size=rendition.size,
        media_type=rendition.media_type,
        path=str(path),
    )
