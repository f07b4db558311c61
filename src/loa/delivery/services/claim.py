"""Claiming: exactly one worker gets a due order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F

from loa.delivery.models import DeliveryAttempt, Dispatch, DispatchState
from loa.delivery.selectors import is_due


@dataclass(frozen=True, slots=True)
class Claim:
    """The right to make try `number` (from 1) of one dispatch, until its lease runs out."""

    dispatch_id: int
    number: int


def claim_dispatch(*, dispatch_id: int, now: datetime) -> Claim | None:
    """Claim a due order and open its try, committed before anything is sent; None if it is not due or taken."""
    with transaction.atomic(durable=True):
        due = Dispatch.objects.filter(is_due(now=now), pk=dispatch_id)
        claimed = due.update(
            state=DispatchState.SENDING,
            lease_until=now + timedelta(seconds=settings.DELIVERY_LEASE_SECONDS),
            next_try_at=None,
            tries=F("tries") + 1,
        )
        if claimed == 0:
            return None
        number = Dispatch.objects.values_list("tries", flat=True).get(pk=dispatch_id)
        DeliveryAttempt.objects.create(dispatch_id=dispatch_id, number=number, started_at=now)
    return Claim(dispatch_id=dispatch_id, number=number)
