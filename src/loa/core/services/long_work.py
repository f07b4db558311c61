"""Asking for long work, claiming it, doing it, ending it."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import InterfaceError, OperationalError, transaction
from django.db.models import F, QuerySet

from loa.core import long_work
from loa.core.actor import Actor
from loa.core.language import current_language, speaking
from loa.core.language import gettext as _
from loa.core.long_work import NotYourWork, Outcome
from loa.core.models import LongWork, WorkState
from loa.core.refusals import Refusal
from loa.core.services import audit

logger = logging.getLogger(__name__)

MOST_TRIES = 5  # a work that kills its process again and again is given up
RETRY_AFTER = timedelta(seconds=30)  # when the database failed
BATCH = 100
WORDS_LENGTH = 200


@transaction.atomic
def begin_work(*, kind: str, key: UUID, payload: dict[str, Any], actor: Actor, at: datetime) -> LongWork:
    """Ask for a work of `kind`; the same key again gives the same row, however far it is.

    :param payload: plain JSON that the handler of `kind` reads; no secret, no words of a document.
    :raises NotYourWork: the key is another person's, or the actor belongs to no scope.
    """
    if actor.scope_id is None:
        raise NotYourWork
    asked = {"kind": kind, "scope_id": actor.scope_id, "actor": actor.key}
    work, is_new = LongWork.objects.get_or_create(
        key=key, defaults={**asked, "payload": payload, "language": current_language(), "created_at": at}
    )
    if any(getattr(work, name) != value for name, value in asked.items()):
        raise NotYourWork
    if is_new:
        audit.record("core.longwork.begun", target=work, by=actor, at=at, detail={"kind": kind})
        # robust: a wake-up that fails is found by the sweep, and must not look like a failed request
        transaction.on_commit(lambda: long_work.wake(work.pk), robust=True)
    return work


def works_to_wake(*, now: datetime) -> list[int]:
    """The ids of works that wait or whose lease ran out, the oldest first."""
    return list(LongWork.objects.claimable(now=now).values_list("pk", flat=True)[:BATCH])


def release_works() -> int:
    """Let every work that is under way wait again, and return how many there were.

    For the start of the one maker of an installation: whoever held a claim then is dead.
    """
    return LongWork.objects.filter(state=WorkState.RUNNING).update(state=WorkState.WAITING, lease_until=None)


def claim_work(work_id: int, *, now: datetime) -> LongWork | None:
    """Claim a work by compare-and-set, until its lease runs out; None if it has ended or another holds it."""
    with transaction.atomic():
        claimed = (
            LongWork.objects.claimable(now=now)
            .filter(pk=work_id)
            .update(
                state=WorkState.RUNNING,
                started_at=now,
                lease_until=now + timedelta(seconds=settings.WORK_LEASE_SECONDS),
                tries=F("tries") + 1,
            )
        )
        return LongWork.objects.get(pk=work_id) if claimed else None


def note_step(work: LongWork, *, step: int, steps: int, words: str, at: datetime) -> None:
    """Write down that `step` of `steps` is under way, and hold the claim for one more lease.

    :param words: what is being done, such as "Đọc văn bản".
    """
    _held(work).update(
        step=step,
        steps=steps,
        words=words[:WORDS_LENGTH],
        lease_until=at + timedelta(seconds=settings.WORK_LEASE_SECONDS),
    )


def forget_payload(work: LongWork) -> None:
    """Wipe what was asked for, where even a trace of it may not be kept; a retry finds an empty payload."""
    _held(work).update(payload={})


def run_work(work_id: int, now: datetime) -> None:
    """Look at one work and, if it waits, do it to its end: done with an outcome, or refused with one line.

    Safe to call at any time and any number of times. A kill leaves the work claimable once its lease has run out.
    """
    work = claim_work(work_id, now=now)
    if work is None:
        return
    began = time.monotonic()

    def moment() -> datetime:
        return now + timedelta(seconds=time.monotonic() - began)

    with speaking(work.language):
        try:
            outcome = _done(work, at=moment)
            _end(work, state=WorkState.DONE, at=moment(), outcome=outcome)
        except Refusal as refusal:
            _end(work, state=WorkState.REFUSED, at=moment(), refusal=refusal.message)
        except (OperationalError, InterfaceError):
            logger.exception("work %s: the database failed; it is tried again soon", work_id)
            _let_go(work, at=moment())
        except Exception:
            logger.exception("work %s (%s) failed in a way it does not name", work_id, work.kind)
            _end(work, state=WorkState.REFUSED, at=moment(), refusal=_unnamed_trouble())


def _done(work: LongWork, *, at: Callable[[], datetime]) -> Outcome:
    if work.tries > MOST_TRIES:
        logger.error("work %s (%s) broke its process %s times", work.pk, work.kind, MOST_TRIES)
        raise Refusal(_unnamed_trouble())

    return long_work.handler_of(work.kind)(
        work, lambda step, steps, words: note_step(work, step=step, steps=steps, words=words, at=at())
    )


def _let_go(work: LongWork, *, at: datetime) -> None:
    """Shorten the lease, if the database takes that much; else the lease runs out by itself."""
    with suppress(OperationalError, InterfaceError):
        _held(work).update(lease_until=at + RETRY_AFTER)


def _unnamed_trouble() -> str:
    return _(
        "Phần mềm gặp lỗi nên việc này chưa xong; những gì đã lưu trước đó vẫn còn nguyên. "
        "Hãy làm lại; nếu vẫn lỗi thì báo người phụ trách hệ thống."
    )


@transaction.atomic
def _end(work: LongWork, *, state: WorkState, at: datetime, outcome: Outcome | None = None, refusal: str = "") -> None:
    """End the work if the claim still holds; who lost it to another process writes nothing."""
    fields = {"outcome": outcome or {}, "refusal": refusal, "ended_at": at, "lease_until": None}
    if _held(work).update(state=state, **fields):
        by = Actor("system:maker", work.scope_id)
        audit.record(f"core.longwork.{state.value}", target=work, by=by, at=at, detail={"kind": work.kind})


def _held(work: LongWork) -> QuerySet[LongWork]:
    return LongWork.objects.filter(pk=work.pk, state=WorkState.RUNNING, tries=work.tries)
