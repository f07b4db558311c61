"""The sample plan as a Word document: real letterhead table and automatic numbers, laid out by Nghị định 30/2020."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

import plan
from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from plan import Block, Kind

FONT = "Times New Roman"
TOPICS_LIST = "90"
COLUMNS = (Mm(66), Mm(97))
SIGNATURE_COLUMNS = (Mm(78), Mm(85))


def write_docx(target: Path, *, at: datetime) -> None:
    document = Document()
    _set_page(document)
    _add_list(document)
    _letterhead(document)
    _title(document)
    for block in plan.BODY:
        _body_block(document, block)
    _signature(document)
    document.core_properties.title = plan.TITLE
    document.core_properties.author = " ".join(plan.ISSUER)
    document.core_properties.comments = document.core_properties.last_modified_by = ""
    document.core_properties.created = document.core_properties.modified = at
    saved = io.BytesIO()
    document.save(saved)
    target.write_bytes(_with_fixed_times(saved, at))


def _with_fixed_times(saved: io.BytesIO, at: datetime) -> bytes:
    """The same zip file with one time on all its entries, so that writing twice gives the same bytes."""
    fixed = io.BytesIO()
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as copy:
        for entry in source.infolist():
            moved = zipfile.ZipInfo(entry.filename, at.timetuple()[:6])
            moved.compress_type = zipfile.ZIP_DEFLATED
            copy.writestr(moved, source.read(entry))
    return fixed.getvalue()


def _set_page(document: WordDocument) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(17)
    section.header_distance = Mm(10)
    section.different_first_page_header_footer = True
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(14)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    normal.element.rPr.append(_element("w:lang", val="vi-VN"))
    number = section.header.paragraphs[0]
    number.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for part in ("begin", None, "end"):
        run = number.add_run()
        run.font.size = Pt(13)
        if part:
            run._r.append(_element("w:fldChar", fldCharType=part))
        else:
            field = OxmlElement("w:instrText")
            field.text = "PAGE"
            run._r.append(field)


def _element(tag: str, **attributes: str) -> BaseOxmlElement:
    element = OxmlElement(tag)
    for name, text in attributes.items():
        element.set(qn(f"w:{name}"), text)
    return element


def _add_list(document: WordDocument) -> None:
    """One list of Word's own that counts 1., 2., … for the topics."""
    numbering = document.part.numbering_part.element
    rule = _element("w:abstractNum", abstractNumId=TOPICS_LIST)
    rule.append(_element("w:multiLevelType", val="singleLevel"))
    level = _element("w:lvl", ilvl="0")
    for tag, text in (("start", "1"), ("numFmt", "decimal"), ("suff", "space"), ("lvlText", "%1."), ("lvlJc", "left")):
        level.append(_element(f"w:{tag}", val=text))
    rule.append(level)
    numbering.insert(0, rule)
    use = _element("w:num", numId=TOPICS_LIST)
    use.append(_element("w:abstractNumId", val=TOPICS_LIST))
    numbering.append(use)


def _table(document: WordDocument, rows: int, widths: Iterable[Mm]) -> Table:
    table = document.add_table(rows=rows, cols=2)
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width
    return table


def _write(paragraph: Paragraph, text: str, *, size: float, bold: bool = False, italic: bool = False) -> Paragraph:
    run = paragraph.add_run(text)
    run.font.size, run.bold, run.italic = Pt(size), bold, italic
    paragraph.paragraph_format.space_after = Pt(0)
    return paragraph


def _centred(cell: _Cell, text: str, *, size: float, bold: bool = True, italic: bool = False) -> Paragraph:
    first = cell.paragraphs[0]
    paragraph = first if not first.runs else cell.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return _write(paragraph, text, size=size, bold=bold, italic=italic)


def _rule(paragraph: Paragraph, *, side: float) -> None:
    """A short line: the top border of an empty paragraph drawn in from both sides by `side` mm."""
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Mm(side)
    paragraph.paragraph_format.space_before = Pt(2)
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.line_spacing = Pt(6)
    borders = OxmlElement("w:pBdr")
    borders.append(_element("w:top", val="single", sz="6", space="1", color="000000"))
    paragraph._p.get_or_add_pPr().insert_element_before(borders, "w:spacing", "w:ind", "w:jc", "w:rPr")


def _letterhead(document: WordDocument) -> None:
    table = _table(document, 2, COLUMNS)
    left, right = table.rows[0].cells
    for text in plan.ISSUER:
        _centred(left, text, size=13)
    _rule(left.add_paragraph(), side=20)
    _centred(right, plan.NATION[0], size=12)
    _centred(right, plan.NATION[1], size=13)
    _rule(right.add_paragraph(), side=20)
    left, right = table.rows[1].cells
    _centred(left, plan.NUMBER, size=13, bold=False)
    _centred(right, plan.PLACE_DATE, size=13, bold=False, italic=True)


def _title(document: WordDocument) -> None:
    kind = document.add_paragraph()
    kind.paragraph_format.space_before = Pt(12)
    title = document.add_paragraph()
    for paragraph, text in ((kind, plan.TYPE), (title, plan.TITLE)):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _write(paragraph, text, size=14, bold=True)
    line = document.add_paragraph()
    _rule(line, side=58)
    line.paragraph_format.space_after = Pt(4)


def _body_block(document: WordDocument, block: Block) -> None:
    paragraph = document.add_paragraph()
    is_heading = block.kind in (Kind.SECTION, Kind.ITEM)
    _write(paragraph, block.text, size=14, bold=is_heading, italic=block.kind is Kind.BASIS)
    form = paragraph.paragraph_format
    form.first_line_indent = Mm(12.7)
    form.space_before, form.space_after, form.line_spacing = Pt(0), Pt(6), 1.08
    form.keep_with_next = is_heading
    paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT if is_heading else WD_ALIGN_PARAGRAPH.JUSTIFY
    if block.kind is Kind.COUNTED:
        number = OxmlElement("w:numPr")
        number.append(_element("w:ilvl", val="0"))
        number.append(_element("w:numId", val=TOPICS_LIST))
        paragraph._p.get_or_add_pPr().insert_element_before(number, "w:pBdr", "w:spacing", "w:ind", "w:jc", "w:rPr")


def _signature(document: WordDocument) -> None:
    document.paragraphs[-1].paragraph_format.space_after = Pt(12)
    table = _table(document, 1, SIGNATURE_COLUMNS)
    left, right = table.rows[0].cells
    _write(left.paragraphs[0], "Nơi nhận:", size=12, bold=True, italic=True)
    for text in plan.RECIPIENTS:
        _write(left.add_paragraph(), f"- {text};", size=11)
    _write(left.add_paragraph(), f"- Lưu: {plan.ARCHIVE}.", size=11)
    for text in plan.SIGNATURE:
        _centred(right, text, size=14)
    for _blank in range(4):
        _centred(right, " ", size=14)
    _centred(right, plan.SIGNER, size=14)
