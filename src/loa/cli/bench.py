"""`./loa bench NAME`: one benchmark of `bench/`, told as a table for people or as JSON for scripts."""

from __future__ import annotations

import ast
import importlib
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from loa.cli.usage import WrongUsage
from loa.core.language import gettext as _

ROOT = Path(__file__).resolve().parents[3]
FOLDER = ROOT / "bench"
ENTRY = "run"


@dataclass(frozen=True, slots=True)
class BenchReport:
    """What a benchmark found: `figures` as plain JSON values, `lines` the same for people."""

    figures: dict[str, Any]
    lines: tuple[str, ...]


def benchmark_names(folder: Path = FOLDER) -> list[str]:
    """The files of `folder` that hold a `run` function of their own, by name."""
    return sorted(path.stem for path in folder.glob("*.py") if _has_entry(path))


def bench_module(name: str) -> ModuleType:
    """A module of `bench/` (`console`, `data.words`), which stands beside the code and is no part of it."""
    if str(ROOT) not in sys.path:
        sys.path.append(str(ROOT))
    return importlib.import_module(f"bench.{name}")


def bench_command(name: str, *, as_json: bool, data: Path | None) -> int:
    """Run the benchmark `name`.

    :param data: where its data is made and kept for the next run; None means a temporary folder.
    :raises WrongUsage: there is no such benchmark.
    """
    names = benchmark_names()
    if name not in names:
        raise WrongUsage(_("không có phép đo {name}; có: {names}").format(name=name, names=", ".join(names) or "-"))
    entry: Callable[[Path | None], BenchReport] = getattr(bench_module(name), ENTRY)
    report = entry(data)
    if as_json:
        print(json.dumps({"name": name, **report.figures}, ensure_ascii=False, indent=1))
    else:
        print("\n".join(report.lines))
    return 0


def table_lines(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Columns side by side under their heads; what ends in a number stands to the right."""
    widths = [max(len(row[at]) for row in (head, *rows)) for at in range(len(head))]
    is_number = [
        bool(rows) and all(row[at][-1:].isdigit() or row[at] in ("", "-") for row in rows) for at in range(len(head))
    ]

    def line(row: Sequence[str]) -> str:
        cells = (
            cell.rjust(width) if right else cell.ljust(width)
            for cell, width, right in zip(row, widths, is_number, strict=True)
        )
        return "  ".join(cells).rstrip()

    return [line(head), line(["-" * width for width in widths]), *(line(row) for row in rows)]


def _has_entry(path: Path) -> bool:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return any(isinstance(node, ast.FunctionDef) and node.name == ENTRY for node in tree.body)
