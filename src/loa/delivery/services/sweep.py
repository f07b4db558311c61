"""Sweeping: what a crash left is picked up, what is over is closed, what is due is named."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from loa.core.language import gettext as _
from loa.core.services import audit
from loa.delivery.models import AttemptOutcome, Dispatch, DispatchState
from loa.delivery.selectors import BATCH, due_dispatches, expired_dispatches, lost_leases
from loa.delivery.services.close_attempt import close_attempt
from loa.units.selectors import system_actor


def sweep(*, now: datetime) -> list[int]:
    """Close lost claims and ended windows, and return the ids of dispatches to wake, the urgent first."""
    _close_lost(lost_leases(now=now), now=now)
    for pk in list(expired_dispatches(now=now).values_list("pk", flat=True)[:BATCH]):
        _close_expired(pk, now=now)
    return list(due_dispatches(now=now).values_list("pk", flat=True)[:BATCH])


def release_orphans(*, now: datetime) -> int:
    """Close every claim at once and return how many there were.

    For the start of the one worker of an embedded installation, before its first round: whoever held a claim then
    is dead. Never call it where a second worker may run.
    """
    return _close_lost(Dispatch.objects.filter(state=DispatchState.SENDING), now=now)


def _close_lost(claims: QuerySet[Dispatch], *, now: datetime) -> int:
    """Close the tries of `claims` as lost. Nobody knows whether the far end has the order: it is sent again under
    the same key, which every channel of today takes as the same order.
    """
    closed = 0
    for pk in list(claims.values_list("pk", flat=True)):
        with transaction.atomic():
            dispatch = claims.select_for_update().filter(pk=pk).first()
            if dispatch is None:
                continue  # ended or taken meanwhile
            detail = _("Tiến trình gửi dừng giữa chừng.")
            close_attempt(dispatch, number=dispatch.tries, outcome=AttemptOutcome.LOST, detail=detail, at=now)
            closed += 1
    return closed


@transaction.atomic
def _close_expired(pk: int, *, now: datetime) -> None:
    """The window is over. MISSED where surely nothing went out, UNKNOWN where the far end may have had it."""
    dispatch = expired_dispatches(now=now).select_for_update().filter(pk=pk).first()
    if dispatch is None:
        return
    maybe_arrived = (AttemptOutcome.ACCEPTED, AttemptOutcome.LOST)
    is_unknown = dispatch.attempts.filter(outcome__in=maybe_arrived).exists()
    dispatch.state = DispatchState.UNKNOWN if is_unknown else DispatchState.MISSED
    dispatch.next_try_at = None
    dispatch.save(update_fields=["state", "next_try_at"])
    actor = system_actor(dispatch.outlet.commune, "sweeper")
    audit.record(f"delivery.dispatch.{dispatch.state}", target=dispatch, by=actor, at=now)
