"""The body of an administrative document in DOCX: headings, paragraphs, tables."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.table import _Row as RowOfTable

from loa.typeset import docx_parts as parts
from loa.typeset.official import Align, Block, Heading, Paragraph, ParagraphLook, Row, Table

TABLE_SIZE = 12
SIDE_MARGIN = 80  # twentieths of a point, as in the PDF
ALIGNMENTS = {
    Align.LEFT: WD_ALIGN_PARAGRAPH.LEFT,
    Align.CENTER: WD_ALIGN_PARAGRAPH.CENTER,
    Align.RIGHT: WD_ALIGN_PARAGRAPH.RIGHT,
}


def add_block(file: Any, block: Block, *, width_mm: float) -> None:
    """Add `block` at the end of `file`, tables `width_mm` wide."""
    if isinstance(block, Heading):
        file.add_paragraph(block.words, style=f"Heading {block.level}")
    elif isinstance(block, Paragraph):
        _add_paragraph(file, block)
    else:
        _add_table(file, block, width_mm=width_mm)


def _add_paragraph(file: Any, block: Paragraph) -> None:
    words = f"- {block.text}" if block.look is ParagraphLook.BULLET else block.text
    is_note = block.look is ParagraphLook.NOTE
    parts.add_words(
        file.add_paragraph(),
        words,
        size=TABLE_SIZE if is_note else None,
        bold=block.look is ParagraphLook.NOTICE,
        italic=is_note,
    )


def _add_table(file: Any, block: Table, *, width_mm: float) -> None:
    if block.caption:
        caption = parts.plain(file.add_paragraph(), align=WD_ALIGN_PARAGRAPH.CENTER, after=4)
        caption.paragraph_format.keep_with_next = True
        parts.add_words(caption, block.caption, size=TABLE_SIZE, bold=True)
    table = file.add_table(rows=2, cols=len(block.columns), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    parts.set_side_margins(table, SIDE_MARGIN)
    whole = sum(column.share for column in block.columns)
    parts.set_widths(table, [width_mm * column.share / whole for column in block.columns])
    head, pattern = table.rows
    _fill_head(head, block)
    _add_rows(table, pattern._tr, block=block)
    parts.plain(file.add_paragraph(), align=WD_ALIGN_PARAGRAPH.LEFT)


def _fill_head(made: Any, block: Table) -> None:
    parts.repeat_row(made)
    parts.keep_row_whole(made)
    for cell, column in zip(made.cells, block.columns, strict=True):
        _fill_cell(cell, column.title, align=WD_ALIGN_PARAGRAPH.CENTER, bold=True)


def _add_rows(table: Any, blank: Any, *, block: Table) -> None:
    """One row is dressed and copied for all others: python-docx takes a millisecond over every cell it dresses."""
    table._tbl.remove(blank)
    parts.keep_row_whole(RowOfTable(blank, table))
    dressed = deepcopy(blank)
    for cell, column in zip(RowOfTable(dressed, table).cells, block.columns, strict=True):
        _fill_cell(cell, "", align=ALIGNMENTS[column.align])
    for row in block.rows:
        made = deepcopy(blank if row.is_group else dressed)
        table._tbl.append(made)
        if row.is_group:
            _fill_group(RowOfTable(made, table).cells, row.cells[0])
        else:
            _write_cells(made, row)


def _fill_group(cells: Any, words: str) -> None:
    whole = cells[0].merge(cells[-1])
    _fill_cell(whole, words, align=WD_ALIGN_PARAGRAPH.LEFT, bold=True)
    whole.paragraphs[0].paragraph_format.keep_with_next = True


def _write_cells(made: Any, row: Row) -> None:
    for cell, words in zip(made.tc_lst, row.cells, strict=True):
        cell.p_lst[0].r_lst[0].text = words


def _fill_cell(cell: Any, words: str, *, align: WD_ALIGN_PARAGRAPH, bold: bool = False) -> None:
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    paragraph = parts.plain(cell.paragraphs[0], align=align, after=2)
    paragraph.paragraph_format.space_before = 25400  # 2 points in Word's units
    parts.add_words(paragraph, words, size=TABLE_SIZE, bold=bold)
