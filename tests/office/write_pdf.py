"""A plan as the PDF an office prints: A4, 14 pt Tinos, two columns at the top and at the signature, pages numbered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import typst

from .plan_parts import Block, PlanParts

FONTS = Path(__file__).resolve().parents[2] / "src" / "loa" / "typeset" / "fonts"
_PAGE = """
#set page("a4", margin: (top: 20mm, bottom: 20mm, left: 30mm, right: 15mm), header: context {
  if counter(page).get().first() > 1 { align(center, text(13pt, counter(page).display())) }
})
#set text(font: "Tinos", size: 14pt, lang: "vi", hyphenate: false)
#set par(justify: true, leading: 0.55em, spacing: 0.55em + 6pt)
"""
_BODY = "#set par(first-line-indent: (amount: 1.27cm, all: true))\n"


def pdf_of(parts: PlanParts) -> bytes:
    """The bytes of the file, set in the project's own fonts."""
    source = [_PAGE, _letterhead(parts), _title(parts), _BODY]
    source += [_block(block) for block in parts.body]
    source.append(_foot(parts))
    if parts.annex:
        source.append("#page(flipped: true)[\n#set par(first-line-indent: 0pt)\n")
        source += [_block(block) if block.rows else _centred([block.text], "strong") for block in parts.annex]
        source.append("]")
    made = typst.compile("\n".join(source).encode(), font_paths=[FONTS], ignore_system_fonts=True)
    assert isinstance(made, bytes)
    return made


def _string(text: str) -> str:
    return '#"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _stack(lines: Iterable[str], look: str = "[{}]") -> str:
    return " \\ ".join("#" + look.format(_string(text)) if look != "[{}]" else _string(text) for text in lines)


def _rule(length: str) -> str:
    return f"#v(-6pt)#line(length: {length}, stroke: 0.5pt)"


def _letterhead(parts: PlanParts) -> str:
    left = _stack(parts.issuer, "strong[{}]") + _rule("30%")
    right = _stack(parts.motto, "strong[{}]") + _rule("60%")
    number, dated = _stack(parts.number), _stack(parts.place_date, "emph[{}]")
    return (
        "#[#set par(justify: false)\n#set text(13pt)\n#grid(columns: (42%, 58%), align: center, row-gutter: 8pt,\n"
        f"[{left}], [{right}], [{number}], [{dated}])]\n#v(14pt)"
    )


def _centred(lines: Iterable[str], look: str) -> str:
    return f"#[#set par(justify: false)\n#align(center)[{_stack(lines, look + '[{}]')}]]"


def _title(parts: PlanParts) -> str:
    if not parts.kind:
        return "#pad(left: 20%)[" + _stack(parts.addressed) + "]\n#v(8pt)"
    return _centred([parts.kind, parts.title], "strong") + f"\n#align(center)[{_rule('20%')}]\n#v(8pt)"


def _block(block: Block) -> str:
    if block.rows:
        return _table(block.rows)
    words = _string(block.text)
    return f"#strong[{words}]\n" if block.is_heading else f"{words}\n"


def _table(rows: Sequence[Sequence[str]]) -> str:
    width = max(len(row) for row in rows)
    cells = [
        f"table.cell(colspan: {width - len(row) + 1})[{_string(text)}]" if text is row[-1] else f"[{_string(text)}]"
        for row in rows
        for text in row
    ]
    columns = ", ".join(["auto"] + ["1fr"] * (width - 1))
    look = "#set text(12pt)\n#set par(justify: false, first-line-indent: 0pt)\n"
    return f"#[{look}#table(columns: ({columns}), {', '.join(cells)})]"


def _foot(parts: PlanParts) -> str:
    listed = f"#text(12pt)[#emph[#strong[{_stack(parts.recipients[:1])}]]]"
    listed += " \\ #text(11pt)[" + _stack(parts.recipients[1:]) + "]"
    signed = f"{_stack(parts.signature[:-1], 'strong[{}]')} #v(56pt) {_stack(parts.signature[-1:], 'strong[{}]')}"
    return (
        "#v(10pt)\n#[#set par(first-line-indent: 0pt, justify: false)\n#block(breakable: false)[\n"
        f"#grid(columns: (46%, 54%), [{listed}], align(center)[{signed}])]]"
    )
