"""Sending one message out: an order for each chosen outlet, or none at all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NotRequired, TypedDict, Unpack

from django.db import transaction

from loa.channels.models import Outlet
from loa.core.actor import Actor
from loa.core.language import gettext as _
from loa.delivery.models import Dispatch
from loa.delivery.models.dispatch import Priority
from loa.delivery.refusals import NothingChosen, WrongRendition
from loa.delivery.rules import life_of, usual_form
from loa.delivery.services.plan_dispatch import plan_dispatch, refuse_strangers
from loa.editorial.models import Approval, Rendition


class Sending(TypedDict):
    """The keywords of a sending. Without `expires_at` each order holds as long as its channel's orders usually do."""

    approval: Approval
    due_at: datetime
    expires_at: NotRequired[datetime | None]
    priority: NotRequired[Priority]


@transaction.atomic
def plan_sending(
    *, outlets: Sequence[Outlet], actor: Actor, at: datetime, **sending: Unpack[Sending]
) -> list[Dispatch]:
    """Plan one dispatch for each of `outlets`, in its usual form: all of them or, with one refusal, none.

    Asked for again it returns the same rows; an outlet named twice gets one order. The rows come in the order in
    which the outlets were opened.

    :param sending: `approval`, `due_at` and, if not the usual, `expires_at`, `priority`.
    :raises NothingChosen: no outlet.
    :raises CannotDispatch: what `plan_dispatch` refuses, for any one outlet.
    """
    if not outlets:
        raise NothingChosen(_("Chưa chọn điểm phát nào. Chưa có gì được phát. Hãy chọn ít nhất một điểm phát."))
    refuse_strangers(sending["approval"], outlets, actor=actor)
    pks = {outlet.pk for outlet in outlets}
    # All locks first and in one order: two people sending to the same outlets wait for each other, never in a ring.
    locked = list(Outlet.objects.select_for_update().filter(pk__in=pks).order_by("pk"))
    return [_plan(outlet, sending, actor=actor, at=at) for outlet in locked]


def _plan(outlet: Outlet, sending: Sending, *, actor: Actor, at: datetime) -> Dispatch:
    expires_at = sending.get("expires_at") or sending["due_at"] + life_of(outlet.channel)
    return plan_dispatch(
        approval=sending["approval"],
        rendition=_usual_rendition(sending["approval"], outlet),
        outlet=outlet,
        due_at=sending["due_at"],
        expires_at=expires_at,
        priority=sending.get("priority", Priority.NORMAL),
        actor=actor,
        at=at,
    )


def _usual_rendition(approval: Approval, outlet: Outlet) -> Rendition:
    """The file of the outlet's usual form; of two variants the one with marks, which cannot be misread."""
    form = usual_form(outlet.channel)
    rendition = Rendition.objects.filter(version_id=approval.version_id, form=form).order_by("variant").first()
    if rendition is None:
        raise WrongRendition(
            _("Tin bài không có tệp cho điểm phát “{outlet}”. Chưa có gì được phát. Hãy bỏ chọn nơi đó.").format(
                outlet=outlet.name
            )
        )
    return rendition
