"""The house's sizes: a function has at most 40 lines, a file 300, a file of tests 400.

Written by hand means: not a migration, not a catalogue, not vendored. There is no other exception.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("src/loa", "player", "tests", "bench")
NOT_BY_HAND = {"migrations", "locale", "vendor", "__pycache__"}
MAX_FUNCTION, MAX_FILE, MAX_TEST_FILE = 40, 300, 400


def files_by_hand() -> Iterator[Path]:
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*.py")):
            if not NOT_BY_HAND.intersection(path.relative_to(ROOT).parts):
                yield path


def long_functions(source: str) -> list[str]:
    """Functions beyond the limit, with their length."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > MAX_FUNCTION:
                found.append(f"{node.name} ({length})")
    return found


def test_no_function_is_longer_than_a_screen() -> None:
    found = {str(path.relative_to(ROOT)): long_functions(path.read_text(encoding="utf-8")) for path in files_by_hand()}
    assert {path: names for path, names in found.items() if names} == {}


def test_no_file_is_longer_than_a_reader_holds() -> None:
    found = {}
    for path in files_by_hand():
        name = str(path.relative_to(ROOT))
        lines = len(path.read_text(encoding="utf-8").splitlines())
        if lines > (MAX_TEST_FILE if name.startswith("tests/") else MAX_FILE):
            found[name] = lines
    assert found == {}


def test_the_rule_sees_a_long_function() -> None:
    body = "\n".join(f"    x = {number}" for number in range(MAX_FUNCTION))
    assert long_functions(f"def short() -> None:\n    pass\n\ndef long() -> None:\n{body}\n") == ["long (41)"]
    assert long_functions(f"async def long() -> None:\n{body}\n") == ["long (41)"]


def test_the_rule_looks_at_the_whole_house() -> None:
    tops = {path.relative_to(ROOT).parts[0] for path in files_by_hand()}
    assert {"src", "player", "tests"} <= tops
