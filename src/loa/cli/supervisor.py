"""Starts the processes of an installation, starts again what dies, and stops them all in order."""

from __future__ import annotations

import signal
import socket
import subprocess
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from loa.cli.room import raise_if_full
from loa.config import env
from loa.core.language import gettext as _
from loa.core.refusals import Refusal

FIRST_PAUSE, LONGEST_PAUSE = 0.2, 5.0  # seconds before a dead process is started again
STEADY_AFTER = 10.0  # seconds a process must have lived for its deaths to be forgotten
DEATHS_ALLOWED = 12
STOP_PATIENCE = 5.0
LONGEST_LOG = 5 * 1024 * 1024  # bytes; then the log is set aside once, and the one set aside before goes
PORT_PATIENCE = 3.5  # longer than a process needs to follow its killed parent


class ProcessKeepsFailing(Refusal):
    """A process of the installation dies again and again."""


class PortBusy(Refusal):
    """Another program listens on a port that Loa was told to use."""


def is_port_free(port: int | None) -> bool:
    """Whether nobody listens on 127.0.0.1:`port`."""
    if port is None:
        return False
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def refuse_busy_port(port: int, *, option: str) -> None:
    """Wait a moment for a process of a run that was just killed, then refuse, naming the `option` that chooses another.

    :raises PortBusy: something listens on 127.0.0.1:`port`.
    """
    end = time.monotonic() + PORT_PATIENCE
    while not is_port_free(port):
        if time.monotonic() > end:
            raise PortBusy(
                _(
                    "Cổng {port} đang có chương trình khác dùng. Tắt chương trình đó hoặc chọn cổng khác bằng {option}."
                ).format(port=port, option=option)
            )
        time.sleep(0.1)


def free_port() -> int:
    """A port of 127.0.0.1 that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def is_listening(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(0.3)
        return probe.connect_ex(("127.0.0.1", port)) == 0


@dataclass(slots=True)
class Child:
    """One process: how it is started, the port that shows it is ready, and how often it died of late."""

    name: str
    words: tuple[str, ...]
    port: int | None = None
    process: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    deaths: int = 0
    start_after: float = 0.0


@dataclass(slots=True)
class Supervisor:
    """Keeps `children` running from `start()` to `stop()`. Their output goes to `log_dir`."""

    children: list[Child]
    log_dir: Path
    environment: Mapping[str, str]
    _stopping: threading.Event = field(default_factory=threading.Event)
    _watcher: threading.Thread | None = None
    failed: Child | None = None

    def start(self) -> None:
        """Start all children in order and watch them from now on."""
        self.log_dir.mkdir(parents=True, exist_ok=True)
        for child in self.children:
            self._launch(child)
        self._watcher = threading.Thread(target=self._watch, name="supervisor", daemon=True)
        self._watcher.start()

    def wait_ready(self, seconds: float) -> None:
        """Wait until every child with a port listens.

        :raises ProcessKeepsFailing: one does not come up within `seconds`.
        """
        end = time.monotonic() + seconds
        for child in self.children:
            while child.port is not None and not is_listening(child.port):
                self.refuse_failed()
                if time.monotonic() > end:
                    self.failed = child
                time.sleep(0.05)

    def refuse_failed(self) -> None:
        """:raises ProcessKeepsFailing: a child died too often; the text names it and its log."""
        if self.failed is not None:
            raise_if_full(self.log_dir)
            raise ProcessKeepsFailing(
                _("Tiến trình {name} không chạy được. Xem nguyên nhân trong {log} rồi chạy lại.").format(
                    name=self.failed.name, log=self._log(self.failed)
                )
            )

    def stop(self) -> None:
        """Ask all children to stop, last started first, and end those that do not in time."""
        self._stopping.set()
        if self._watcher is not None:
            self._watcher.join()
        running = [child.process for child in reversed(self.children) if child.process is not None]
        for process in running:
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
        end = time.monotonic() + STOP_PATIENCE
        for process in running:
            try:
                process.wait(max(0.0, end - time.monotonic()))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            if process.stdin is not None:
                process.stdin.close()

    def _log(self, child: Child) -> Path:
        return self.log_dir / f"{child.name}.log"

    def _launch(self, child: Child) -> None:
        path = self._log(child)
        if path.is_file() and path.stat().st_size > LONGEST_LOG:
            path.replace(path.with_suffix(".old.log"))
        with path.open("ab") as log:
            child.process = subprocess.Popen(
                child.words,
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=log,
                env=env.child_environment(**self.environment),
                start_new_session=True,
            )
        child.started = time.monotonic()

    def _watch(self) -> None:
        while not self._stopping.wait(0.1):
            for child in self.children:
                if child.process is not None and child.process.poll() is not None:
                    self._note_death(child)
                if child.process is None and time.monotonic() >= child.start_after and self.failed is None:
                    self._launch_again(child)

    def _launch_again(self, child: Child) -> None:
        """A start that the machine refuses (no room for the log) counts as a death; the watch must go on."""
        try:
            self._launch(child)
        except OSError:
            child.started = time.monotonic()
            self._note_death(child)

    def _note_death(self, child: Child) -> None:
        now = time.monotonic()
        if child.process is not None and child.process.stdin is not None:
            child.process.stdin.close()
        child.process = None
        child.deaths = 1 if now - child.started > STEADY_AFTER else child.deaths + 1
        child.start_after = now + min(FIRST_PAUSE * 2 ** (child.deaths - 1), LONGEST_PAUSE)
        if child.deaths > DEATHS_ALLOWED:
            self.failed = child
