"""Who uses a port: nobody, this installation, another one, or a stranger. Real sockets, real processes."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from loa.cli.doctor import listeners
from loa.cli.doctor.checks.ports import check_ports
from loa.cli.doctor.finding import Finding, Level
from loa.cli.supervisor import free_port, is_listening


@contextmanager
def a_stranger() -> Iterator[int]:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        yield listening.getsockname()[1]


@contextmanager
def a_portal(data: Path) -> Iterator[tuple[int, int]]:
    """Loa's own portal process over `data`: its port and its number."""
    (data / "portal").mkdir(parents=True)
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "loa.cli.process", "portal", str(data / "portal"), str(port)],
        stdin=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"LOA_DATA": str(data)},
    )
    try:
        end = time.monotonic() + 10
        while not is_listening(port):
            assert time.monotonic() < end, "the portal did not come up in time"
            time.sleep(0.05)
        yield port, process.pid
    finally:
        process.kill()
        process.communicate()


def look(data: Path, **ports: int) -> list[Finding]:
    return check_ports(data, ports)


def test_a_free_port_is_told_free(tmp_path: Path) -> None:
    (found,) = look(tmp_path, console=free_port())
    assert (found.level, "trống" in found.found) == (Level.OK, True)


def test_a_stranger_on_our_port_is_an_error_that_names_it(tmp_path: Path) -> None:
    with a_stranger() as port:
        console, portal = look(tmp_path, console=port, portal=port)
    assert {console.level, portal.level} == {Level.ERROR}
    assert f"Cổng {port} (bàn làm việc)" in console.found
    assert f"tiến trình {os.getpid()}" in console.found
    assert console.mend == "Tắt chương trình đó, hoặc chạy Loa với cổng khác bằng --console-port."
    assert "bằng --port." in str(portal.mend)


def test_a_stranger_that_cannot_be_named_is_told_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listeners, "PROC", tmp_path / "no-proc")
    with a_stranger() as port:
        (found,) = look(tmp_path, portal=port)
    assert (found.level, "chương trình khác" in found.found) == (Level.ERROR, True)


def test_a_stranger_on_the_brokers_port_hinders_nobody(tmp_path: Path) -> None:
    with a_stranger() as port:
        (found,) = look(tmp_path, broker=port)
    assert (found.level, "Loa tự chọn cổng khác" in found.found) == (Level.NOTE, True)


def test_our_own_process_and_that_of_another_folder_are_told_apart(tmp_path: Path) -> None:
    data = tmp_path / "var"
    with a_portal(data) as (port, pid):
        (ours,) = look(data, portal=port)
        (others,) = look(tmp_path / "elsewhere", portal=port)
    assert (ours.level, f"tiến trình {pid}" in ours.found) == (Level.OK, True)
    assert "thư mục dữ liệu này" in ours.found
    assert (others.level, str(data) in others.found) == (Level.WARNING, True)
    assert "--port" in str(others.mend)


def test_a_port_of_the_last_run_that_we_still_use_is_told(tmp_path: Path) -> None:
    data = tmp_path / "var"
    usual = free_port()
    with a_portal(data) as (port, _pid):
        (data / "run").mkdir()
        (data / "run" / "ports.json").write_text(json.dumps({"portal": port, "broker": free_port()}))
        free, ours = look(data, portal=usual)
    assert "trống" in free.found
    assert f"Cổng {port} (cổng thông tin): Loa của thư mục dữ liệu này" in ours.found


@pytest.mark.parametrize("content", ['{"portal": 80', "[1]", '{"portal": "x"}', '{"portal": null}'])
def test_a_torn_list_of_ports_counts_as_none(content: str, tmp_path: Path) -> None:
    (tmp_path / "run").mkdir()
    (tmp_path / "run" / "ports.json").write_text(content)
    assert len(look(tmp_path, portal=free_port())) == 1
