"""The documents lead where they say, and nothing of a workplace stands in them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from loa.cli.usage import build_parser
from loa.units.right_words import RIGHT_WORDS
from loa.units.rights import RIGHTS, ROLE_LABELS, Right, Role

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


def table_under(text: str, first_head: str) -> list[list[str]]:
    """The cells of a Markdown table whose heading line begins with `first_head`, heading first, without the rule."""
    lines = text[text.index(f"| {first_head} |") :].split("\n\n")[0].splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [row for row in rows if set("".join(row)) != {"-"}]


def test_the_page_of_roles_says_what_the_table_of_rights_says() -> None:
    text = (ROOT / "docs/reference/roles.md").read_text()
    heads, *rows = table_under(text, "quyền / right")
    roles = [Role(head.strip("`")) for head in heads[3:]]
    assert set(roles) == set(Role)
    said: dict[Role, set[Right]] = {role: set() for role in roles}
    for code, words, _english, *marks in rows:
        right = Right(code.strip("`"))
        assert words == RIGHT_WORDS[right]
        assert set(marks) <= {"được", "–"}
        for role, mark in zip(roles, marks, strict=True):
            said[role] |= {right} if mark == "được" else set()
    assert len(rows) == len(Right)
    assert said == {role: set(rights) for role, rights in RIGHTS.items()}
    assert {Role(code.strip("`")): name for code, name, _who in table_under(text, "vai trò")[1:]} == ROLE_LABELS


def test_every_setting_of_the_reference_stands_where_the_page_says() -> None:
    text = (ROOT / "docs/reference/settings.md").read_text()
    named = re.findall(r"^\|.*\| `([A-Z_]+)` \| `([\w/.]+\.py)` \|$", text, re.MULTILINE)
    assert len(named) >= 30
    for name, path in named:
        source = (ROOT / "src/loa" / path).read_text()
        assert re.search(rf"^{name}\b[^=\n]* = ", source, re.MULTILINE), f"{name} in {path}"
