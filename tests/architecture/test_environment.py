"""The environment is read in one place, so that what a machine can change about Loa stands on one page."""

from __future__ import annotations

import ast

from house import SOURCE

READERS = {
    "config/env.py",
    # The language is asked for by every part, also by those that start without Django and below `config` in the order
    # (`loa extract`, the parser's child). It may differ per call and is no setting of an installation.
    "core/language.py",
}
NAMES = {"environ", "environb", "getenv", "getenvb", "putenv", "unsetenv"}


def environment_uses(source: str) -> list[int]:
    """Lines that touch the environment of the process: `os.environ`, `os.getenv`, or either by its own name."""
    found = []
    for node in ast.walk(ast.parse(source)):
        of_os = isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "os"
        by_name = isinstance(node, ast.ImportFrom) and node.module == "os"
        named = {node.attr} if isinstance(node, ast.Attribute) else set()
        if isinstance(node, ast.ImportFrom):
            named = {alias.name for alias in node.names}
        if (of_os or by_name) and named & NAMES:
            found.append(node.lineno)
    return sorted(found)


def test_the_environment_is_read_in_one_place() -> None:
    found = {
        path.relative_to(SOURCE).as_posix(): lines
        for path in sorted(SOURCE.rglob("*.py"))
        if (lines := environment_uses(path.read_text(encoding="utf-8")))
    }
    assert set(found) == READERS, found


def test_the_language_reads_one_variable_and_no_other() -> None:
    assert len(environment_uses((SOURCE / "core/language.py").read_text(encoding="utf-8"))) == 1


def test_the_rule_sees_every_way_in() -> None:
    assert environment_uses("import os\nx = os.environ['A']\ny = os.getenv('A')\nfrom os import environ\n") == [2, 3, 4]
    assert environment_uses("import os\nos.replace('a', 'b')\nenviron = {}\n") == []
