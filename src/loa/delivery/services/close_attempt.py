"""Closing a try: its row gets its end, and the dispatch falls to the state that is proved."""

from __future__ import annotations

from datetime import datetime

from loa.core.services import audit
from loa.delivery.models import AttemptOutcome, DeliveryAttempt, Dispatch, DispatchState
from loa.delivery.rules import is_by_hand, receipt_wait, retry_wait, wait_after_lost
from loa.units.selectors import system_actor

AUDIT_CODES = {
    AttemptOutcome.ACCEPTED: "delivery.dispatch.sent",
    AttemptOutcome.DELAYED: "delivery.dispatch.delayed",
    AttemptOutcome.REFUSED: "delivery.dispatch.refused",
    AttemptOutcome.LOST: "delivery.dispatch.lost",
}


def close_attempt(dispatch: Dispatch, *, number: int, outcome: AttemptOutcome, detail: str, at: datetime) -> None:
    """End try `number`. The caller holds the lock on `dispatch`, freshly read, in a transaction.

    A try that was closed before (its lease ran out) stays as it is. The state moves only while this try holds the
    claim: a receipt that came first, or a later try, is never overwritten.
    """
    closed = DeliveryAttempt.objects.filter(dispatch=dispatch, number=number, outcome=AttemptOutcome.OPEN).update(
        outcome=outcome, detail=detail, ended_at=at
    )
    if closed == 0:
        return
    actor = system_actor(dispatch.outlet.commune, "worker")
    audit.record(AUDIT_CODES[outcome], target=dispatch, by=actor, at=at, detail={"try": number, "detail": detail})
    if dispatch.state != DispatchState.SENDING or dispatch.tries != number:
        return
    dispatch.state, dispatch.next_try_at = _rest(dispatch, outcome, at=at)
    dispatch.lease_until = None
    dispatch.save(update_fields=["state", "next_try_at", "lease_until"])


def _rest(dispatch: Dispatch, outcome: AttemptOutcome, *, at: datetime) -> tuple[DispatchState, datetime | None]:
    """The state to rest in after a try, and when to try again (None: not by itself).

    What was once accepted stays SENT, whatever a later question about its receipt met.
    """
    accepted = dispatch.attempts.filter(outcome=AttemptOutcome.ACCEPTED).count()
    state = DispatchState.SENT if accepted else DispatchState.QUEUED
    if outcome is AttemptOutcome.ACCEPTED:
        waits = not is_by_hand(dispatch.outlet.channel)
        return state, at + receipt_wait(accepted=accepted) if waits else None
    if outcome is AttemptOutcome.REFUSED:
        return (state if accepted else DispatchState.REFUSED), None
    if outcome is AttemptOutcome.LOST:
        return state, at + wait_after_lost(key=dispatch.key, tries=dispatch.tries)
    return state, at + retry_wait(key=dispatch.key, tries=dispatch.tries)
