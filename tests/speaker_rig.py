"""A whole loudspeaker line for tests: a broker and a player as processes of their own, audio over HTTP, Loa's ear."""

from __future__ import annotations

import asyncio
import contextlib
import functools
import http.server
import itertools
import os
import shutil
import socket
import subprocess
import sys
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import av
import pytest

from loa.adapters.broker_amqtt import BrokerClient, provision, write_mosquitto_files
from loa.adapters.speaker_mqtt import SpeakerBroker, listen, player_rights, player_username, sender_rights
from loa.channels.ports import DispatchOrder, FileRef, ReceiptEvent
from loa.core.canonical import sha256_hex
from loa.keys import signing

COMMUNE = "dong-suong"
LOA_USER = f"loa.{COMMUNE}"
OUTLETS = tuple(f"loa-{number}" for number in range(1, 9))
COMMUNE_SEED = bytes(range(32))
MOSQUITTO = shutil.which("mosquitto") or "/usr/sbin/mosquitto"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def until(is_so: Callable[[], Any], *, seconds: float = 10.0, what: str = "") -> Any:
    """Wait for it; the value that is true."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        value = is_so()
        if value:
            return value
        time.sleep(0.02)
    raise AssertionError(f"not within {seconds} s: {what}")


def is_open(port: int) -> bool:
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=0.2):
        return True
    return False


def mosquitto_or_skip() -> None:
    if Path(MOSQUITTO).exists():
        return
    if "mosquitto" in os.environ.get("LOA_REQUIRE", ""):
        pytest.fail("LOA_REQUIRE names mosquitto, and it is not installed here")
    pytest.skip("mosquitto is not installed here")


def an_mp3(folder: Path, *, seconds: float) -> FileRef:
    """A quiet tone of that length."""
    path = folder / f"tone-{seconds}.mp3"
    with av.open(str(path), "w", format="mp3") as out:
        stream = out.add_stream("libmp3lame", rate=44_100)
        stream.bit_rate = 48_000
        total, step = int(seconds * 44_100), 1152
        for start in range(0, total, step):
            frame = av.AudioFrame(format="s16p", layout="mono", samples=min(step, total - start))
            frame.planes[0].update(bytes(frame.planes[0].buffer_size))
            frame.sample_rate, frame.pts = 44_100, start
            out.mux(stream.encode(frame))
        out.mux(stream.encode(None))
    data = path.read_bytes()
    return FileRef("loudspeaker", sha256_hex(data), len(data), "audio/mpeg", str(path))


class BrokerProcess:
    """amqtt or Mosquitto with the same accounts; may be killed and started again on its port."""

    def __init__(self, kind: str, folder: Path) -> None:
        if kind == "mosquitto":
            mosquitto_or_skip()
        self.port = free_port()
        clients = [BrokerClient(LOA_USER, *_pair(sender_rights(COMMUNE)))]
        clients += [BrokerClient(player_username(COMMUNE, one), *_pair(player_rights(COMMUNE, one))) for one in OUTLETS]
        made = provision(folder, clients, port=self.port)
        self.passwords = made.passwords
        self._command = [sys.executable, "-m", "loa.cli.process", "broker", str(made.config_path)]
        if kind == "mosquitto":
            conf = write_mosquitto_files(folder, clients, passwords=made.passwords, host="127.0.0.1", port=self.port)
            with conf.open("a", encoding="ascii") as file:
                file.write("user root\n" if os.geteuid() == 0 else "")
            self._command = [MOSQUITTO, "-c", str(conf)]
        self._log = (folder / "broker.log").open("ab")
        self._process: subprocess.Popen[bytes] | None = None
        self.start()

    def start(self) -> None:
        self._process = subprocess.Popen(self._command, stdin=subprocess.PIPE, stdout=self._log, stderr=self._log)
        until(lambda: is_open(self.port), what="broker listens")

    def kill(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.communicate()

    def close(self) -> None:
        if self._process is not None:
            self._process.terminate()
            self._process.communicate(timeout=10)
        self._log.close()


def _pair(rights: Any) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return rights.may_read, rights.may_write


@contextlib.contextmanager
def media_server(root: Path) -> Iterator[str]:
    """Serve `root`; yields its address."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: Any) -> None:
            pass

    root.mkdir(parents=True, exist_ok=True)
    handler = functools.partial(Quiet, directory=str(root))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@dataclass
class Ear:
    """Loa's listener in a thread; keeps every receipt it was handed."""

    settings: SpeakerBroker
    keys: dict[str, str]
    events: list[ReceiptEvent] = field(default_factory=list)
    failing_once: set[str] = field(default_factory=set)

    def note(self, event: ReceiptEvent) -> None:
        if event.key in self.failing_once:
            self.failing_once.remove(event.key)
            raise RuntimeError("the database is away")
        self.events.append(event)

    def of(self, order: DispatchOrder) -> list[ReceiptEvent]:
        return [event for event in self.events if event.key == order.key]

    def wait_for(self, order: DispatchOrder, *, seconds: float = 10.0) -> ReceiptEvent:
        receipts: list[ReceiptEvent] = until(lambda: self.of(order), seconds=seconds, what=f"receipt of {order.key}")
        return receipts[0]

    @contextlib.contextmanager
    def listening(self) -> Iterator[Ear]:
        loop = asyncio.new_event_loop()

        async def work() -> None:
            with contextlib.suppress(asyncio.CancelledError):
                await listen(self.settings, key_of=self.keys.get, on_receipt=self.note)

        task = loop.create_task(work())
        thread = threading.Thread(target=loop.run_until_complete, args=(task,))
        thread.start()
        try:
            yield self
        finally:
            loop.call_soon_threadsafe(task.cancel)
            thread.join()
            loop.run_until_complete(loop.shutdown_default_executor())
            loop.close()


class PlayerProcess:
    """`python -m loa_player` with a home of its own."""

    def __init__(self, home: Path, *, outlet: str, broker: BrokerProcess, speed: float = 20.0) -> None:
        self.home = home
        self.log = home.parent / f"{home.name}.log"
        self._process: subprocess.Popen[bytes] | None = None
        password = broker.passwords[player_username(COMMUNE, outlet)]
        told = {
            "home": str(home),
            "commune": COMMUNE,
            "outlet": outlet,
            "commune-key": signing.public_key_of(COMMUNE_SEED),
            "broker": f"127.0.0.1:{broker.port}",
            "user": player_username(COMMUNE, outlet),
            "password-file": "-",
            "speed": str(speed),
        }
        words = [word for name, value in told.items() for word in (f"--{name}", value)]
        command = [sys.executable, "-m", "loa_player", "init", *words]
        answer = subprocess.run(command, input=password, text=True, capture_output=True, check=True)
        self.public_key = answer.stdout.strip()

    def start(self) -> None:
        command = [sys.executable, "-m", "loa_player", "run", "--home", str(self.home), "--lifeline"]
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stderr=log)

    def kill(self) -> None:
        """As a power cut does."""
        if self._process is not None:
            self._process.kill()
            self._wait()

    def cut_lifeline(self) -> int:
        assert self._process is not None and self._process.stdin is not None
        self._process.stdin.close()
        return self._process.wait(timeout=5)

    def close(self) -> None:
        if self._process is not None:
            self._process.terminate()
            self._wait()

    def _wait(self) -> None:
        assert self._process is not None and self._process.stdin is not None
        self._process.wait(timeout=10)
        self._process.stdin.close()
        self._process = None

    def said(self, words: str) -> int:
        return self.log.read_text(encoding="utf-8").count(words) if self.log.exists() else 0


@dataclass
class Line:
    """All parts together."""

    folder: Path
    broker: BrokerProcess
    settings: SpeakerBroker
    ear: Ear
    audio: FileRef
    _numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def an_order(self, outlet: str, *, audio: FileRef | None = None, **changes: Any) -> DispatchOrder:
        """A new order that holds for the next ten minutes."""
        now = datetime.now(UTC)
        order = DispatchOrder(
            key=str(uuid.uuid4()),
            correlation="campaign-1",
            commune_code=COMMUNE,
            outlet_code=outlet,
            outlet_name="Cụm loa thôn Đông",
            sequence=next(self._numbers),
            not_before=now - timedelta(seconds=1),
            expires_at=now + timedelta(minutes=10),
            priority="normal",
            approval_hash="a" * 64,
            files=(audio or self.audio,),
        )
        return replace(order, **changes)

    def a_player(self, outlet: str, *, speed: float = 20.0) -> PlayerProcess:
        player = PlayerProcess(self.folder / outlet, outlet=outlet, broker=self.broker, speed=speed)
        self.ear.keys[outlet] = player.public_key
        return player


@contextlib.contextmanager
def a_line(kind: str, folder: Path) -> Iterator[Line]:
    """A running broker of that kind, a media server, Loa's settings and ear (not yet listening)."""
    with media_server(folder / "media") as url, contextlib.closing(BrokerProcess(kind, folder / "broker")) as broker:
        settings = SpeakerBroker(
            host="127.0.0.1",
            port=broker.port,
            username=LOA_USER,
            password=broker.passwords[LOA_USER],
            commune_code=COMMUNE,
            media_root=folder / "media",
            media_url=url,
            key_id=signing.key_id_of(signing.public_key_of(COMMUNE_SEED)),
            sign=functools.partial(signing.sign, seed=COMMUNE_SEED),
        )
        yield Line(folder, broker, settings, Ear(settings, {}), an_mp3(folder, seconds=4))
