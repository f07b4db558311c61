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


REFERENCES = pytest.mark.parametrize("page", ["commands.md", "lenh.md"])  # one in English, its twin in Vietnamese


def reference_of(page: str) -> str:
    return (ROOT / "docs/reference" / page).read_text()


def options_of_commands() -> dict[str, set[str]]:
    """Each command with its own options; those of every command stand before the table."""
    commands = next(action for action in build_parser()._actions if action.dest == "command")
    assert isinstance(commands.choices, dict)
    every = {"--data", "--commune", "-h", "--help"}
    options = {
        name: {action.option_strings[0] for action in parser._actions if action.option_strings} - every
        for name, parser in commands.choices.items()
    }
    return {**options, "test": set()}


@REFERENCES
def test_every_command_and_option_is_in_both_references_and_nothing_else(page: str) -> None:
    table = reference_of(page).split("\n## ")[0]
    calls = re.findall(r"^\| `(\w+)((?:\\\||[^`|])*)` \|", table, re.MULTILINE)
    said = {name: set(re.findall(r"(?<![\w-])--?[a-z][\w-]*", words)) for name, words in calls}
    assert said == options_of_commands()
    assert re.search(r"`\./loa \[--data \S+\] \[--commune \S+\] ", table)


def test_both_references_say_the_same_in_the_same_order() -> None:
    english, vietnamese = reference_of("commands.md"), reference_of("lenh.md")
    for table, heads in ((1, ("command", "lệnh")), (2, ("name", "tên"))):
        rows = [table_under(text, head)[1:] for text, head in zip((english, vietnamese), heads, strict=True)]
        first = [[re.split(r"[ `]", row[0].strip("`"))[0] for row in page] for page in rows]
        assert first[0] == first[1], table
    folders = [re.findall(r"`([\w.-]+/|loa\.sqlite3)` ", text.split("## ")[2]) for text in (english, vietnamese)]
    assert folders[0] == folders[1]
    codes = [set(re.findall(r"`[a-z_]+`", text)) for text in (english, vietnamese)]
    assert codes[0] == codes[1]


@pytest.mark.parametrize("name", ["README.md", "README.vi.md"])
def test_both_readmes_start_with_the_two_commands(name: str) -> None:
    text = (ROOT / name).read_text()
    commands = re.findall(r"^    (\./loa \w+)", text, re.MULTILINE)
    assert commands[:2] == ["./loa demo", "./loa test"]


def test_both_pages_of_the_reading_name_the_same_things() -> None:
    """Keys, values, rules and notices are code: they stand in both, whatever the words around them."""
    pages = [reference_of(page) for page in ("extraction.md", "ban-doc.md")]
    english, vietnamese = (set(re.findall(r"`([a-z][\w.:,-]*)`", page)) for page in pages)
    assert len(english) > 80
    assert english == vietnamese


@REFERENCES
def test_every_environment_variable_is_in_the_reference(page: str) -> None:
    reference = reference_of(page)
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
