"""Bad files and a full disk, met for real: one clear line, exit 1, nothing half-written, and it goes on afterwards."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.heavy
SAMPLE = Path(__file__).resolve().parents[2] / "src/loa/cli/sample/ke-hoach-dong-suong.pdf"


def demo(data: Path, *words: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LOA_NOW", "DJANGO_"))}
    return subprocess.run(
        [sys.executable, "-m", "loa", "--data", str(data), "demo", "--no-serve", *words],
        capture_output=True,
        text=True,
        check=False,
        timeout=200,
        env=kept | {"LOA_LANG": "vi"},
    )


def plan_text(*, mark: str = "", topics: str = "1. Hướng dẫn bà con nộp hồ sơ trên mạng.") -> str:
    return f"""{mark}
ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ KHE SƯƠNG Độc lập - Tự do - Hạnh phúc

Số: 12/KH-UBND Khe Sương, ngày 05 tháng 9 năm 2025

KẾ HOẠCH
Tuyên truyền về dịch vụ công trên địa bàn xã Khe Sương

I. MỤC ĐÍCH
1. Để bà con biết.
II. NỘI DUNG TUYÊN TRUYỀN
{topics}
"""


BAD_PLANS: dict[str, bytes] = {
    "empty.txt": b"",
    "shopping.txt": "Gạo, mắm, muối.\n".encode(),
    "noise.bin": bytes(range(256)) * 40,
    "broken.docx": b"PK\x03\x04 this is no archive",
    "old.doc": bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600,
    "huge.pdf": b"%PDF-1.7\n" + b"0" * (50 * 1024 * 1024),
    "secret.txt": plan_text(mark="MẬT").encode(),
    "nothing-to-tell.txt": plan_text().replace("II. NỘI DUNG TUYÊN TRUYỀN", "II. TỔ CHỨC").encode(),
}


@pytest.mark.parametrize("name", BAD_PLANS)
def test_a_file_that_is_no_plan_is_one_line_and_leaves_nothing(name: str, tmp_path: Path) -> None:
    plan = tmp_path / name
    plan.write_bytes(BAD_PLANS[name])
    done = demo(tmp_path / "var", "--plan", str(plan))
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    is_secret = name == "secret.txt"  # nothing of a secret document is told, its name neither
    assert (name in done.stderr) != is_secret
    assert not (tmp_path / "var").exists()


def loa(*words: str, **more: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LOA_", "DJANGO_"))}
    return subprocess.run(
        [sys.executable, "-m", "loa", *words],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env=kept | {"LOA_LANG": "vi"} | more,
    )


def assert_one_line(done: subprocess.CompletedProcess[str]) -> None:
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1, done.stderr


@pytest.mark.parametrize("folder", ["a-file", "/proc/nothing", "a-file/below"])
def test_a_data_folder_that_cannot_be_is_one_line(folder: str, tmp_path: Path) -> None:
    (tmp_path / "a-file").write_text("x")
    assert_one_line(loa("--data", str(tmp_path / folder), "demo", "--no-serve"))


@pytest.mark.parametrize(
    ("command", "content"),
    [
        (("demo", "--no-serve"), "no database, just words that fill a page"),
        (("report", "--period", "2025-09", "-o", "x.pdf"), "no database, just words that fill a page"),
        (("report", "--period", "2025-09", "-o", "x.pdf"), ""),  # the demo makes a database of an empty file
    ],
)
def test_a_file_that_is_no_database_is_one_line(command: tuple[str, ...], content: str, tmp_path: Path) -> None:
    (tmp_path / "loa.sqlite3").write_text(content)
    assert_one_line(loa("--data", str(tmp_path), *command))


@pytest.mark.parametrize("address", ["nonsense", "postgres://loa@127.0.0.1:1/loa"])
@pytest.mark.parametrize("command", [("demo", "--no-serve"), ("report", "--period", "2025-09", "-o", "x.pdf")])
def test_a_database_server_that_does_not_answer_is_one_line(
    command: tuple[str, ...], address: str, tmp_path: Path
) -> None:
    assert_one_line(loa("--data", str(tmp_path / "var"), *command, LOA_DATABASE_URL=address))


def test_a_reader_that_has_seen_enough_is_no_error() -> None:
    words = f"{sys.executable} -m loa extract {SAMPLE} --json | head -1"
    done = subprocess.run(["sh", "-c", words], capture_output=True, text=True, check=False, timeout=60)
    assert (done.stdout, done.stderr) == ("{\n", "")


def test_a_commune_code_that_names_a_path_is_wrong_usage(tmp_path: Path) -> None:
    done = loa("--data", str(tmp_path / "var"), "--commune", "X/../y", "demo", "--no-serve")
    assert done.returncode == 2
    assert not (tmp_path / "var").exists()


def test_a_second_run_on_the_same_folder_is_refused_while_the_first_one_works(tmp_path: Path) -> None:
    data = tmp_path / "var"
    first: list[subprocess.CompletedProcess[str]] = []
    thread = threading.Thread(target=lambda: first.append(demo(data, "--json")))
    thread.start()
    while not (data / "loa.sqlite3").exists():
        time.sleep(0.05)
    second = demo(data)
    thread.join()
    assert second.returncode == 1
    assert "đang được một lần chạy khác dùng" in second.stderr
    assert first[0].returncode == 0, first[0].stderr


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 112 MB of its own; only root may make one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=112m", "tmpfs", str(disk)], capture_output=True, text=True, check=False
    )
    if made.returncode != 0:
        pytest.skip(f"no disk of its own can be made here: {made.stderr.strip()}")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


def fill(disk: Path) -> None:
    with (disk / "filler").open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"\0" * 65536)
        except OSError:
            return


@pytest.mark.parametrize("seconds", [2.0, 5.0, 8.0])
def test_a_disk_that_fills_up_on_the_way_loses_nothing(seconds: float, small_disk: Path) -> None:
    timer = threading.Timer(seconds, fill, args=(small_disk,))
    timer.start()
    stopped = demo(small_disk / "var", "--json")
    timer.join()
    if stopped.returncode != 0:  # it was still at work when the disk filled up, or on a slow machine not yet
        last = stopped.stderr.splitlines()[-1]
        if "còn dưới 100 MB" in last:
            assert not (small_disk / "var" / "loa.sqlite3").exists()
        else:
            assert last.startswith("Hết chỗ trống trên đĩa.")
        assert "Traceback" not in stopped.stderr
        assert stopped.stdout == ""
    (small_disk / "filler").unlink()
    summary = json.loads(demo(small_disk / "var", "--json").stdout)
    assert summary["dispatches"] == summary["receipts"] == 3


def test_a_nearly_full_disk_is_refused_before_anything_is_written(small_disk: Path) -> None:
    (small_disk / "filler").write_bytes(b"\0" * (30 * 1024 * 1024))
    done = demo(small_disk / "var", "--plan", str(SAMPLE))
    assert done.returncode == 1
    assert "100 MB" in done.stderr
    assert not (small_disk / "var" / "loa.sqlite3").exists()


def test_a_file_in_the_folder_where_somebody_stands_is_not_taken_for_pythons_own(tmp_path: Path) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('taken')")
    launcher = Path(__file__).resolve().parents[2] / "loa"
    done = subprocess.run([str(launcher), "--help"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_another_plan_waits_until_the_first_one_is_done(tmp_path: Path) -> None:
    data = tmp_path / "var"
    (data / "demo").mkdir(parents=True)
    (data / "demo" / "0.json").write_text('{"plan": "ke-hoach-khac.docx", "done": false}')
    done = demo(data)
    assert done.returncode == 1
    assert "ke-hoach-khac.docx" in done.stderr


def test_a_lost_file_is_told_and_not_counted_as_there(tmp_path: Path) -> None:
    data = tmp_path / "var"
    files = json.loads(demo(data, "--json").stdout)["files"]
    Path(files["audio"]).unlink()
    done = demo(data, "--json")
    assert (done.returncode, done.stdout) == (1, "")
    assert files["audio"] in done.stderr.splitlines()[-1]


def test_state_files_cut_by_a_power_failure_count_as_none(tmp_path: Path) -> None:
    data = tmp_path / "var"
    first = json.loads(demo(data, "--json").stdout)
    for path in (*data.glob("run/*.json"), *data.glob("demo/*.json"), *data.glob("portal/tin/*/tin.json")):
        path.write_text("")
    again = json.loads(demo(data, "--json").stdout)
    assert {name: again[name] for name in first if name != "seconds"} == {
        name: first[name] for name in first if name != "seconds"
    }
