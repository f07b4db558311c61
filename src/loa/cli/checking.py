"""`./loa test` and `./loa check`: what a developer and the automatic checks run."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from loa.config import env
from loa.core.language import gettext as _
from loa.core.refusals import Refusal

ROOT = Path(__file__).resolve().parents[3]


class NoTests(Refusal):
    """The tests are not beside the code."""


@dataclass(frozen=True, slots=True)
class Check:
    """One check: its name and the words that run it."""

    name: str
    words: tuple[str, ...]


def _tool(name: str, *arguments: str) -> tuple[str, ...]:
    return (str(Path(sys.executable).parent / name), *arguments)


def checks() -> tuple[Check, ...]:
    """All checks but the tests, quick ones first."""
    manage = (sys.executable, "-m", "django")
    return (
        Check("ruff check", _tool("ruff", "check")),
        Check("ruff format", _tool("ruff", "format", "--check")),
        Check("import-linter", _tool("lint-imports", "--no-cache")),
        Check("djlint", _tool("djlint", "--lint", "--profile=django", "src/loa")),
        Check("mypy", _tool("mypy")),
        Check("migrations", (*manage, "makemigrations", "--check", "--dry-run")),
    )


def test_runs() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Those of the database on PostgreSQL, then all on the embedded database."""
    pytest = (sys.executable, "-m", "pytest")
    return (
        ("tests on PostgreSQL", ("sh", "tests/services.sh", "postgres", *pytest, "tests/db")),
        ("tests", (*pytest, "-m", "heavy or not heavy")),
    )


def _environment() -> dict[str, str]:
    """The environment of a check: the test settings, and no data folder of the person who runs it."""
    return env.child_environment(
        "LOA_DATA", "LOA_NOW", "LOA_LANG", DJANGO_SETTINGS_MODULE="loa.config.settings.test", PYTHONWARNINGS=""
    )


def _run(words: Sequence[str], **more: str) -> int:
    return subprocess.run(words, cwd=ROOT, env=_environment() | more, check=False).returncode


def _need_tests() -> None:
    if not (ROOT / "tests").is_dir():
        raise NoTests(_("Không thấy thư mục tests. Chạy lệnh này trong bản mã nguồn đầy đủ."))


def test_command(arguments: Sequence[str]) -> int:
    """Run the default suite, or what `arguments` name; the test runner's words go through untouched."""
    _need_tests()
    chosen = list(arguments) if arguments else ["-m", "not heavy"]
    return min(_run((sys.executable, "-m", "pytest", *chosen)), 1)


def check_command() -> int:
    """Run every check, then the database tests on PostgreSQL where it is to be had, then all tests."""
    _need_tests()
    failed = []
    for check in checks():
        started = time.monotonic()
        print(f"== {check.name}", flush=True)
        if _run(check.words) != 0:
            failed.append(check.name)
        print(f"   {time.monotonic() - started:.1f} s", flush=True)
    for name, words in test_runs():
        print(f"== {name}", flush=True)
        if _run(words) != 0:
            failed.append(name)
    print(
        "== " + (_("Không đạt: {names}").format(names=", ".join(failed)) if failed else _("Mọi kiểm tra đều đạt")),
        flush=True,
    )
    return 1 if failed else 0
