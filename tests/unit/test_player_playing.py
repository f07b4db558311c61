"""The player at work, without a broker: fetch, wait, play, give way, and answer for everything."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import json
import time
from collections.abc import Callable, Coroutine, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from loa.channels.ports import FileRef
from loa.core.canonical import sha256_hex
from loa_player.clock import Clock
from loa_player.config import Broker, PlayerConfig
from loa_player.desk import Desk
from loa_player.envelope import public_key_of, seal
from loa_player.journal import Journal, State, Verdict
from loa_player.library import Library
from loa_player.messages import VERSION, utc_text
from loa_player.player import Player
from speaker_rig import an_mp3, media_server

COMMUNE, PLAYER = bytes(range(32)), bytes(range(2, 34))
CONFIG = PlayerConfig(
    "dong-suong", "loa-1", public_key_of(COMMUNE), Broker("127.0.0.1", 1, "u", "p"), speed=200, max_audio_bytes=10**6
)


@dataclass
class Desktop:
    """A player whose parts lie open."""

    home: Path
    url: str
    audio: FileRef
    journal: Journal
    player: Player
    desk: Desk
    numbers: Iterator[int]
    run: Callable[[Coroutine[Any, Any, None]], None]

    def order(self, **changes: Any) -> str:
        """Hand a signed order in; its id."""
        now, number = datetime.now(UTC), next(self.numbers)
        audio = {"sha256": self.audio.sha256, "size": self.audio.size, "media_type": "audio/mpeg"}
        audio["url"] = f"{self.url}/{Path(self.audio.path).name}"
        body = {
            "version": VERSION,
            "kind": "order",
            "id": f"order-{number}",
            "correlation": "",
            "commune": "dong-suong",
            "outlet": "loa-1",
            "sequence": number,
            "priority": "normal",
            "not_before": utc_text(now - timedelta(seconds=1)),
            "expires_at": utc_text(now + timedelta(minutes=5)),
            "issued_at": utc_text(now),
            "approval": "a" * 64,
            "audio": audio | changes.pop("audio", {}),
        }
        assert self.desk.take_order(seal(body | changes, seed=COMMUNE).encode()) is Verdict.NEW
        self.player.orders.ring()
        self.player.audio.ring()
        return f"order-{number}"

    def receipts(self) -> dict[str, dict[str, Any]]:
        bodies = [json.loads(json.loads(envelope)["body"]) for _, envelope in self.journal.outbox()]
        return {body["order"]: body for body in bodies}

    async def work(self, is_done: Callable[[], Any], *, seconds: float = 8.0) -> None:
        """Let both workers run until it is so."""
        async with asyncio.timeout(seconds), asyncio.TaskGroup() as group:
            workers = [group.create_task(part) for part in (self.player.fetch_forever(), self.player.play_forever())]
            while not is_done():
                await asyncio.sleep(0.01)
            for worker in workers:
                worker.cancel()

    def receipt_of(self, order_id: str) -> dict[str, Any]:
        self.run(self.work(lambda: order_id in self.receipts()))
        return self.receipts()[order_id]


@contextlib.contextmanager
def a_desktop(home: Path, url: str, audio: FileRef) -> Iterator[Desktop]:
    with contextlib.closing(Journal(home / "journal.sqlite3")) as journal, asyncio.Runner() as runner:
        clock = Clock()
        library = Library(home / "audio", max_bytes=CONFIG.max_audio_bytes)
        desk = Desk(CONFIG, seed=PLAYER, journal=journal, clock=clock)
        player = Player(CONFIG, journal=journal, library=library, desk=desk, clock=clock)
        yield Desktop(home, url, audio, journal, player, desk, itertools.count(1), runner.run)


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Desktop]:
    (tmp_path / "media").mkdir()
    audio = an_mp3(tmp_path / "media", seconds=10)
    with media_server(tmp_path / "media") as url, a_desktop(tmp_path / "home", url, audio) as desktop:
        yield desktop


def test_an_order_that_is_due_is_played_to_its_end(desktop: Desktop) -> None:
    receipt = desktop.receipt_of(desktop.order())
    assert (receipt["outcome"], receipt["reason"], receipt["resumed"]) == ("played", "", 0)
    assert receipt["seconds"] == pytest.approx(10, abs=0.1)
    assert receipt["started_at"] <= receipt["ended_at"]


def test_an_order_waits_for_its_time_with_its_audio_at_hand(desktop: Desktop) -> None:
    order_id = desktop.order(not_before=utc_text(datetime.now(UTC) + timedelta(minutes=1)))
    desktop.run(desktop.work(lambda: desktop.journal.job(order_id).state is State.READY))
    assert desktop.receipts() == {}


@pytest.mark.heavy
@pytest.mark.parametrize(
    ("audio", "reason"),
    [
        ({"media_type": "text/plain"}, "media-type"),
        ({"size": 10**7}, "audio-too-large"),
        ({"url": "file:///etc/hostname"}, "audio-address"),
        ({"sha256": "0" * 64}, "audio-mismatch"),
    ],
)
def test_audio_that_will_never_do_is_refused(desktop: Desktop, audio: dict[str, Any], reason: str) -> None:
    receipt = desktop.receipt_of(desktop.order(audio=audio))
    assert (receipt["outcome"], receipt["reason"]) == ("refused", reason)
    assert list((desktop.home / "audio").iterdir()) == []


def test_audio_that_cannot_be_decoded_is_refused(desktop: Desktop, tmp_path: Path) -> None:
    noise = b"noise" * 50
    (tmp_path / "media" / "noise.mp3").write_bytes(noise)
    audio = {"sha256": sha256_hex(noise), "size": len(noise), "url": f"{desktop.url}/noise.mp3"}
    receipt = desktop.receipt_of(desktop.order(audio=audio))
    assert (receipt["outcome"], receipt["reason"]) == ("refused", "undecodable")


def test_audio_that_does_not_come_in_time_means_missed(desktop: Desktop) -> None:
    soon = utc_text(datetime.now(UTC) + timedelta(seconds=0.3))
    receipt = desktop.receipt_of(desktop.order(audio={"url": "http://127.0.0.1:9/x.mp3"}, expires_at=soon))
    assert (receipt["outcome"], receipt["reason"]) == ("missed", "no-audio")


def test_audio_that_was_damaged_on_the_card_is_fetched_again(desktop: Desktop) -> None:
    order_id = desktop.order(not_before=utc_text(datetime.now(UTC) + timedelta(seconds=0.3)))
    desktop.run(desktop.work(lambda: desktop.journal.job(order_id).state is State.READY))
    (file,) = (desktop.home / "audio").iterdir()
    file.write_bytes(bytes(desktop.audio.size))
    assert desktop.receipt_of(order_id)["outcome"] == "played"


def test_a_play_that_was_cut_off_and_is_now_too_late_is_reported_as_partial(desktop: Desktop) -> None:
    order_id = desktop.order(expires_at=utc_text(datetime.now(UTC) + timedelta(seconds=0.2)))
    desktop.journal.mark_ready(order_id)
    desktop.journal.begin(order_id, at=datetime.now(UTC), is_restart=False)
    desktop.journal.progress(order_id, position=3.0)
    time.sleep(0.25)
    receipt = desktop.receipt_of(order_id)
    assert (receipt["outcome"], receipt["reason"], receipt["seconds"]) == ("partial", "expired", 3.0)


def test_an_urgent_order_goes_first_and_the_other_goes_on_after_it(desktop: Desktop, tmp_path: Path) -> None:
    desktop.audio = an_mp3(tmp_path / "media", seconds=60)
    slow = desktop.order()

    async def interrupt() -> None:
        await desktop.work(lambda: desktop.journal.job(slow).position >= 2)
        urgent = desktop.order(priority="urgent")
        await desktop.work(lambda: {slow, urgent} <= set(desktop.receipts()))

    desktop.run(interrupt())
    by_end = sorted(desktop.receipts().values(), key=lambda body: body["ended_at"])
    assert [body["order"] for body in by_end] == ["order-2", "order-1"]
    assert by_end[1]["resumed"] >= 1
    assert by_end[1]["seconds"] == pytest.approx(60, abs=0.1)


def test_a_number_used_by_another_order_is_refused_also_after_a_crash_in_between(desktop: Desktop) -> None:
    first = desktop.journal
    desktop.receipt_of(desktop.order())
    order = replace(first.job("order-1").order, id="thief")
    assert first.take(order) is Verdict.SEQUENCE_USED  # and here the power fails, before the refusal is written
    receipt = desktop.receipt_of("thief")
    assert (receipt["outcome"], receipt["reason"]) == ("refused", "sequence-used")
    assert receipt["started_at"] is None
