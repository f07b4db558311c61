"""`./loa bench extract`: reading a 20-page plan beside the bare unzip and XML parse of the same file; its memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any

from bench.paper.printed import printed_pdf
from bench.paper.word import written_docx
from loa.cli.bench import ROOT, BenchReport, table_lines
from loa.core.language import gettext as _

MOST_RATIO, MOST_SECONDS, MOST_MEGABYTES = 5.0, 1.0, 256.0
COMMAND_RUNS = 5


def run(_data: Path | None) -> BenchReport:
    """Make both files, read each in a warm process without powers, and time the whole command."""
    with tempfile.TemporaryDirectory(prefix="loa-bench-") as folder:
        docx, pdf = Path(folder) / "ke-hoach.docx", Path(folder) / "ke-hoach.pdf"
        docx.write_bytes(written_docx())
        pdf.write_bytes(printed_pdf())
        figures: dict[str, Any] = {"docx": _warm(docx), "pdf": _warm(pdf)}
        figures["command_seconds"] = {
            path.suffix[1:]: _seconds("-m", "loa", "extract", str(path)) for path in (docx, pdf)
        }
        figures["python_seconds"] = _seconds("-c", "pass")
    return BenchReport(figures=figures, lines=tuple(_lines(figures)))


def _environment() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": os.pathsep.join(str(ROOT / name) for name in ("src", "player", "."))}


def _warm(path: Path) -> dict[str, Any]:
    command = [sys.executable, "-m", "bench.paper.warm", str(path)]
    done = subprocess.run(command, env=_environment(), capture_output=True, text=True, check=True)
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


def _seconds(*words: str) -> float:
    """The median of some whole runs of Python with `words`."""
    taken = []
    for _run in range(COMMAND_RUNS):
        began = time.monotonic()
        subprocess.run([sys.executable, *words], env=_environment(), stdout=subprocess.DEVNULL, check=True)
        taken.append(time.monotonic() - began)
    return round(median(taken), 3)


def _lines(figures: dict[str, Any]) -> list[str]:
    docx, pdf = figures["docx"], figures["pdf"]
    pairs = (
        (_("đọc DOCX / bóc trần mọi phần XML"), docx["read_all_parts"], ""),
        (_("đọc và trích DOCX / bóc trần mọi phần XML"), docx["extract_all_parts"], f"{MOST_RATIO:.1f}"),
        (_("đọc và trích DOCX / bóc trần các phần được mở"), docx["extract_opened_parts"], ""),
        (_("đọc và trích PDF / chỉ đọc PDF"), pdf["extract_read"], ""),
    )
    head = (_("phép đo"), "ms", _("đối chiếu, ms"), _("tỉ lệ"), _("mức"))
    rows = [
        (name, f"{pair['ms']:.1f}", f"{pair['reference_ms']:.1f}", f"{pair['ratio']:.2f}", goal)
        for name, pair, goal in pairs
    ]
    whole = [
        (_("cả lệnh ./loa extract, {form}").format(form=form), f"{seconds:.2f}", f"{MOST_SECONDS:.1f}")
        for form, seconds in figures["command_seconds"].items()
    ]
    whole.append(("python -c pass", f"{figures['python_seconds']:.2f}", ""))
    memory = [(form, f"{figures[form]['peak_mb']:.1f}", f"{MOST_MEGABYTES:.0f}") for form in ("docx", "pdf")]
    return [
        *table_lines(head, rows),
        "",
        *table_lines((_("lệnh"), _("giây"), _("mức")), whole),
        "",
        *table_lines((_("bộ nhớ của tiến trình đọc"), "MB", _("mức")), memory),
    ]
