"""The whole job as a person starts it: real processes, a real plan, killed on the way, and always the same end."""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import Any

import pytest

from console_rig import plain_environment
from loa.cli.supervisor import free_port

pytestmark = pytest.mark.heavy
SAMPLE_COUNTS = {
    "topics": 8,
    "activities": 4,
    "outside": 1,
    "requests": 1,
    "assignments": 15,
    "open_questions": 6,
    "dispatches": 3,
    "receipts": 3,
}
COUNTS = tuple(SAMPLE_COUNTS)


def demo_words(data: Path, *words: str) -> list[str]:
    return [sys.executable, "-m", "loa", "--data", str(data), "demo", *words]


def run_demo(data: Path, *words: str) -> dict[str, Any]:
    done = subprocess.run(
        demo_words(data, "--no-serve", "--json", *words),
        capture_output=True,
        text=True,
        check=False,
        timeout=240,
        env=plain_environment(),
    )
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))


def counts_of(summary: dict[str, Any]) -> dict[str, int]:
    return {name: summary[name] for name in COUNTS}


def rows(data: Path, question: str) -> list[tuple[Any, ...]]:
    with sqlite3.connect(data / "loa.sqlite3") as base:
        found = base.execute(question).fetchall()
    base.close()
    return found


def assert_nothing_doubled(data: Path) -> None:
    assert rows(data, "select count(*), count(distinct outlet_id) from delivery_dispatch") == [(3, 3)]
    assert rows(data, "select count(*), count(distinct dispatch_id) from delivery_deliveryreceipt") == [(3, 3)]
    assert rows(data, "select count(*) from editorial_approval") == [(1,)]
    assert rows(data, "select count(*) from delivery_dispatch where state != 'played'") == [(0,)]
    assert rows(data, "select count(*) from evidence_evidence") == [(1,)]


def test_the_sample_plan_from_start_to_report(tmp_path: Path) -> None:
    data = tmp_path / "var"
    first = run_demo(data)
    assert counts_of(first) == SAMPLE_COUNTS
    for name, path in first["files"].items():
        assert Path(path).stat().st_size > 200, name
    assert_nothing_doubled(data)
    again = run_demo(data)
    assert counts_of(again) == counts_of(first)
    assert again["files"] == first["files"]
    assert_nothing_doubled(data)


def test_the_real_plan_gives_its_counts(tmp_path: Path, shared: Path) -> None:
    plan = shared / "corpus" / "plans" / "00-seed-thanh-thuy.txt"
    summary = run_demo(tmp_path / "var", "--plan", str(plan))
    wanted = {
        "topics": 8,
        "activities": 3,
        "outside": 3,
        "requests": 1,
        "assignments": 8,
        "dispatches": 3,
        "receipts": 3,
    }
    assert {name: summary[name] for name in wanted} == wanted


def processes_of(pid: int) -> list[int]:
    """The process and all that come from it, as the system lists them now."""
    parents: dict[int, int] = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                parents[int(folder.name)] = int((folder / "stat").read_text().rsplit(")", 1)[1].split()[1])
            except (FileNotFoundError, ProcessLookupError):
                continue
    family = [pid]
    for member in family:
        family.extend(child for child, parent in parents.items() if parent == member)
    return family


def kill_somebody(started: subprocess.Popen[str], luck: random.Random) -> None:
    victim = luck.choice(processes_of(started.pid))
    try:
        os.kill(victim, signal.SIGKILL)
    except ProcessLookupError:
        return


@pytest.mark.parametrize("seed", range(10))
def test_a_kill_at_a_random_moment_changes_nothing(seed: int, tmp_path: Path) -> None:
    luck = random.Random(seed)
    data = tmp_path / "var"
    started = subprocess.Popen(
        demo_words(data, "--no-serve", "--json"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=plain_environment(),
    )
    time.sleep(luck.uniform(0.3, 9.0))
    kill_somebody(started, luck)
    started.communicate(timeout=240)
    assert counts_of(run_demo(data)) == SAMPLE_COUNTS
    assert_nothing_doubled(data)


def test_it_serves_until_it_is_asked_to_stop(tmp_path: Path) -> None:
    port = free_port()
    data = tmp_path / "var"
    log = tmp_path / "demo.log"
    with log.open("w") as out:
        served = subprocess.Popen(
            demo_words(data, "--port", str(port)), stdout=out, stderr=subprocess.STDOUT, env=plain_environment()
        )
    try:
        end = time.monotonic() + 120
        while "Ctrl-C" not in log.read_text():
            assert served.poll() is None, log.read_text()
            assert time.monotonic() < end, log.read_text()
            time.sleep(0.3)
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=10) as page:
            assert "<h1" in page.read().decode()
        family = processes_of(served.pid)
        assert len(family) >= 5
        served.send_signal(signal.SIGINT)
        assert served.wait(20) == 0
        assert not [pid for pid in family if Path(f"/proc/{pid}").exists()]
    finally:
        served.kill()
        served.wait()


def test_a_busy_port_is_one_line(tmp_path: Path) -> None:
    import socket

    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        port = holder.getsockname()[1]
        done = subprocess.run(
            demo_words(tmp_path / "var", "--port", str(port)),
            capture_output=True,
            text=True,
            check=False,
            env=plain_environment(),
        )
    assert done.returncode == 1
    assert str(port) in done.stderr.splitlines()[-1]
    assert not (tmp_path / "var").exists()
