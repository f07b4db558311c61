"""The supervisor: what dies is started again, and nothing outlives its parent."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from loa.cli.supervisor import Child, PortBusy, ProcessKeepsFailing, Supervisor, free_port, refuse_busy_port

SLEEPER = "from loa.cli import lifeline; lifeline.hold(); import time; time.sleep(60)"


def until(is_so: Callable[[], bool], *, seconds: float = 10) -> None:
    end = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end, "it did not come about in time"
        time.sleep(0.05)


def is_alive(pid: int) -> bool:
    """Alive and no zombie."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.fixture
def one_sleeper(tmp_path: Path) -> Iterator[Supervisor]:
    supervisor = Supervisor(
        children=[Child("sleeper", (sys.executable, "-c", SLEEPER))], log_dir=tmp_path, environment={}
    )
    supervisor.start()
    yield supervisor
    supervisor.stop()


def pid_of(supervisor: Supervisor) -> int | None:
    process = supervisor.children[0].process
    return None if process is None else process.pid


def test_a_killed_process_is_started_again(one_sleeper: Supervisor) -> None:
    first = pid_of(one_sleeper)
    assert first is not None
    os.kill(first, signal.SIGKILL)
    until(lambda: pid_of(one_sleeper) not in (None, first))
    assert one_sleeper.children[0].deaths == 1


def test_stop_leaves_nothing_running(one_sleeper: Supervisor) -> None:
    pid = pid_of(one_sleeper)
    assert pid is not None
    one_sleeper.stop()
    assert not is_alive(pid)


def test_a_process_that_keeps_dying_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("loa.cli.supervisor.DEATHS_ALLOWED", 2)
    monkeypatch.setattr("loa.cli.supervisor.LONGEST_PAUSE", 0.05)
    child = Child("broken", (sys.executable, "-c", "raise SystemExit(3)"), port=free_port())
    supervisor = Supervisor(children=[child], log_dir=tmp_path, environment={})
    supervisor.start()
    try:
        with pytest.raises(ProcessKeepsFailing, match="broken"):
            supervisor.wait_ready(10)
    finally:
        supervisor.stop()


def test_a_child_ends_when_its_parent_is_killed(tmp_path: Path) -> None:
    parent = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import subprocess, sys, time\n"
            f"child = subprocess.Popen([sys.executable, '-c', {SLEEPER!r}], stdin=subprocess.PIPE)\n"
            "print(child.pid, flush=True); time.sleep(60)",
        ],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    assert is_alive(child)
    parent.kill()
    parent.wait()
    parent.stdout.close()
    until(lambda: not is_alive(child))


@pytest.mark.heavy
def test_a_busy_port_is_named() -> None:
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        port = holder.getsockname()[1]
        with pytest.raises(PortBusy, match=str(port)):
            refuse_busy_port(port, option="--console-port")
    refuse_busy_port(port, option="--console-port")
