"""What an app offers says what it does: every service, selector and port, and all that is public there."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from house import SOURCE

OFFERED = ("services", "selectors", "ports")


def offered_files() -> Iterator[Path]:
    for path in sorted(SOURCE.rglob("*.py")):
        parts = path.relative_to(SOURCE).with_suffix("").parts
        if any(part in OFFERED for part in parts) and (path.name != "__init__.py" or path.stat().st_size):
            yield path


def silent(source: str) -> list[str]:
    """What stands in `source` without a docstring: the module, public functions and classes, their public methods."""
    tree = ast.parse(source)
    said = [] if ast.get_docstring(tree) else ["the module"]
    return said + list(_silent(tree.body, ""))


def _silent(body: list[ast.stmt], prefix: str) -> Iterator[str]:
    for node in body:
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) or node.name.startswith("_"):
            continue
        if not ast.get_docstring(node):
            yield prefix + node.name
        if isinstance(node, ast.ClassDef):
            yield from _silent(node.body, f"{node.name}.")


def test_all_that_is_offered_says_what_it_does() -> None:
    found = {path.relative_to(SOURCE).as_posix(): silent(path.read_text(encoding="utf-8")) for path in offered_files()}
    assert {place: names for place, names in found.items() if names} == {}


def test_the_rule_looks_into_every_kind_of_file() -> None:
    places = {path.relative_to(SOURCE).as_posix() for path in offered_files()}
    assert {
        "core/services/audit.py",
        "delivery/selectors/due.py",
        "reports/selectors/ledger.py",
        "channels/ports.py",
    } <= places


def test_the_rule_sees_what_is_silent() -> None:
    source = (
        '"""M."""\nclass A:\n    """A."""\n    def f(self): ...\n    def _g(self): ...\ndef h(): ...\ndef _i(): ...\n'
    )
    assert silent(source) == ["A.f", "h"]
    assert silent("class B: ...\n") == ["the module", "B"]
