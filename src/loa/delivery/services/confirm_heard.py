"""A person at the place says that the message came out clearly."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from loa.channels.ports import ChannelKind, Outcome
from loa.core.actor import Actor
from loa.core.language import gettext
from loa.core.language import gettext as _
from loa.core.services import audit
from loa.delivery.models import DeliveryReceipt, Dispatch, DispatchState
from loa.delivery.refusals import CannotConfirm
from loa.units.rights import Right

SOURCE = "person"
MAY_BE_HEARD = (DispatchState.PLAYED, DispatchState.HEARD)


@transaction.atomic
def confirm_heard(*, dispatch: Dispatch, actor: Actor, at: datetime) -> DeliveryReceipt:
    """Take the word of a person that a loudspeaker's message was heard clearly, and lift its dispatch to heard.

    The same person again gets the same receipt; another person adds a second one. What was played for nobody to hear
    is heard as simulated too.

    :raises CannotConfirm: no right, another unit's or commune's outlet, no loudspeaker, or no proof that it played.
    """
    row = _own_dispatch(dispatch, actor)
    key = f"{SOURCE}:{actor.person_id}:{row.key}"
    known = DeliveryReceipt.objects.filter(receipt_key=key).first()
    if known is not None:
        return known
    _refuse_unheard(row)
    played = row.receipts.filter(outcome=Outcome.PLAYED).order_by("pk").first()
    receipt = DeliveryReceipt.objects.create(
        dispatch=row,
        receipt_key=key,
        outcome=Outcome.HEARD,
        source=SOURCE,
        happened_at=at,
        received_at=at,
        is_simulated=played is not None and played.is_simulated,
    )
    row.state = DispatchState.HEARD
    row.save(update_fields=["state"])
    detail = {"receipt": key, "simulated": receipt.is_simulated}
    audit.record("delivery.dispatch.heard", target=row, by=actor, at=at, detail=detail)
    return receipt


def _own_dispatch(dispatch: Dispatch, actor: Actor) -> Dispatch:
    """The dispatch, locked."""
    rows = Dispatch.objects.visible_to(actor).select_for_update(of=("self",)).select_related("outlet")
    row = rows.filter(pk=dispatch.pk).first()
    if row is None or actor.user_id is None or not actor.may(Right.CONFIRM_HEARD):
        raise CannotConfirm(
            _("Anh/chị chưa được giao xác nhận cho điểm phát này. Chưa có gì được ghi. Hãy nhờ trưởng thôn nơi đó.")
        )
    return row


def _refuse_unheard(dispatch: Dispatch) -> None:
    if dispatch.outlet.channel != ChannelKind.LOUDSPEAKER:
        raise CannotConfirm(
            _("“{outlet}” không phải loa nên không xác nhận nghe rõ. Chưa có gì được ghi.").format(
                outlet=dispatch.outlet.name
            )
        )
    if dispatch.state not in MAY_BE_HEARD:
        raise CannotConfirm(
            _(
                "Lệnh đang ở trạng thái “{state}”, chưa có biên nhận đã phát, nên chưa xác nhận nghe rõ được. "
                "Lệnh không thay đổi. Hãy chờ biên nhận rồi xác nhận lại."
            ).format(state=gettext(DispatchState(dispatch.state).label))
        )
