"""Beyond two, parameters are given by name: a reader of a call then knows what the third one is."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest
from house import ROOT

MAX_BY_POSITION = 2  # `self` and `cls` not counted
FOLDERS = ("src/loa", "player/loa_player")
# Called by somebody else's code, which passes all by position.
FOREIGN = {
    "src/loa/adapters/voice_espeak/child.py": {"_take"},  # espeak-ng, from C
    "src/loa/console/messages/filters.py": {"with_words"},  # django-filter
    "src/loa/portal/server.py": {"__call__"},  # ASGI
}


def crowded(source: str) -> list[str]:
    """Functions of `source` that take more than two parameters by position."""
    return [
        function.name
        for function, skipped in _functions(ast.parse(source), in_class=False)
        if len(function.args.posonlyargs + function.args.args) - skipped > MAX_BY_POSITION
    ]


def _functions(node: ast.AST, *, in_class: bool) -> Iterator[tuple[ast.FunctionDef | ast.AsyncFunctionDef, int]]:
    """Every function below `node`, with the number of parameters that Python itself fills."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            is_static = any(isinstance(one, ast.Name) and one.id == "staticmethod" for one in child.decorator_list)
            yield child, int(in_class and not is_static)
            yield from _functions(child, in_class=False)
        else:
            yield from _functions(child, in_class=isinstance(child, ast.ClassDef))


def test_parameters_beyond_two_are_given_by_name() -> None:
    found = {}
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*.py")):
            place = path.relative_to(ROOT).as_posix()
            names = set(crowded(path.read_text(encoding="utf-8"))) - FOREIGN.get(place, set())
            if names and "migrations" not in path.parts:
                found[place] = sorted(names)
    assert found == {}


@pytest.mark.parametrize("place", FOREIGN)
def test_what_foreign_code_calls_is_still_there(place: str) -> None:
    assert FOREIGN[place] <= set(crowded((ROOT / place).read_text(encoding="utf-8")))


def test_the_rule_counts_as_a_caller_does() -> None:
    assert crowded("def f(a, b, c): ...\ndef g(a, b, *, c, d): ...\ndef h(a, b, *rest): ...\n") == ["f"]
    assert crowded("class A:\n  def f(self, a, b): ...\n  def g(self, a, b, c): ...\n") == ["g"]
    assert crowded("class A:\n  @staticmethod\n  def f(a, b, c): ...\n  def g(self):\n    def h(a, b, c): ...\n") == [
        "f",
        "h",
    ]
