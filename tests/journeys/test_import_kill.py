"""`./loa import` killed again and again, at any moment, and on a disk that fills: nothing is lost, nothing doubled."""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from openpyxl import load_workbook

from loa.core.canonical import sha256_hex

pytestmark = pytest.mark.heavy

FILES, KILLS = 25, 20
MAKE = """
import django; django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from cast import whole_cast
whole_cast()
"""
PLAN = """ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ ĐỒNG SƯƠNG Độc lập - Tự do - Hạnh phúc
Số: {number}/KH-UBND Đồng Sương, ngày 05 tháng 9 năm 2025

KẾ HOẠCH
Tuyên truyền phòng bệnh dại, đợt {number}
I. MỤC ĐÍCH
1. Nhắc mỗi nhà tiêm phòng cho chó, mèo.
"""


def environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LOA_", "DJANGO_"))}
    return kept | {"LOA_LANG": "vi"}


def importing(data: Path, folder: Path, report: Path) -> list[str]:
    words = ["--data", str(data), "--commune", "dong-suong", "import", str(folder), "-o", str(report)]
    return [sys.executable, "-m", "loa", *words]


def make_data(data: Path) -> None:
    settings = {"DJANGO_SETTINGS_MODULE": "loa.config.settings.demo", "LOA_DATA": str(data)}
    subprocess.run([sys.executable, "-c", MAKE], env=environment() | settings, check=True, capture_output=True)


def make_folder(folder: Path, *, count: int, padding: int = 0) -> set[str]:
    """Plans, each another; the hashes of their bytes."""
    folder.mkdir()
    hashes = set()
    for number in range(1, count + 1):
        words = PLAN.format(number=number) + random.Random(number).randbytes(padding // 2).hex()
        (folder / f"{number:02}.txt").write_text(words, encoding="utf-8")
        hashes.add(sha256_hex(words.encode()))
    return hashes


def rows(data: Path, question: str) -> list[tuple[str | int, ...]]:
    with closing(sqlite3.connect(data / "loa.sqlite3")) as database:
        return database.execute(question).fetchall()


def everything_is_in_once(data: Path, hashes: set[str]) -> None:
    documents = [str(sha) for (sha,) in rows(data, "SELECT sha256 FROM documents_document")]
    assert sorted(documents) == sorted(hashes)
    assert rows(data, "SELECT count(*) FROM documents_extraction") == [(len(hashes),)]
    imported = "SELECT count(*) FROM core_auditentry WHERE code = 'documents.document.imported'"
    assert rows(data, imported) == [(len(hashes),)]
    kept = [path for path in (data / "store").rglob("*") if path.is_file() and not path.name.startswith(".new-")]
    assert {path.name for path in kept} == hashes
    assert all(sha256_hex(path.read_bytes()) == path.name for path in kept)


def test_an_import_killed_at_any_moment_is_finished_by_the_next(tmp_path: Path) -> None:
    data, folder, report = tmp_path / "xa", tmp_path / "in", tmp_path / "bang.xlsx"
    data.mkdir()
    make_data(data)
    hashes = make_folder(folder, count=FILES)
    chance = random.Random()
    for _kill in range(KILLS):
        process = subprocess.Popen(importing(data, folder, report), env=environment(), stdout=subprocess.DEVNULL)
        time.sleep(chance.uniform(0.3, 2.5))
        process.kill()
        process.wait()
        documents = rows(data, "SELECT count(*) FROM documents_document")
        assert documents == rows(data, "SELECT count(*) FROM documents_extraction")
    done = subprocess.run(
        importing(data, folder, report), env=environment(), capture_output=True, text=True, check=True
    )
    assert f"bị từ chối 0, bỏ qua 0. Bảng kết quả: {report}" in done.stdout
    everything_is_in_once(data, hashes)
    cells = list(load_workbook(report).active.iter_rows(min_row=2, values_only=True))
    assert len(cells) == FILES
    assert {row[1] for row in cells} <= {"đã nhập", "đã có"}


def test_two_imports_at_once_double_nothing(tmp_path: Path) -> None:
    data, folder = tmp_path / "xa", tmp_path / "in"
    data.mkdir()
    make_data(data)
    hashes = make_folder(folder, count=6)
    both = [
        subprocess.Popen(importing(data, folder, tmp_path / f"{number}.xlsx"), env=environment(), stdout=-3)
        for number in range(2)
    ]
    assert [process.wait(timeout=120) for process in both] == [0, 0]
    everything_is_in_once(data, hashes)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own with room for the database and a few files."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(place)], check=False, stderr=-3)
    if mounted.returncode != 0:
        pytest.skip("a disk of its own needs root")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_disk_that_fills_is_one_line_and_room_again_finishes_it(small_disk: Path, tmp_path: Path) -> None:
    folder, report = tmp_path / "in", tmp_path / "bang.xlsx"
    make_data(small_disk)
    hashes = make_folder(folder, count=20, padding=150_000)
    full = subprocess.run(
        importing(small_disk, folder, report), env=environment(), capture_output=True, text=True, check=False
    )
    assert full.returncode == 1
    assert full.stderr.count("\n") == 1
    assert "Hết chỗ trống" in full.stderr
    assert report.exists()
    taken_in = rows(small_disk, "SELECT count(*) FROM documents_document")[0][0]
    assert isinstance(taken_in, int)
    assert 0 < taken_in < len(hashes)
    subprocess.run(["mount", "-o", "remount,size=60m", str(small_disk)], check=True)
    subprocess.run(importing(small_disk, folder, report), env=environment(), check=True, stdout=subprocess.DEVNULL)
    everything_is_in_once(small_disk, hashes)
