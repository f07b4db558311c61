"""What to do with a message that comes in, and the one receipt of every order."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any

from loa_player.clock import Clock
from loa_player.config import PlayerConfig
from loa_player.envelope import Untrusted, open_envelope, seal
from loa_player.journal import Job, Journal, Verdict
from loa_player.messages import VERSION, read_ack, read_order, utc_text
from loa_player.words import OUTCOMES, clock_text, log, reason_text


class Desk:
    """Decides; plays nothing and sends nothing."""

    def __init__(self, config: PlayerConfig, *, seed: bytes, journal: Journal, clock: Clock) -> None:
        self._config = config
        self._trust = config.trust
        self._seed = seed
        self._journal = journal
        self._clock = clock

    def take_order(self, raw: bytes) -> Verdict | None:
        """Note a signed order. None for bytes that are not the commune's order to this player: those get no answer."""
        try:
            order = read_order(open_envelope(raw, public_key=self._trust.commune_key), trust=self._trust)
        except Untrusted as no:
            log.warning("Bỏ qua một lệnh: %s.", reason_text(no.reason))
            return None
        verdict = self._journal.take(order)
        if verdict is Verdict.DUPLICATE:
            was_answered = self._journal.ask_again(order.id)
            log.info("Lệnh %s đã nhận từ trước%s.", order.sequence, ", gửi lại biên nhận" if was_answered else "")
        else:
            log.info("Nhận lệnh %s, giờ phát %s.", order.sequence, clock_text(order.not_before))
        return verdict

    def take_ack(self, raw: bytes) -> None:
        """The commune says it has a receipt."""
        try:
            ack = read_ack(open_envelope(raw, public_key=self._trust.commune_key), trust=self._trust)
        except Untrusted as no:
            log.warning("Bỏ qua một lời báo nhận: %s.", reason_text(no.reason))
            return
        if self._journal.acknowledge(ack.receipt):
            log.info("Máy chủ đã ghi nhận biên nhận %s.", ack.receipt[:8])

    def end_lapsed(self, *, now: datetime) -> None:
        """End what may no longer be played: a refused sequence number, a time that is over."""
        for job in self._journal.open_jobs():
            if job.refusal:
                self.finish(job, outcome="refused", reason=job.refusal)
            elif now >= job.order.expires_at:
                reason = "expired" if job.state != "accepted" else "no-audio"
                self.finish(job, outcome="partial" if job.position else "missed", reason=reason)

    def finish(self, job: Job, *, outcome: str, reason: str = "") -> None:
        """End the order with its receipt: played, partial, missed or refused."""
        job = self._journal.job(job.order.id)
        body = self._receipt(job, outcome=outcome, reason=reason)
        self._journal.finish(job.order.id, receipt_id=body["id"], envelope=seal(body, seed=self._seed))
        log.info("Lệnh %s: %s (%s).", job.order.sequence, OUTCOMES[outcome], reason_text(reason))

    def _receipt(self, job: Job, *, outcome: str, reason: str) -> dict[str, Any]:
        order = job.order
        return {
            "version": VERSION,
            "kind": "receipt",
            "id": uuid.uuid4().hex,
            "order": order.id,
            "correlation": order.correlation,
            "commune": self._config.commune,
            "outlet": self._config.outlet,
            "sequence": order.sequence,
            "outcome": outcome,
            "reason": reason,
            "started_at": job.started_at,
            "ended_at": utc_text(self._clock.now()),
            "seconds": round(job.position, 3),
            "sink": self._config.sink,
            "speed": self._config.speed,
            "resumed": job.resumed,
            "sha256": order.audio.sha256,
        }
