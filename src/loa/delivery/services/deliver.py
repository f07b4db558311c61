"""Delivering: commit the claim, call the far end with no transaction open, commit what it said."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from loa.channels import registry
from loa.channels.ports import (
    ChannelKind,
    ChannelPort,
    DeliveryDelayed,
    DeliveryRefused,
    DispatchOrder,
    ReceiptEvent,
    ReceiptRejected,
)
from loa.core.language import gettext as _
from loa.delivery.models import AttemptOutcome, Dispatch
from loa.delivery.services.claim import Claim, claim_dispatch
from loa.delivery.services.close_attempt import close_attempt
from loa.delivery.services.order import order_for
from loa.delivery.services.record_receipt import record_receipt

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class SendResult:
    """How a try ended, in words for staff, and the receipt where the far end gave it at once."""

    outcome: AttemptOutcome
    detail: str = ""
    receipt: ReceiptEvent | None = None


def deliver(*, dispatch_id: int, now: datetime) -> None:
    """Look at one dispatch and, if it is due, make one try.

    Safe to call at any time, any number of times, from any number of workers: only a due and unclaimed order is
    sent, always under its one key.
    """
    claim = claim_dispatch(dispatch_id=dispatch_id, now=now)
    if claim is None:
        return
    began = time.monotonic()
    result = send_order(dispatch_id)
    record_attempt(claim=claim, result=result, at=now + timedelta(seconds=time.monotonic() - began))


def send_order(dispatch_id: int) -> SendResult:
    """Hand the order of a claimed dispatch over to its channel. Nothing is written here."""
    try:
        port, order = _prepare(dispatch_id)
        accepted = port.send(order)
    except DeliveryDelayed as error:
        return SendResult(AttemptOutcome.DELAYED, str(error))
    except DeliveryRefused as error:
        return SendResult(AttemptOutcome.REFUSED, str(error))
    except Exception as error:
        # The far end may or may not have it: the try is lost, the order is tried again under the same key.
        logger.exception("dispatch %s: the channel failed in a way it does not name", dispatch_id)
        return SendResult(AttemptOutcome.LOST, _unnamed_trouble(error))
    return SendResult(AttemptOutcome.ACCEPTED, accepted.reference, accepted.receipt)


def _prepare(dispatch_id: int) -> tuple[ChannelPort, DispatchOrder]:
    """The order and who takes it. The approval and the bytes are checked here, last thing before sending.

    :raises DeliveryDelayed: something is missing on our side; surely nothing was sent.
    :raises DeliveryRefused: the approval no longer holds.
    """
    try:
        related = ("outlet__commune", "rendition", "approval__version")
        dispatch = Dispatch.objects.select_related(*related).get(pk=dispatch_id)
        return registry.port_for(ChannelKind(dispatch.outlet.channel)), order_for(dispatch)
    except (DeliveryDelayed, DeliveryRefused):
        raise
    except registry.ChannelUnbound as error:
        raise DeliveryDelayed(_("Chưa cấu hình nơi nhận lệnh cho kênh này.")) from error
    except Exception as error:
        logger.exception("dispatch %s: no order could be made", dispatch_id)
        raise DeliveryDelayed(_unnamed_trouble(error)) from error


def _unnamed_trouble(error: Exception) -> str:
    name = type(error).__name__
    return _("Phần mềm gặp lỗi khi gửi ({name}); chi tiết trong nhật ký.").format(name=name)


@transaction.atomic(durable=True)
def record_attempt(*, claim: Claim, result: SendResult, at: datetime) -> None:
    """Write down how a try ended and, where the far end gave it at once, the receipt."""
    dispatch = Dispatch.objects.select_for_update().get(pk=claim.dispatch_id)
    close_attempt(dispatch, number=claim.number, outcome=result.outcome, detail=result.detail, at=at)
    if result.receipt is None:
        return
    try:
        record_receipt(event=result.receipt, now=at)
    except ReceiptRejected:
        logger.exception("dispatch %s: the channel returned a receipt that is not ours", claim.dispatch_id)
