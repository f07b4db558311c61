"""The doctor's checks of the machine: each thing is really broken, and the finding and its mend are read."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from loa.cli.doctor.checks import extras, folder
from loa.cli.doctor.checks.broker import check_broker
from loa.cli.doctor.checks.clock import check_clock
from loa.cli.doctor.checks.database import without_password
from loa.cli.doctor.checks.environment import check_environment
from loa.cli.doctor.checks.fonts import check_fonts
from loa.cli.doctor.checks.python import check_libraries, check_python
from loa.cli.doctor.checks.voices import check_voices
from loa.cli.doctor.examination import FONTS
from loa.cli.doctor.finding import Finding, Level, Place
from loa.cli.doctor.guarding import Check, run_all
from loa.cli.doctor.lines import lines_of
from loa.cli.doctor.sqlite_file import check_file
from loa.config.wiring.broker import provision_broker
from loa.core.refusals import Refusal

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


def place(data: Path) -> Place:
    return Place(data=data, commune_code=None, now=NOW)


def the_one(findings: list[Finding], level: Level) -> Finding:
    """The only finding of `level`; a warning or an error always says how it is mended."""
    (found,) = [finding for finding in findings if finding.level is level]
    assert level not in (Level.WARNING, Level.ERROR) or found.mend
    return found


def test_python_outside_the_bounds_is_an_error() -> None:
    assert [check_python(version)[0].level for version in ((3, 10), (3, 11), (3, 14), (3, 15))] == [
        Level.ERROR,
        Level.OK,
        Level.OK,
        Level.ERROR,
    ]


def test_libraries_of_another_list_are_told(tmp_path: Path) -> None:
    stamp, lock = tmp_path / "stamp", tmp_path / "lock"
    lock.write_text("a==1\n")
    assert "./loa" in str(the_one(check_libraries(stamp, [lock]), Level.WARNING).mend)
    stamp.write_text("a==0\n")
    the_one(check_libraries(stamp, [lock]), Level.WARNING)
    stamp.write_text("a==1\n")
    the_one(check_libraries(stamp, [tmp_path / "none", lock]), Level.OK)


@pytest.mark.parametrize("below", ["", "deeper/still"])
def test_a_file_in_place_of_the_data_folder_is_an_error(below: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    found = the_one(folder.check_folder(tmp_path / "file" / below), Level.ERROR)
    assert "file" in found.found
    assert "--data" in str(found.mend)


def test_a_data_folder_that_is_not_there_yet_is_no_fault_and_is_not_made(tmp_path: Path) -> None:
    the_one(folder.check_folder(tmp_path / "a" / "b"), Level.NOTE)
    assert not (tmp_path / "a").exists()


def test_a_folder_without_the_right_to_write_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder.os, "access", lambda path, mode: not mode & os.W_OK)
    assert "Cấp quyền ghi" in str(the_one(folder.check_folder(tmp_path), Level.ERROR).mend)


@pytest.mark.parametrize(("free", "level"), [(50, Level.ERROR), (500, Level.WARNING), (5000, Level.OK)])
def test_little_room_is_told_before_it_hurts(
    free: int, level: Level, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(tmp_path)._replace(free=free * 1024**2)
    monkeypatch.setattr(folder.shutil, "disk_usage", lambda path: usage)
    assert f"{free} MB" in the_one(folder.check_disk(tmp_path / "not-yet"), level).found


def test_secrets_that_others_can_read_are_an_error_and_the_mend_mends(tmp_path: Path) -> None:
    data = tmp_path / "the data"
    secrets = data / "secrets" / "broker"
    secrets.mkdir(parents=True)
    data.chmod(0o700)
    (secrets / "passwords.json").write_text("{}")
    (secrets / "passwords.json").chmod(0o644)
    found = the_one(folder.check_rights(place(data)), Level.ERROR)
    assert "passwords.json" in found.found
    subprocess.run(["sh", "-c", str(found.mend)], check=True)
    assert {finding.level for finding in folder.check_rights(place(data))} == {Level.OK}


def test_a_folder_open_to_everybody_is_a_warning_and_the_mend_mends(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    subprocess.run(["sh", "-c", str(the_one(folder.check_rights(place(tmp_path)), Level.WARNING).mend)], check=True)
    assert {finding.level for finding in folder.check_rights(place(tmp_path))} == {Level.OK}


def test_backups_are_looked_for_and_their_age_is_told(tmp_path: Path) -> None:
    none = the_one(folder.check_backups(place(tmp_path)), Level.WARNING)
    assert "Dừng Loa rồi chép cả thư mục" in str(none.mend)
    copy = tmp_path / "backups" / "loa.tar"
    copy.parent.mkdir()
    copy.write_text("x")
    for days, level in ((20, Level.WARNING), (2, Level.OK)):
        moment = (NOW - timedelta(days=days)).timestamp()
        os.utime(copy, (moment, moment))
        assert f"{days} ngày" in the_one(folder.check_backups(place(tmp_path)), level).found
    assert folder.check_backups(place(tmp_path / "not-yet")) == []


def test_the_fonts_of_the_house_draw_vietnamese() -> None:
    the_one(check_fonts(FONTS), Level.OK)


def test_a_missing_font_and_a_damaged_one_are_named(tmp_path: Path) -> None:
    shutil.copytree(FONTS, tmp_path / "fonts")
    bold = tmp_path / "fonts" / "Tinos-Bold.ttf"
    bold.write_bytes(bold.read_bytes()[:5000])
    assert "Tinos-Bold.ttf" in the_one(check_fonts(tmp_path / "fonts"), Level.ERROR).found
    bold.unlink()
    found = the_one(check_fonts(tmp_path / "fonts"), Level.ERROR)
    assert found.found == "Thiếu tệp phông chữ: Tinos-Bold.ttf."
    assert "src/loa/typeset/fonts" in str(found.mend)


def test_each_voice_really_speaks_and_a_missing_one_is_named() -> None:
    the_one(check_voices(), Level.OK)
    found = the_one(check_voices(("vi", "vi-nowhere")), Level.ERROR)
    assert found.found == "Giọng đọc không phát ra tiếng: vi-nowhere."


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("broker.json", '{"host": "127'),
        ("broker.json", '{"host": "127.0.0.1"}'),
        ("accounts.json", "[1]"),
        ("passwords.json", "{}"),
    ],
)
def test_a_broken_broker_file_is_named_and_made_anew_at_the_next_start(name: str, content: str, tmp_path: Path) -> None:
    the_one(check_broker(tmp_path), Level.NOTE)
    provision_broker(tmp_path, players=[("dong-suong", "loa-1")], port=1883)
    the_one(check_broker(tmp_path), Level.OK)
    (tmp_path / name).write_text(content)
    found = the_one(check_broker(tmp_path), Level.ERROR)
    assert name in found.found
    assert "xóa các tệp này rồi chạy lại" in str(found.mend)
    (tmp_path / name).unlink()
    provision_broker(tmp_path, players=[("dong-suong", "loa-1")], port=1883)
    the_one(check_broker(tmp_path), Level.OK)


def test_a_machine_without_the_zone_is_told_to_install_it() -> None:
    the_one(check_clock(), Level.OK)
    assert "tzdata" in str(the_one(check_clock("Asia/Nowhere"), Level.ERROR).mend)
    the_one(check_clock("Europe/Paris"), Level.ERROR)


def test_extras_are_information_whatever_the_machine_has(tmp_path: Path) -> None:
    program = tmp_path / "tesseract"
    program.write_text("#!/bin/sh\necho eng\necho vie\n")
    program.chmod(0o755)
    told = [extras._tesseract(None), extras._tesseract(str(program)), extras._mosquitto(None), *extras.check_extras()]
    assert {finding.level for finding in told} == {Level.NOTE}
    assert "kèm tiếng Việt" in told[1].found
    assert "apt install tesseract-ocr tesseract-ocr-vie" in str(told[0].mend)


def test_real_settings_without_hosts_and_key_are_errors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "loa.config.settings.production")
    monkeypatch.setenv("LOA_NOW", "2025-09-04T17:00:00+07:00")
    for name in ("LOA_HOSTS", "LOA_DJANGO_KEY", "LOA_DATABASE_URL"):
        monkeypatch.delenv(name, raising=False)
    mends = " ".join(str(finding.mend) for finding in check_environment(place(tmp_path)))
    assert all(name in mends for name in ("LOA_HOSTS", "LOA_DJANGO_KEY", "LOA_NOW"))
    assert {finding.level for finding in check_environment(place(tmp_path))} == {Level.ERROR}
    monkeypatch.setenv("LOA_HOSTS", "loa.example")
    monkeypatch.setenv("LOA_DJANGO_KEY", "short")
    monkeypatch.delenv("LOA_NOW")
    assert "short" not in the_one(check_environment(place(tmp_path)), Level.WARNING).found
    monkeypatch.setenv("LOA_DJANGO_KEY", "k" * 60)
    assert {finding.level for finding in check_environment(place(tmp_path))} == {Level.OK}


def test_a_simulated_clock_is_told_and_an_unreadable_one_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "loa.config.settings.demo")
    monkeypatch.setenv("LOA_NOW", "2025-09-04T17:00:00+07:00")
    assert any("giờ mô phỏng" in finding.found for finding in check_environment(place(tmp_path)))
    monkeypatch.setenv("LOA_NOW", "yesterday")
    (found,) = run_all([Check("environment", lambda: check_environment(place(tmp_path)))])
    assert (found.level, "LOA_NOW" in found.found) == (Level.ERROR, True)


def test_what_a_database_server_says_loses_its_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOA_DATABASE_URL", "postgres://loa:s%40cret@db/loa")
    assert without_password("no s@cret,\n no s%40cret") == "no …, no …"


def a_database(path: Path, *, mode: str = "WAL") -> Path:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA journal_mode={mode}")
        connection.execute("CREATE TABLE unit (id INTEGER PRIMARY KEY, name TEXT)")
        connection.execute("CREATE TABLE post (id INTEGER PRIMARY KEY, unit INTEGER REFERENCES unit(id))")
        connection.executemany("INSERT INTO unit (name) VALUES (?)", [("x" * 400,)] * 200)
        connection.commit()
    return path


def spoil(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[8192:] = b"\xff" * (len(data) - 8192)
    path.write_bytes(data)


def orphan(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("INSERT INTO post (unit) VALUES (999)")
        connection.commit()


@pytest.mark.parametrize(
    ("harm", "words"),
    [
        (lambda path: path.write_text("words that fill a page and are no database"), "bị hỏng"),
        (spoil, "bị hỏng"),
        (orphan, "bảng post"),
    ],
)
def test_a_damaged_database_is_told_and_a_backup_is_the_mend(
    harm: Callable[[Path], None], words: str, tmp_path: Path
) -> None:
    path = a_database(tmp_path / "loa.sqlite3")
    the_one(check_file(path), Level.OK)
    harm(path)
    found = the_one(check_file(path), Level.ERROR)
    assert words in found.found
    assert "bản sao lưu" in str(found.mend)


def test_looking_leaves_no_file_behind(tmp_path: Path) -> None:
    path = a_database(tmp_path / "loa.sqlite3")
    check_file(path)
    assert list(tmp_path.glob("loa.sqlite3*")) == [path]


def test_a_database_in_the_old_journal_mode_is_a_warning(tmp_path: Path) -> None:
    assert "WAL" in the_one(check_file(a_database(tmp_path / "loa.sqlite3", mode="DELETE")), Level.WARNING).found


def test_a_locked_database_is_told_within_its_patience(tmp_path: Path) -> None:
    path = a_database(tmp_path / "loa.sqlite3")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA locking_mode=EXCLUSIVE")
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("INSERT INTO unit (name) VALUES ('y')")
        found = the_one(check_file(path), Level.ERROR)
    assert "bị một chương trình khác khóa" in found.found


def broken() -> list[Finding]:
    raise RuntimeError("password=hunter2")


def refusing() -> list[Finding]:
    raise Refusal("Thiếu một thứ. Thêm vào rồi chạy lại.")


def unreadable() -> list[Finding]:
    Path("/no/such/thing").read_bytes()
    return []


def test_a_check_that_breaks_is_a_finding_and_the_next_one_goes_on() -> None:
    names = {"a": broken, "b": refusing, "c": unreadable, "d": check_clock}
    findings = run_all([Check(name, run) for name, run in names.items()])
    assert [finding.level for finding in findings] == [Level.ERROR, Level.ERROR, Level.ERROR, Level.OK]
    assert "RuntimeError" in findings[0].found
    assert all(finding.mend for finding in findings[:3])
    assert "hunter2" not in json.dumps([finding.as_dict() for finding in findings])


def test_lines_are_aligned_with_the_mend_beneath_and_a_sentence_at_the_end() -> None:
    lines = lines_of([Finding("a", Level.OK, "Tốt."), Finding("b", Level.ERROR, "Hỏng.", "Sửa đi.")])
    assert lines[0].index("Tốt.") == lines[1].index("Hỏng.") == lines[2].index("→")
    assert lines[-1] == "Đã xem 2 điều: 1 phải sửa, 0 nên sửa."
    assert lines_of([Finding("a", Level.OK, "Tốt.")])[-1] == "Đã xem 1 điều. Không có gì phải sửa."


def test_the_machine_is_looked_at_before_django_is_set_up() -> None:
    words = "import sys, loa.cli.doctor.examination; from django.conf import settings; "
    words += "sys.exit(settings.configured or 'loa.core.models' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", words], check=False).returncode == 0
