"""The two workers of the player: one fetches audio when an order comes, one plays it when its time comes."""

from __future__ import annotations

import asyncio
import time
from datetime import datetime

from loa_player.bell import Bell
from loa_player.clock import Clock
from loa_player.config import PlayerConfig
from loa_player.desk import Desk
from loa_player.journal import Job, Journal, State
from loa_player.library import AudioDelayed, AudioRefused, Library
from loa_player.sound import SinkFailed, Undecodable, open_sink, seconds_of
from loa_player.words import log, reason_text

LONGEST_WAIT = 30.0  # seconds; a clock that was set anew is noticed within it
LONGEST_RETRY = 30.0
MISMATCHES_ALLOWED = 3


class Player:
    """`bells`: `orders` for the fetcher, `audio` for the player, `receipts` for the link."""

    def __init__(self, config: PlayerConfig, *, journal: Journal, library: Library, desk: Desk, clock: Clock) -> None:
        self._config = config
        self._journal = journal
        self._library = library
        self._desk = desk
        self._clock = clock
        self._retries: dict[str, tuple[float, float, int]] = {}
        self.orders, self.audio, self.receipts = Bell(), Bell(), Bell()

    async def fetch_forever(self) -> None:
        """Bring in the audio of every accepted order, so that it plays without a network."""
        while True:
            waiting = [job for job in self._journal.open_jobs() if job.state is State.ACCEPTED and not job.refusal]
            for job in waiting:
                if self._retry(job)[0] <= time.monotonic():
                    await self._fetch(job)
            next_try = min((self._retry(job)[0] for job in waiting), default=time.monotonic() + LONGEST_WAIT)
            await self.orders.wait(seconds=next_try - time.monotonic())

    def _retry(self, job: Job) -> tuple[float, float, int]:
        """When to try again (monotonic second), the gap after that, and how often the bytes were wrong."""
        return self._retries.get(job.order.id, (0.0, 0.5, 0))

    async def _fetch(self, job: Job) -> None:
        audio = job.order.audio
        try:
            self._library.check(audio)
            await asyncio.to_thread(self._library.fetch, audio)
        except AudioRefused as no:
            self._finish(job, outcome="refused", reason=no.reason)
        except AudioDelayed as delay:
            self._postpone(job, delay)
        else:
            self._retries.pop(job.order.id, None)
            self._journal.mark_ready(job.order.id)
            self.audio.ring()

    def _postpone(self, job: Job, delay: AudioDelayed) -> None:
        _at, gap, mismatches = self._retry(job)
        mismatches += str(delay) == "audio-mismatch"
        if mismatches >= MISMATCHES_ALLOWED:
            self._finish(job, outcome="refused", reason="audio-mismatch")
            return
        log.warning("Chưa tải được âm thanh của lệnh %s: %s.", job.order.sequence, reason_text(str(delay)))
        self._retries[job.order.id] = (time.monotonic() + gap, min(gap * 2, LONGEST_RETRY), mismatches)

    async def play_forever(self) -> None:
        """Play what is due, the most urgent first; answer for what came too late."""
        while True:
            now = self._clock.now()
            self._desk.end_lapsed(now=now)
            self.receipts.ring()
            job = self._due(now)
            if job is None:
                await self.audio.wait(seconds=self._seconds_to_next(now))
            elif await asyncio.to_thread(self._library.is_here, job.order.audio):
                await self._play(job)
            else:
                self._journal.mark_missing(job.order.id)
                self.orders.ring()

    def _due(self, now: datetime) -> Job | None:
        jobs = self._journal.open_jobs()
        return next((job for job in jobs if job.state is not State.ACCEPTED and job.order.not_before <= now), None)

    def _seconds_to_next(self, now: datetime) -> float:
        orders = [job.order for job in self._journal.open_jobs()]
        moments = [at for order in orders for at in (order.not_before, order.expires_at) if at > now]
        return min([LONGEST_WAIT, *((at - now).total_seconds() for at in moments)])

    async def _play(self, job: Job) -> None:
        is_restart = job.started_at is not None
        self._journal.begin(job.order.id, at=self._clock.now(), is_restart=is_restart)
        log.info("%s lệnh %s từ giây %.0f.", "Phát tiếp" if is_restart else "Phát", job.order.sequence, job.position)
        try:
            is_done = await self._bring_out(job)
        except Undecodable:
            self._break_off(job, reason="undecodable")
        except SinkFailed:
            self._break_off(job, reason="sink-failed")
        else:
            if is_done:
                self._finish(job, outcome="played")

    async def _bring_out(self, job: Job) -> bool:
        """Play to the end; False when a more urgent order has to go first."""
        pieces = seconds_of(self._library.path(job.order.audio), position=job.position)
        sink = open_sink(self._config.sink, speed=self._config.speed)
        try:
            position = 0.0
            while (second := await asyncio.to_thread(next, pieces, None)) is not None:
                await sink.play(second)
                position = second.ends_at
                self._journal.progress(job.order.id, position=position)
                if self._must_yield(job):
                    return False
        finally:
            await sink.close()
        if not position and not job.position:
            raise Undecodable(job.order.audio.sha256)
        return True

    def _must_yield(self, job: Job) -> bool:
        """An urgent bulletin is played at once (Thông tư 39/2020/TT-BTTTT)."""
        if job.order.priority == "urgent":
            return False
        due = self._due(self._clock.now())
        return due is not None and due.order.priority == "urgent"

    def _break_off(self, job: Job, *, reason: str) -> None:
        has_sounded = self._journal.job(job.order.id).position > 0
        self._finish(job, outcome="partial" if has_sounded else "refused", reason=reason)

    def _finish(self, job: Job, *, outcome: str, reason: str = "") -> None:
        self._retries.pop(job.order.id, None)
        self._desk.finish(job, outcome=outcome, reason=reason)
        self.receipts.ring()
