"""Receipts: what the far end confirmed, once each, and at most one that counts as played."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from loa.channels.ports import Outcome, ReceiptEvent, ReceiptRejected
from loa.core.language import gettext as _
from loa.core.models import AuditEntry
from loa.core.services import audit
from loa.delivery.models import AttemptOutcome, DeliveryReceipt, Dispatch, DispatchState
from loa.delivery.models.proof import RECEIPT_KEY_LENGTH
from loa.delivery.rules import STATE_OF_OUTCOME, is_stronger
from loa.delivery.services.close_attempt import close_attempt
from loa.units.selectors import system_actor

logger = logging.getLogger(__name__)

KEPT_OUT = "delivery.receipt.kept_out"
CLOCKS_DIFFER = timedelta(minutes=10)


@transaction.atomic
def record_receipt(*, event: ReceiptEvent, now: datetime) -> DeliveryReceipt:
    """Keep a receipt and lift its dispatch to what it proves; the same receipt again changes nothing.

    PLAYED proves the dispatch played, also late (after UNKNOWN or MISSED). PARTIAL and MISSED make it missed,
    REFUSED refused; none of them takes back what is proved. A second PLAYED under another name is kept out, with a
    line in the trail, and the first is returned: an order is counted once.

    HEARD is a person's word and comes through `confirm_heard` only.

    :raises ReceiptRejected: it names no order of ours that was sent, or the name of another order's receipt, or says
        that somebody heard it.
    """
    if event.outcome is Outcome.HEARD:
        raise ReceiptRejected(_("Chỉ người nghe tại chỗ mới xác nhận nghe rõ, máy thì không."))
    dispatch = _dispatch_of(event)
    known = DeliveryReceipt.objects.filter(receipt_key=event.receipt_key).first()
    if known is not None:
        if known.dispatch_id != dispatch.pk:
            raise ReceiptRejected(_("Mã biên nhận đã dùng cho lệnh phát khác."))
        return known
    if event.outcome is Outcome.PLAYED:
        counted = DeliveryReceipt.objects.filter(dispatch=dispatch, outcome=Outcome.PLAYED).first()
        if counted is not None:
            _keep_out(dispatch, event, now=now)
            return counted
    return _keep(dispatch, event, now=now)


def _dispatch_of(event: ReceiptEvent) -> Dispatch:
    """The dispatch of the receipt, locked."""
    if not 0 < len(event.receipt_key) <= RECEIPT_KEY_LENGTH:
        raise ReceiptRejected(_("Mã biên nhận trống hoặc quá dài."))
    try:
        key = UUID(event.key)
    except ValueError as error:
        raise ReceiptRejected(_("Biên nhận không ghi đúng mã lệnh phát.")) from error
    dispatch = Dispatch.objects.select_for_update().filter(key=key, tries__gt=0).first()
    if dispatch is None or not _comes_from(dispatch, event):
        raise ReceiptRejected(_("Biên nhận không thuộc lệnh phát nào đã gửi."))
    return dispatch


def _comes_from(dispatch: Dispatch, event: ReceiptEvent) -> bool:
    """A far end that signs speaks for its own outlet and for the very file it was sent, and for nothing else."""
    if event.outlet_code is None:
        return True
    outlet = dispatch.outlet
    is_own = (event.commune_code, event.outlet_code) == (outlet.commune.code, outlet.code)
    return is_own and event.sha256 in (None, dispatch.rendition.sha256)


def _plausible(event: ReceiptEvent, dispatch: Dispatch, *, now: datetime) -> datetime:
    """When it happened, or `now` where the far end's clock names an instant before the order or after the receipt."""
    is_inside = dispatch.created_at - CLOCKS_DIFFER <= event.happened_at <= now + CLOCKS_DIFFER
    return event.happened_at if is_inside else now


def _keep(dispatch: Dispatch, event: ReceiptEvent, *, now: datetime) -> DeliveryReceipt:
    if dispatch.state == DispatchState.SENDING:
        # The answer overtook the end of the try (or its worker died): the far end has the order, the try is over.
        detail = _("Biên nhận đến trước khi lần gửi kết thúc.")
        close_attempt(dispatch, number=dispatch.tries, outcome=AttemptOutcome.ACCEPTED, detail=detail, at=now)
    receipt = DeliveryReceipt.objects.create(
        dispatch=dispatch,
        receipt_key=event.receipt_key,
        outcome=event.outcome,
        source=event.source,
        happened_at=_plausible(event, dispatch, now=now),
        received_at=now,
        is_simulated=event.is_simulated,
        seconds=event.seconds,
        raw=event.raw,
        signature=event.signature,
    )
    state = STATE_OF_OUTCOME[event.outcome]
    if is_stronger(state, dispatch.state):
        dispatch.state, dispatch.lease_until, dispatch.next_try_at = state, None, None
        dispatch.save(update_fields=["state", "lease_until", "next_try_at"])
    facts = {"receipt": event.receipt_key, "outcome": event.outcome.value, "simulated": event.is_simulated}
    actor = system_actor(dispatch.outlet.commune, event.source)
    audit.record("delivery.receipt.recorded", target=dispatch, by=actor, at=now, detail=facts)
    return receipt


def _keep_out(dispatch: Dispatch, event: ReceiptEvent, *, now: datetime) -> None:
    """Note a second PLAYED once; a far end that repeats it does not fill the trail."""
    noted = AuditEntry.objects.filter(
        code=KEPT_OUT, target=audit.target_name(dispatch), detail__receipt=event.receipt_key
    )
    if noted.exists():
        return
    logger.warning("dispatch %s: a second played receipt (%s) is kept out", dispatch.pk, event.receipt_key)
    actor = system_actor(dispatch.outlet.commune, event.source)
    audit.record(KEPT_OUT, target=dispatch, by=actor, at=now, detail={"receipt": event.receipt_key})
