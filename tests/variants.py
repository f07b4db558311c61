"""Made-up documents in the layouts in which real ones arrive, and what must be read out of each.

`tests/sample/variants/*.txt`: `=== name`, the lines of the document, `---`, then one expected field a line as JSON.
Lines `@head`, `@body` and `@foot` stand for the blocks below.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from loa.documents.ports import ExtractionResult, Line

FOLDER = Path(__file__).resolve().parent / "sample" / "variants"
BLOCKS = {
    "@head": (
        "ỦY BAN NHÂN DÂN\nXÃ ĐỒNG SƯƠNG\nSố: 05/KH-UBND\nĐồng Sương, ngày 05 tháng 9 năm 2025\n"
        "KẾ HOẠCH\nTuyên truyền an toàn trên mạng"
    ),
    "@body": (
        "Thực hiện Kế hoạch số 58/KH-UBND ngày 22/8/2025 của UBND tỉnh Lam Giang;\n"
        "I. MỤC ĐÍCH\n1. Nâng cao nhận thức.\nII. TỔ CHỨC THỰC HIỆN\n1. Công an xã"
    ),
    "@foot": "Nơi nhận:\n- Như trên;\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nLương Văn Khê",
}


@dataclass(frozen=True)
class Variant:
    """One document; `expected` has only the fields that its layout is about."""

    name: str
    lines: tuple[Line, ...]
    expected: dict[str, Any]


def numbered(text: str) -> tuple[Line, ...]:
    return tuple(Line(number, line) for number, line in enumerate(text.split("\n"), start=1))


def variants() -> Iterator[Variant]:
    for path in sorted(FOLDER.glob("*.txt")):
        for part in path.read_text(encoding="utf-8").split("=== ")[1:]:
            name, rest = part.split("\n", 1)
            text, expected = rest.rsplit("\n---\n", 1)
            lines = "\n".join(BLOCKS.get(line, line) for line in text.split("\n"))
            fields = dict(line.split(": ", 1) for line in expected.strip().split("\n"))
            yield Variant(f"{path.stem}: {name}", numbered(lines), {f: json.loads(v) for f, v in fields.items()})


def plain(result: ExtractionResult) -> dict[str, Any]:
    """Every field of a reading by its short name."""
    header = {name: getattr(result.header, name) for name in result.header.__slots__}
    return header | {
        "recipients": list(result.recipients),
        "archive": result.archive,
        "citations": [[citation.symbol, citation.date] for citation in result.citations],
        "outline": [clause.label for clause in result.clauses],
    }
