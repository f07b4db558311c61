"""The plan as a PDF that Word exports: pages of A4 with their numbers, letterhead and signature in two columns."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import typst

from bench.paper import plan

FONTS = Path(__file__).resolve().parents[2] / "src" / "loa" / "typeset" / "fonts"
_HEAD = """
#set page("a4", margin: (left: 30mm, right: 17mm, y: 20mm), header: context align(center)[#counter(page).display()])
#set text(font: "Tinos", size: 14pt, lang: "vi", hyphenate: false)
#set par(justify: true)
"""


def printed_pdf() -> bytes:
    """The file's bytes."""
    counted = 0
    parts = [_HEAD, _columns([(*plan.ISSUER, plan.NUMBER), (*plan.NATION, plan.PLACE_DATE)])]
    parts += [f"#align(center, {_text(text)})\n" for text in plan.TITLE]
    parts += [_paragraph(text) for text in plan.OPENING]
    for paragraph in plan.body():
        counted = counted + 1 if paragraph.level == 1 else 0 if paragraph.level == 0 else counted
        parts.append(_paragraph(f"{counted}. {paragraph.text}" if paragraph.level == 1 else paragraph.text))
    parts += [_paragraph(plan.CLOSING), _columns([plan.RECIPIENTS, plan.SIGNATURE]), "#pagebreak()\n"]
    parts += [f"#align(center, {_text(text)})\n" for text in plan.ANNEX]
    cells = ", ".join(_text(cell) for row in (plan.COLUMNS, *plan.annex()) for cell in row)
    parts.append(f"#table(columns: {len(plan.COLUMNS)}, {cells})\n")
    made = typst.compile("".join(parts).encode(), font_paths=[FONTS], ignore_system_fonts=True)
    assert isinstance(made, bytes)  # noqa: S101 - one output form, one file
    return made


def _text(text: str) -> str:
    return f"text({json.dumps(text, ensure_ascii=False)})"


def _paragraph(text: str) -> str:
    return f"#par({_text(text)})\n"


def _columns(columns: Iterable[Iterable[str]]) -> str:
    cells = ", ".join(f"[{'#linebreak()'.join('#' + _text(line) for line in lines)}]" for lines in columns)
    return f"#grid(columns: 2, column-gutter: 15mm, align: center, {cells})\n"
