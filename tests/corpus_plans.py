"""The real documents as their copied text, and the scorer that comes with them."""

from __future__ import annotations

import importlib.util
import json
import unicodedata
from pathlib import Path
from types import ModuleType
from typing import Any

from loa.documents.ports import Line


def text_lines(path: Path) -> list[Line]:
    text = unicodedata.normalize("NFC", path.read_text(encoding="utf-8"))
    return [Line(number, line) for number, line in enumerate(text.splitlines(), start=1)]


def scorer(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_extraction", shared / "eval" / "score_extraction.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def golds(shared: Path) -> dict[str, dict[str, Any]]:
    return {path.stem: json.loads(path.read_text()) for path in sorted((shared / "corpus" / "gold").glob("*.json"))}
