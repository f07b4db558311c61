"""The launcher: POSIX, quick when all is in place, clear when nothing can make an environment."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def a_checkout(folder: Path) -> Path:
    for name in ("loa", "requirements.lock", "requirements-dev.lock"):
        shutil.copy2(ROOT / name, folder / name)
    return folder


def a_program(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


def call(folder: Path, *words: str, path: str, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["/bin/sh", str(folder / "loa"), *words],
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": path, "HOME": str(folder), **more},
    )


@pytest.fixture
def bare_bin(tmp_path: Path) -> str:
    """A PATH with the shell's own tools and no Python at all."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in ("dirname", "cmp", "mkdir", "rm", "cat", "cp", "sleep"):
        found = shutil.which(name)
        assert found is not None
        (folder / name).symlink_to(found)
    return str(folder)


def test_without_python_one_line_says_what_to_install(tmp_path: Path, bare_bin: str) -> None:
    done = call(a_checkout(tmp_path), "demo", path=bare_bin)
    assert done.returncode == 1
    assert done.stderr == "Loa cần Python 3.11 đến 3.14. Trên Debian, Ubuntu: sudo apt install python3 python3-venv\n"
    assert not (tmp_path / ".venv.busy").exists()


def test_with_nothing_that_makes_an_environment_one_line_says_what_to_install(tmp_path: Path, bare_bin: str) -> None:
    # A Python of the right version that has neither ensurepip nor pip.
    a_program(
        Path(bare_bin) / "python3",
        '#!/bin/sh\ncase "$*" in *version_info*) exit 0 ;; *) exit 1 ;; esac\n',
    )
    done = call(a_checkout(tmp_path), "demo", path=bare_bin)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].endswith("sudo apt install python3-venv")
    english = call(tmp_path, "demo", path=bare_bin, LOA_LANG="en")
    assert english.stderr.splitlines()[-1].startswith("No tool to install libraries.")


@pytest.fixture
def ready(tmp_path: Path, bare_bin: str) -> Path:
    """A checkout whose environment is in place; its Python only tells how it was called."""
    folder = a_checkout(tmp_path)
    a_program(folder / ".venv/bin/python", '#!/bin/sh\necho "$LOA_DATA $PYTHONPATH $*"\n')
    shutil.copy2(folder / "requirements.lock", folder / ".venv/.loa-lock")
    return folder


def test_when_all_is_in_place_it_hands_over_at_once(ready: Path, bare_bin: str) -> None:
    done = call(ready, "--data", "d", "demo", "--json", path=bare_bin)
    assert done.stdout == f"{ready}/var {ready}/src:{ready}/player -m loa --data d demo --json\n"
    assert done.stderr == ""


def test_a_changed_list_is_noticed(ready: Path, bare_bin: str) -> None:
    (ready / "requirements.lock").write_text("changed\n")
    done = call(ready, "demo", path=bare_bin)
    assert done.returncode == 1  # it set out to install, and there is no Python here to do it with
    assert "sudo apt install" in done.stderr


def test_the_tests_ask_for_the_longer_list(ready: Path, bare_bin: str) -> None:
    assert call(ready, "--commune", "x", "test", path=bare_bin).returncode == 1
    shutil.copy2(ready / "requirements-dev.lock", ready / ".venv/.loa-lock")
    assert call(ready, "--commune", "x", "test", path=bare_bin).returncode == 0
    assert call(ready, "demo", path=bare_bin).returncode == 0


def test_a_lock_left_by_a_dead_set_up_is_taken_over(ready: Path, bare_bin: str) -> None:
    (ready / "requirements.lock").write_text("changed\n")
    (ready / ".venv.busy").mkdir()
    (ready / ".venv.busy/pid").write_text("999999999\n")
    assert call(ready, "demo", path=bare_bin).returncode == 1
    assert not (ready / ".venv.busy").exists()


def test_it_is_executable_and_speaks_posix_shell() -> None:
    assert os.access(ROOT / "loa", os.X_OK)
    dash = shutil.which("dash") or "/bin/sh"
    assert subprocess.run([dash, "-n", str(ROOT / "loa")], check=False).returncode == 0
