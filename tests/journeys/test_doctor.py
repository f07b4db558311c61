"""The whole command on a real data folder: exit codes, both forms, nothing changed, nothing secret, no traceback."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from loa.core.canonical import sha256_hex

MAKE = """
import django; django.setup()
from datetime import datetime, UTC
from django.core.management import call_command
call_command("migrate", verbosity=0)
from loa.config.wiring.broker import provision_broker
from loa.core import clock
from loa.core.actor import Actor
from loa.core.services import audit
from loa.keys.services.commune_key import create_commune_key
from loa.units.models import Commune
from django.conf import settings
key = create_commune_key(at=datetime.now(UTC))
here = {"code": "dong-suong", "name": "xã Đồng Sương", "portal_url": "http://x.example"}
commune = Commune.objects.create(**here, signing_key=key)
audit.record("units.commune.made", target=commune, by=Actor(key="system:test", scope_id=None), at=datetime.now(UTC))
provision_broker(settings.SECRETS_DIR / "broker", players=[("dong-suong", "loa-1")], port=1883)
"""


def environment(**more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LOA_", "DJANGO_"))}
    return kept | {"LOA_LANG": "vi"} | more


def doctor(data: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "loa", "--data", str(data), "doctor", *words],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env=environment(**more),
    )


def levels(done: subprocess.CompletedProcess[str]) -> dict[str, set[str]]:
    """The levels that each check gave."""
    found: dict[str, set[str]] = {}
    for finding in json.loads(done.stdout)["findings"]:
        assert set(finding) == {"check", "level", "found", "mend"}
        assert finding["mend"] or finding["level"] in ("ok", "note")
        found.setdefault(finding["check"], set()).add(finding["level"])
    return found


def errors(done: subprocess.CompletedProcess[str]) -> set[str]:
    """The checks with an error, those of the ports left out: what listens there is this machine's affair."""
    return {check for check, seen in levels(done).items() if "error" in seen} - {"ports"}


def everything(folder: Path) -> dict[str, tuple[int, int, str]]:
    return {
        str(path.relative_to(folder)): (
            path.stat().st_mtime_ns,
            path.stat().st_mode,
            sha256_hex(path.read_bytes()) if path.is_file() else "",
        )
        for path in sorted(folder.rglob("*"))
    }


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("installed") / "var"
    data.mkdir(mode=0o700)
    more = {"LOA_DATA": str(data), "DJANGO_SETTINGS_MODULE": "loa.config.settings.demo"}
    subprocess.run([sys.executable, "-c", MAKE], check=True, env=environment(**more), timeout=120)
    return data


@pytest.fixture
def data(installed: Path, tmp_path: Path) -> Path:
    """A copy of the installation, to be broken."""
    subprocess.run(["cp", "-a", str(installed), str(tmp_path / "var")], check=True)
    return tmp_path / "var"


@pytest.mark.heavy
def test_a_sound_installation_has_no_errors_and_nothing_of_it_changes(data: Path) -> None:
    before = everything(data)
    done = doctor(data, "--json")
    assert errors(done) == set()
    seen = levels(done)
    assert {"trail", "store", "keys", "clock", "fonts", "voices", "broker", "database"} <= set(seen)
    assert all(seen[check] == {"ok"} for check in ("trail", "store", "keys", "clock", "rights", "fonts", "voices"))
    assert everything(data) == before


@pytest.mark.heavy
def test_no_secret_is_ever_printed(data: Path) -> None:
    (data / "secrets" / "django_key").chmod(0o644)
    done = doctor(data, LOA_DATABASE_URL="postgres://loa:hunter2@127.0.0.1:1/loa", LOA_DJANGO_KEY="k3y" * 20)
    done_here = doctor(data, "--json")
    said = done.stdout + done.stderr + done_here.stdout + done_here.stderr
    broker = data / "secrets" / "broker"
    passwords = json.loads((broker / "passwords.json").read_text()).values()
    hashes = [row[part] for row in json.loads((broker / "accounts.json").read_text()).values() for part in row]
    contents = [path.read_bytes() for path in (data / "secrets").glob("*") if path.is_file()]
    texts = [content.hex() for content in contents] + [content.decode("ascii", "ignore") for content in contents]
    secrets = [*passwords, *[text for text in hashes if isinstance(text, str)], *texts, "hunter2", "k3y" * 20]
    assert len(secrets) > 6
    assert [secret for secret in secrets if len(secret) > 5 and secret in said] == []
    assert "django_key" in said


@pytest.mark.heavy
def test_words_for_a_person_end_with_a_sentence_and_errors_with_one_line(data: Path) -> None:
    (data / "secrets" / "django_key").chmod(0o644)
    done = doctor(data)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "Điều phải sửa:" in done.stderr
    assert "✗ Phải sửa   Khóa, mật khẩu mà người khác trên máy đọc được: django_key." in done.stdout
    assert "→ chmod 600 " in done.stdout
    assert done.stdout.splitlines()[-1].startswith("Đã xem ")


def test_a_folder_that_is_not_there_is_no_fault_and_does_not_come_into_being(tmp_path: Path) -> None:
    done = doctor(tmp_path / "var", "--json")
    assert errors(done) == set()
    assert not (tmp_path / "var").exists()


@pytest.mark.heavy
@pytest.mark.parametrize(
    ("harm", "words"),
    [
        ("DELETE FROM django_migrations WHERE app = 'reports'", "còn thiếu"),
        (
            "INSERT INTO django_migrations (app, name, applied) VALUES ('units', '0999_new', '2026-01-01')",
            "units.0999_new",
        ),
    ],
)
def test_tables_of_another_version_are_told(harm: str, words: str, data: Path) -> None:
    with closing(sqlite3.connect(data / "loa.sqlite3")) as connection:
        connection.execute(harm)
        connection.commit()
    done = doctor(data, "--json")
    assert (done.returncode, errors(done)) == (1, {"database"})
    assert words in done.stdout


@pytest.mark.heavy
def test_a_running_installation_is_looked_at_without_disturbing_it(data: Path) -> None:
    with closing(sqlite3.connect(data / "loa.sqlite3", isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("UPDATE units_commune SET name = name")
        done = doctor(data, "--json")
        writer.execute("COMMIT")
    assert errors(done) == set()


@pytest.mark.heavy
@pytest.mark.parametrize(
    ("content", "check"), [("words that fill no page", "database"), ("", "database"), (None, "keys")]
)
def test_a_broken_folder_is_findings_and_no_traceback(content: str | None, check: str, data: Path) -> None:
    if content is None:
        next((data / "secrets").glob("signing-*.seed")).unlink()
    else:
        (data / "loa.sqlite3").write_text(content)
    done = doctor(data, "--json")
    assert (done.returncode, errors(done)) == (1, {check})
    assert "Traceback" not in done.stderr


@pytest.mark.heavy
@pytest.mark.parametrize("address", ["nonsense", "postgres://loa:hunter2@127.0.0.1:1/loa", "postgres://[bad"])
def test_a_database_that_does_not_answer_is_a_finding(address: str, tmp_path: Path) -> None:
    done = doctor(tmp_path / "var", "--json", LOA_DATABASE_URL=address)
    assert done.returncode == 1
    assert "database" in errors(done)
    assert "Traceback" not in done.stderr
    assert "hunter2" not in done.stdout


def test_wrong_usage_is_two(tmp_path: Path) -> None:
    assert doctor(tmp_path, "--all").returncode == 2
    assert doctor(tmp_path, "--commune", "X/../y").returncode == 2
