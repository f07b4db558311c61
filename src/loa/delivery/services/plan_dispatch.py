"""Planning: one approved file, one outlet, one window of time."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime
from typing import NotRequired, TypedDict, Unpack

from django.db import transaction

from loa.channels.models import Outlet
from loa.core.actor import Actor
from loa.core.language import gettext as _
from loa.core.services import audit
from loa.delivery import ports
from loa.delivery.models import Dispatch, DispatchState
from loa.delivery.models.dispatch import Priority
from loa.delivery.refusals import MayNotSend, NotApproved, OutletClosed, WindowClosed, WrongRendition
from loa.delivery.rules import may_bring_out
from loa.editorial.models import Approval, Rendition
from loa.editorial.selectors import is_approved
from loa.units.rights import Right


class DispatchPlan(TypedDict):
    """The keywords of a plan: what goes where, and the window `[due_at, expires_at)` in which it is worth that."""

    approval: Approval
    rendition: Rendition
    outlet: Outlet
    due_at: datetime
    expires_at: datetime
    priority: NotRequired[Priority]


def plan_dispatch(*, actor: Actor, at: datetime, **plan: Unpack[DispatchPlan]) -> Dispatch:
    """Plan one dispatch and wake the worker; the same file, outlet and due time again is the same row.

    :param plan: `approval`, `rendition`, `outlet`, `due_at`, `expires_at` and, if not thông thường, `priority`
        (Thông tư 39/2020/TT-BTTTT knows three).
    :raises MayNotSend: no right, or another commune's approval or outlet.
    :raises NotApproved: no approval holds for exactly the stored files.
    :raises WrongRendition: the file is not of the approved version, or of a form that the outlet does not bring out.
    :raises OutletClosed: the outlet is out of use.
    :raises WindowClosed: `expires_at` is past, or not after `due_at`.
    """
    refuse_strangers(plan["approval"], [plan["outlet"]], actor=actor)
    planned = _existing(plan)
    if planned is not None:
        return planned
    _refuse_wrong_files(plan)
    _refuse_closed_window(plan, at)
    return _add(plan, actor, at=at)


def _existing(plan: DispatchPlan) -> Dispatch | None:
    return Dispatch.objects.filter(outlet=plan["outlet"], rendition=plan["rendition"], due_at=plan["due_at"]).first()


def refuse_strangers(approval: Approval, outlets: Sequence[Outlet], *, actor: Actor) -> None:
    """Let pass who may send what `approval` binds at every one of `outlets`.

    :raises MayNotSend: no right, or another commune's approval or outlet.
    """
    pks = {outlet.pk for outlet in outlets}
    is_ours = Approval.objects.visible_to(actor).filter(pk=approval.pk).exists() and Outlet.objects.visible_to(
        actor
    ).filter(pk__in=pks).count() == len(pks)
    if not (actor.may(Right.SEND) and is_ours):
        raise MayNotSend(
            _("Anh/chị chưa được giao quyền phát tin ở điểm phát này. Chưa có gì được phát. Hãy nhờ người vận hành.")
        )


def _refuse_wrong_files(plan: DispatchPlan) -> None:
    approval, rendition, outlet = plan["approval"], plan["rendition"], plan["outlet"]
    if rendition.version_id != approval.version_id:
        raise WrongRendition(
            _("Tệp này không thuộc tin bài đã duyệt. Chưa có gì được phát. Hãy chọn tệp của đúng bản đã duyệt.")
        )
    if not may_bring_out(outlet.channel, rendition.form):
        raise WrongRendition(
            _("Điểm phát “{outlet}” không phát được loại tệp này. Chưa có gì được phát. Hãy chọn tệp khác.").format(
                outlet=outlet.name
            )
        )
    if not is_approved(approval.version):
        raise NotApproved(
            _("Tin bài chưa được duyệt hoặc đã đổi sau khi duyệt. Chưa có gì được phát. Hãy trình duyệt lại.")
        )


def _refuse_closed_window(plan: DispatchPlan, at: datetime) -> None:
    if plan["expires_at"] <= max(at, plan["due_at"]):
        raise WindowClosed(
            _("Thời hạn phát đã qua hoặc kết thúc trước giờ phát. Chưa có gì được phát. Hãy đặt lại giờ.")
        )


def _refuse_closed_outlet(outlet: Outlet) -> None:
    if outlet.closed_at is not None:
        raise OutletClosed(
            _("Điểm phát “{outlet}” đã ngừng dùng. Chưa có gì được phát. Hãy chọn điểm phát khác.").format(
                outlet=outlet.name
            )
        )


@transaction.atomic
def _add(plan: DispatchPlan, actor: Actor, *, at: datetime) -> Dispatch:
    """Allot the outlet's next number and write the row, under a lock on the outlet."""
    outlet = Outlet.objects.select_for_update().get(pk=plan["outlet"].pk)
    planned = _existing(plan)
    if planned is not None:
        return planned
    _refuse_closed_outlet(outlet)
    outlet.last_sequence += 1
    outlet.save(update_fields=["last_sequence"])
    priority = plan.get("priority", Priority.NORMAL)
    dispatch = Dispatch.objects.create(
        outlet=outlet,
        rendition=plan["rendition"],
        approval=plan["approval"],
        key=uuid.uuid4(),
        sequence=outlet.last_sequence,
        priority=priority,
        state=DispatchState.QUEUED,
        due_at=plan["due_at"],
        expires_at=plan["expires_at"],
        created_at=at,
    )
    audit.record("delivery.dispatch.planned", target=dispatch, by=actor, at=at, detail={"outlet": outlet.code})
    # robust: a wake-up that fails is found by the sweeper, and must not look like a failed plan
    transaction.on_commit(lambda: ports.wake(dispatch.pk, is_urgent=priority == Priority.URGENT), robust=True)
    return dispatch
