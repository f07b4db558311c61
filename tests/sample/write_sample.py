"""Writes the sample plan as DOCX and PDF beside the `loa` command: `python tests/sample/write_sample.py`.

Both files are committed; write them again only when the words or the layout change.
"""

from __future__ import annotations

import json
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

import plan
import typst
from sample_docx import write_docx

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
TARGET = ROOT / "src" / "loa" / "cli" / "sample"
FONTS = ROOT / "src" / "loa" / "typeset" / "fonts"
WRITTEN_AT = datetime(2025, 9, 3, tzinfo=UTC)  # a fixed instant: writing twice gives the same bytes


def _pdf_inputs() -> dict[str, object]:
    return {
        "issuer": plan.ISSUER,
        "nation": plan.NATION,
        "number": plan.NUMBER,
        "place_date": plan.PLACE_DATE,
        "type": plan.TYPE,
        "title": plan.TITLE,
        "recipients": plan.RECIPIENTS,
        "archive": plan.ARCHIVE,
        "signature": plan.SIGNATURE,
        "signer": plan.SIGNER,
        "body": [[block.kind.name, block.text] for block in plan.BODY],
    }


def write_pdf(target: Path) -> None:
    compiled = typst.compile(
        HERE / "sample.typ",
        font_paths=[FONTS],
        ignore_system_fonts=True,
        sys_inputs={"plan": json.dumps(_pdf_inputs(), ensure_ascii=False)},
        timestamp=int(WRITTEN_AT.timestamp()),
    )
    target.write_bytes(compiled)


def main() -> int:
    TARGET.mkdir(parents=True, exist_ok=True)
    write_docx(TARGET / "ke-hoach-dong-suong.docx", at=WRITTEN_AT)
    write_pdf(TARGET / "ke-hoach-dong-suong.pdf")
    return os.EX_OK


if __name__ == "__main__":
    sys.exit(main())
