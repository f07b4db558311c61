"""A plan as an office types it in Word, laid out by Nghị định 30/2020/NĐ-CP; numbers typed or automatic."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt

from loa.documents.extraction.numbering import Kind

from .plan_parts import Block, PlanParts

CENTRE, BOTH = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY
_LEVELS = (("upperRoman", "%1."), ("decimal", "%2."), ("decimal", "%2.%3."), ("lowerLetter", "%4)"))
_LEVEL_OF = {Kind.ROMAN: 0, Kind.ARABIC: 1, Kind.DECIMAL: 2, Kind.LETTER: 3}


def docx_of(parts: PlanParts, *, automatic: bool = False) -> bytes:
    """The bytes of the document; with `automatic`, numbers are Word's own wherever Word can count them."""
    writer = _Writer(automatic=automatic)
    writer.letterhead(parts)
    for text, is_bold in ((parts.kind, True), (parts.title, True)):
        if text:
            writer.line(text, align=CENTRE, bold=is_bold)
    for text in parts.addressed:
        writer.line(text, align=CENTRE)
    for block in parts.body:
        writer.block(block)
    writer.foot(parts)
    if parts.annex:
        writer.annex(parts.annex)
    target = io.BytesIO()
    writer.document.save(target)
    return target.getvalue()


class _Counting:
    """Word's own counters, so that a number is automatic only where it comes out as printed."""

    def __init__(self) -> None:
        self.now = [0] * len(_LEVELS)

    def would_be(self, level: int) -> int:
        return self.now[level] + 1

    def count(self, level: int, value: int) -> None:
        self.now[level] = value
        self.now[level + 1 :] = [0] * (len(_LEVELS) - level - 1)


class _Writer:
    def __init__(self, *, automatic: bool) -> None:
        self.document = Document()
        self._counting = _Counting() if automatic else None
        self._use = _add_list(self.document) if automatic else 0
        section = self.document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.top_margin = section.bottom_margin = Cm(2)
        section.left_margin, section.right_margin = Cm(3), Cm(1.5)
        _number_pages(section)
        style = self.document.styles["Normal"]
        style.font.name, style.font.size = "Times New Roman", Pt(14)

    def line(self, text: str, *, into: Any = None, **look: Any) -> Any:
        """One paragraph; `look` may say align, bold, italic and size."""
        paragraph = (into or self.document).add_paragraph()
        paragraph.alignment = look.get("align")
        paragraph.paragraph_format.space_after = Pt(0)
        run = paragraph.add_run(text)
        run.bold, run.italic = look.get("bold"), look.get("italic")
        run.font.size = Pt(look["size"]) if "size" in look else None
        return paragraph

    def cell(self, cell: Any, lines: Sequence[str], **look: Any) -> None:
        for text in lines:
            self.line(text, into=cell, **look)
        first = cell.paragraphs[0]
        if len(cell.paragraphs) > 1:
            first._element.getparent().remove(first._element)

    def letterhead(self, parts: PlanParts) -> None:
        table = self.document.add_table(rows=2, cols=2)
        self.cell(table.cell(0, 0), parts.issuer, align=CENTRE, bold=True, size=13)
        self.cell(table.cell(0, 1), parts.motto, align=CENTRE, bold=True, size=13)
        self.cell(table.cell(1, 0), parts.number, align=CENTRE, size=13)
        self.cell(table.cell(1, 1), parts.place_date, align=CENTRE, italic=True, size=13)
        self.document.add_paragraph()

    def block(self, block: Block) -> None:
        if block.rows:
            self.table(block.rows)
            return
        automatic = self._number(block)
        paragraph = self.line(block.words if automatic else block.text, align=BOTH, bold=block.is_heading or None)
        paragraph.paragraph_format.first_line_indent = Cm(1.27)
        paragraph.paragraph_format.space_after = Pt(6)
        if automatic:
            properties = paragraph._element.get_or_add_pPr().get_or_add_numPr()
            properties.get_or_add_ilvl().val, properties.get_or_add_numId().val = automatic

    def _number(self, block: Block) -> tuple[int, int] | None:
        """(level, list) where Word is to count this number."""
        marker, counting = block.marker, self._counting
        level = _LEVEL_OF.get(marker.kind) if marker and counting else None
        if marker is None or counting is None or level is None:
            return None
        value = marker.parts[-1]
        if level == 3:
            if marker.printed == "đ":
                return None
            value = ord(marker.printed) - ord("a") + 1
        if level == 2 and (len(marker.parts) != 2 or marker.parts[0] != counting.now[1]):
            return None
        if counting.would_be(level) != value:
            self._use = _restarted(self.document, level=level, value=value)
        counting.count(level, value)
        return level, self._use

    def table(self, rows: Sequence[Sequence[str]]) -> None:
        width = max(len(row) for row in rows)
        table = self.document.add_table(rows=len(rows), cols=width)
        table.style = "Table Grid"
        for index, row in enumerate(rows):
            cells = table.rows[index].cells
            for column, text in enumerate(row):
                cells[column].paragraphs[0].add_run(text).bold = index == 0 or None
            if len(row) < width:
                cells[len(row) - 1].merge(cells[width - 1])
        repeat = OxmlElement("w:tblHeader")
        table.rows[0]._tr.get_or_add_trPr().append(repeat)

    def foot(self, parts: PlanParts) -> None:
        self.document.add_paragraph()
        table = self.document.add_table(rows=1, cols=2)
        self.cell(table.cell(0, 0), parts.recipients[:1], bold=True, italic=True, size=12)
        for text in parts.recipients[1:]:
            self.line(text, into=table.cell(0, 0), size=11)
        titles, name = parts.signature[:-1], parts.signature[-1:]
        self.cell(table.cell(0, 1), [*titles, "", "", "", *name], align=CENTRE, bold=True)

    def annex(self, blocks: Sequence[Block]) -> None:
        section = self.document.add_section()
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Cm(29.7), Cm(21)
        for block in blocks:
            if block.rows:
                self.table(block.rows)
            else:
                self.line(block.text, align=CENTRE, bold=True)


def _number_pages(section: Any) -> None:
    section.different_first_page_header_footer = True
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = CENTRE
    for kind, text in (("begin", None), (None, " PAGE "), ("separate", None), ("", "2"), ("end", None)):
        run = paragraph.add_run(text if kind == "" else None)
        if kind is None:
            code = OxmlElement("w:instrText")
            code.text = text
            run._element.append(code)
        elif kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._element.append(mark)


def _add_list(document: Any) -> int:
    levels = "".join(
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val="space"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
        for index, (form, text) in enumerate(_LEVELS)
    )
    numbering = document.part.numbering_part.element
    kind = '<w:multiLevelType w:val="multilevel"/>'
    numbering.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{kind}{levels}</w:abstractNum>'))
    return numbering.add_num(90).numId


def _restarted(document: Any, *, level: int, value: int) -> int:
    """Another use of the list that starts again at `value`: what "Set numbering value" writes."""
    use = document.part.numbering_part.element.add_num(90)
    use.add_lvlOverride(ilvl=level).add_startOverride(value)
    return use.numId
