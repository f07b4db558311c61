"""Rules on modules inside an outside package; import-linter knows `django`, not `django.http`."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest
from house import SOURCE

# module -> where it may be imported (first folder below src/loa, or folder/file)
ALLOWED: dict[str, tuple[str, ...]] = {
    "django.http": ("console", "portal", "api", "config"),
    "django.shortcuts": ("console", "portal", "api", "config"),
    "django.template": ("console", "portal", "api", "config"),
    "django.urls": ("console", "portal", "api", "config"),
    "django.views": ("console", "portal", "api", "config"),
    "django.forms": ("console", "api"),
    "django.db.models.signals": (),
    "django.dispatch": (),
    "urllib.request": ("adapters",),
    "http.client": ("adapters",),
    "smtplib": ("adapters",),
    "ftplib": ("adapters",),
    "starlette": ("portal/server.py",),
    "uvicorn": ("portal/server.py",),
}


def imported(source: str) -> Iterator[str]:
    """Every module a source names, at any depth; `from a import b` names a and a.b."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def misplaced(place: str, source: str) -> list[str]:
    """The modules that `source` imports although it stands at `place` (a path below src/loa)."""
    found = set()
    for name in imported(source):
        for module, places in ALLOWED.items():
            is_it = name == module or name.startswith(f"{module}.")
            if is_it and not any(place == allowed or place.startswith(f"{allowed}/") for allowed in places):
                found.add(module)
    return sorted(found)


def test_screens_signals_and_the_network_stay_in_their_place() -> None:
    found = {
        str(path.relative_to(SOURCE)): names
        for path in sorted(SOURCE.rglob("*.py"))
        if (names := misplaced(path.relative_to(SOURCE).as_posix(), path.read_text(encoding="utf-8")))
    }
    assert found == {}


@pytest.mark.parametrize(
    ("place", "source", "names"),
    [
        ("reports/selectors.py", "from django.template.loader import render_to_string", ["django.template"]),
        ("units/selectors.py", "def f():\n    from django import http", ["django.http"]),
        ("delivery/services/deliver.py", "import urllib.request as r", ["urllib.request"]),
        ("portal/pages.py", "from http import client", ["http.client"]),
        ("campaigns/apps.py", "from django.dispatch import receiver", ["django.dispatch"]),
        ("portal/pages.py", "from django.template.loader import render_to_string", []),
        ("portal/publication.py", "from http.client import HTTPConnection", ["http.client"]),
        ("portal/pages.py", "from urllib.parse import urlsplit", []),
    ],
)
def test_the_rule_sees_a_misplaced_import(place: str, source: str, names: list[str]) -> None:
    assert misplaced(place, source) == names
