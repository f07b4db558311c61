"""Each contract of .importlinter keeps the code as it is, and breaks on a deliberate violation."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from house import ROOT, SOURCE, contracts, lines_of

# contract -> (a file that does not belong, what it imports)
VIOLATIONS: dict[str, tuple[str, str]] = {
    "order": ("src/loa/units/wrong.py", "import loa.delivery"),
    "inside": ("src/loa/campaigns/models/wrong.py", "import loa.campaigns.selectors"),
    "ports": ("src/loa/channels/ports.py", "from django.db import models"),
    "pure": ("src/loa/vietnamese/wrong.py", "import django"),
    "light": ("src/loa/documents/extraction/wrong.py", "from django.conf import settings"),
    "adapters-see-ports": ("src/loa/adapters/by_hand/wrong.py", "import loa.delivery.models"),
    "adapters-apart": ("src/loa/adapters/by_hand/wrong.py", "import loa.adapters.voice_espeak"),
    "wiring": ("src/loa/cli/wrong.py", "import loa.adapters.by_hand"),
    "portal": ("src/loa/portal/wrong.py", "import loa.delivery.selectors"),
    "vendors": ("src/loa/reports/wrong.py", "import httpx"),
    "player": ("player/loa_player/wrong.py", "import loa.core.canonical"),
}


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The code alone, in a folder of its own."""
    target = tmp_path_factory.mktemp("house")
    for folder in ("src/loa", "player/loa_player"):
        shutil.copytree(ROOT / folder, target / folder, ignore=_all_but_code)
    shutil.copy(ROOT / ".importlinter", target)
    return target


def _all_but_code(folder: str, names: list[str]) -> list[str]:
    return [name for name in names if not name.endswith(".py") and not (Path(folder) / name).is_dir()]


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join([str(folder / "src"), str(folder / "player")])
    return subprocess.run(
        [str(Path(sys.executable).parent / "lint-imports"), "--no-logo"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": path, "COLUMNS": "200", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def name_of(contract: str) -> str:
    return contracts()[f"importlinter:contract:{contract}"]["name"]


def test_every_contract_has_its_violation() -> None:
    sections = {section.rpartition(":")[2] for section in contracts().sections() if ":" in section}
    assert sections == set(VIOLATIONS)


def test_every_app_with_tables_is_layered_inside() -> None:
    with_tables = {f"loa.{folder.parent.name}" for folder in SOURCE.glob("*/models")}
    assert with_tables == set(lines_of("inside", "containers"))


def test_every_part_but_adapters_is_kept_from_vendors() -> None:
    parts = {f"loa.{folder.parent.name}" for folder in SOURCE.glob("*/__init__.py")}
    assert parts - {"loa.adapters", "loa.locale"} == set(lines_of("vendors", "source_modules"))


@pytest.mark.heavy
def test_the_clean_copy_keeps_them_all(copy: Path) -> None:
    result = lint(copy)
    assert result.returncode == 0, result.stdout
    assert "0 broken" in result.stdout


@pytest.mark.heavy
@pytest.mark.parametrize("contract", VIOLATIONS)
def test_a_violation_is_seen(copy: Path, contract: str) -> None:
    name, line = VIOLATIONS[contract]
    path = copy / name
    before = path.read_text(encoding="utf-8") if path.exists() else None
    path.write_text(f"{before or ''}\n{line}\n", encoding="utf-8")
    try:
        result = lint(copy)
    finally:
        path.write_text(before, encoding="utf-8") if before is not None else path.unlink()
    assert result.returncode == 1, result.stdout
    assert f"{name_of(contract)} BROKEN" in result.stdout
