"""`python -m bench.paper.warm FILE`: the reading process, warm, beside the bare unzip and XML parse of the same file.

Prints one JSON object: medians in milliseconds and the ratio within the pairs; for a PDF only its own time and memory.
"""

from __future__ import annotations

import io
import json
import sys
import zipfile
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from bench.web.timing import WARM_UPS, timed_pairs
from loa.documents.extraction.extract import extract
from loa.documents.reading.powers import give_up_powers
from loa.documents.reading.readers import read_bytes

PAIRS = 15
OPENED = ("_rels/.rels", "word/document.xml", "word/_rels/document.xml.rels", "word/styles.xml", "word/numbering.xml")


def main() -> int:
    """Give up the powers, warm up, measure."""
    path = Path(sys.argv[1])
    data = path.read_bytes()
    give_up_powers()
    figures = _beside_bare_parse(data) if path.suffix == ".docx" else _alone(data)
    print(json.dumps(figures | {"peak_mb": _peak_megabytes()}))  # noqa: T201
    return 0


def _beside_bare_parse(data: bytes) -> dict[str, Any]:
    """Reading, and reading with extraction, beside all XML parts and beside those alone that the reader opens."""
    return {
        "read_all_parts": _pairs(lambda: read_bytes(data), lambda: bare_parse(data)),
        "extract_all_parts": _pairs(lambda: read_and_extract(data), lambda: bare_parse(data)),
        "extract_opened_parts": _pairs(lambda: read_and_extract(data), lambda: bare_parse(data, OPENED)),
    }


def _alone(data: bytes) -> dict[str, Any]:
    return {"extract_read": _pairs(lambda: read_and_extract(data), lambda: read_bytes(data))}


def _pairs(run: Callable[[], object], beside: Callable[[], object]) -> dict[str, float]:
    for _time in range(WARM_UPS):
        run()
        beside()
    return asdict(timed_pairs(run, beside=beside, pairs=PAIRS))


def read_and_extract(data: bytes) -> object:
    """What the reading process does with a file."""
    return extract(read_bytes(data).lines)


def bare_parse(data: bytes, names: tuple[str, ...] | None = None) -> int:
    """The reference: unzip the XML parts and build their trees, nothing more; how many there were."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        parts = [name for name in file.namelist() if name.endswith((".xml", ".rels"))]
        chosen = [name for name in parts if names is None or name in names]
        for name in chosen:
            ElementTree.fromstring(file.read(name))  # noqa: S314 - our own file
    return len(chosen)


def _peak_megabytes() -> float:
    """The most memory that this process ever held, as Linux counts it."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return round(int(line.split()[1]) / 1024, 1)


if __name__ == "__main__":
    sys.exit(main())
