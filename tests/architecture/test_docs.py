"""The documents lead where they say, and nothing of a workplace stands in them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from loa.cli.usage import build_parser

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "player").glob("*.md")])
LINK = re.compile(r"\]\(([^)#\s]+)[^)]*\)")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_to_files(page: Path) -> None:
    for target in LINK.findall(page.read_text()):
        if not target.startswith(("http://", "https://")):
            assert (page.parent / target).exists(), target


def test_every_decision_is_in_the_list() -> None:
    listed = (ROOT / "docs/adr/README.md").read_text()
    pages = sorted((ROOT / "docs/adr").glob("0*.md"))
    assert len(pages) >= 10
    for page in pages:
        assert f"({page.name})" in listed, page.name


def test_every_command_is_in_the_reference_and_in_the_help() -> None:
    reference = (ROOT / "docs/reference/commands.md").read_text()
    commands = next(action for action in build_parser()._actions if action.dest == "command")
    assert commands.choices is not None
    for name in (*commands.choices, "test"):
        assert f"| `{name}" in reference, name


@pytest.mark.parametrize("name", ["README.md", "README.vi.md"])
def test_both_readmes_start_with_the_two_commands(name: str) -> None:
    text = (ROOT / name).read_text()
    commands = re.findall(r"^    (\./loa \w+)", text, re.MULTILINE)
    assert commands[:2] == ["./loa demo", "./loa test"]


def test_every_environment_variable_is_in_the_reference() -> None:
    reference = (ROOT / "docs/reference/commands.md").read_text()
    read = set(re.findall(r'"(LOA_[A-Z_]+)"', (ROOT / "src/loa/config/env.py").read_text()))
    assert len(read) >= 3
    for name in read:
        assert f"`{name}`" in reference, name
