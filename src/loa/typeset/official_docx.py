"""The DOCX of an administrative document, for the officer to finish: number, date, signer."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

import docx
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from loa.typeset import docx_parts as parts
from loa.typeset.docx_blocks import add_block
from loa.typeset.official import (
    BOTTOM_MM,
    LEFT_MM,
    PAGE_MM,
    RIGHT_MM,
    STATE_MOTTO,
    STATE_NAME,
    TOP_MM,
    OfficialDocument,
    printable_model,
)

TEXT_MM = PAGE_MM[0] - LEFT_MM - RIGHT_MM
ISSUER_MM = 62
STATE_MM = TEXT_MM - ISSUER_MM
CENTER, LEFT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.LEFT


def official_docx(document: OfficialDocument) -> bytes:
    """`document` as DOCX, the same bytes for the same document.

    :raises UnprintableText: a letter that the fonts of administrative documents lack.
    """
    document = printable_model(document)
    file = docx.Document()
    _set_styles(file)
    _set_section(file.sections[0])
    _set_properties(file, document)
    _add_letterhead(file, document)
    _add_title(file, document)
    _add_receivers(file, document)
    for line in document.ground_lines:
        parts.add_words(file.add_paragraph(), line, italic=True)
    for block in document.body:
        add_block(file, block, width_mm=TEXT_MM)
    file.paragraphs[-1].paragraph_format.keep_with_next = True
    _add_closing(file, document)
    _add_annexes(file, document)
    out = io.BytesIO()
    file.save(out)
    return parts.with_fixed_times(out.getvalue())


def _set_styles(file: Any) -> None:
    normal = file.styles["Normal"]
    parts.dress_style(normal, size=14)
    form = normal.paragraph_format
    form.alignment, form.first_line_indent = WD_ALIGN_PARAGRAPH.JUSTIFY, Mm(12.7)
    form.space_before, form.space_after, form.line_spacing = Pt(0), Pt(6), 1.0
    form.widow_control = True
    normal.element.get_or_add_rPr().append(parts.element("lang", val="vi-VN", eastAsia="vi-VN"))
    for level in (1, 2, 3):
        style = file.styles[f"Heading {level}"]
        parts.dress_style(style, size=14, bold=level < 3)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(6), Pt(6)
        style.paragraph_format.keep_with_next = True
    parts.dress_style(file.styles["Header"], size=13)


def _set_section(section: Any) -> None:
    section.page_width, section.page_height = Mm(PAGE_MM[0]), Mm(PAGE_MM[1])
    section.top_margin, section.bottom_margin = Mm(TOP_MM), Mm(BOTTOM_MM)
    section.left_margin, section.right_margin = Mm(LEFT_MM), Mm(RIGHT_MM)
    section.header_distance = Mm(10)
    section.different_first_page_header_footer = True
    number = parts.plain(section.header.paragraphs[0], align=CENTER)
    parts.add_page_number(number, size=13)


PROPERTY_LETTERS = 255  # the most that a property of the package may hold


def _set_properties(file: Any, document: OfficialDocument) -> None:
    """Who and what; the time is the document's own month, since the clock has no place in the bytes."""
    written = datetime(document.date.year, document.date.month or 1, document.date.day or 1)  # noqa: DTZ001
    properties = file.core_properties
    properties.title = f"{document.doc_type} {document.subject}"[:PROPERTY_LETTERS]
    properties.author = properties.last_modified_by = document.issuer_name[:PROPERTY_LETTERS]
    properties.comments, properties.language = "", "vi-VN"
    properties.created = properties.modified = written


def _add_letterhead(file: Any, document: OfficialDocument) -> None:
    table = file.add_table(rows=2, cols=2)
    parts.set_side_margins(table, 0)
    parts.set_widths(table, [ISSUER_MM, STATE_MM])
    issuer, state = table.rows[0].cells
    lines = [(document.parent_issuer, False)] if document.parent_issuer else []
    _add_ruled_lines(issuer, [*lines, *((line, True) for line in document.issuer)], share=0.5, room_mm=ISSUER_MM)
    _add_ruled_lines(state, [(STATE_NAME, True), (STATE_MOTTO, True)], share=1, room_mm=STATE_MM, last_size=14)
    number, date = table.rows[1].cells
    parts.add_words(parts.plain(number.paragraphs[0], align=CENTER), document.number_line, size=13)
    parts.add_words(parts.plain(date.paragraphs[0], align=CENTER), document.date_line, size=14, italic=True)


def _add_ruled_lines(
    cell: Any, lines: list[tuple[str, bool]], *, share: float, room_mm: float, last_size: float = 13
) -> None:
    """Centred lines of a letterhead, and under the last a rule of `share` of its width."""
    for index, (words, is_bold) in enumerate(lines):
        paragraph = cell.paragraphs[0] if index == 0 else cell.add_paragraph()
        size = last_size if index == len(lines) - 1 else 13
        parts.add_words(parts.plain(paragraph, align=CENTER), words, size=size, bold=is_bold)
    last, is_bold = lines[-1]
    length = parts.text_width_mm(last, size=last_size, bold=is_bold) * share
    parts.add_rule(cell, length_mm=length, room_mm=room_mm, after=4)


def _add_title(file: Any, document: OfficialDocument) -> None:
    kind = parts.plain(file.add_paragraph(), align=CENTER)
    kind.paragraph_format.space_before = Pt(14)
    parts.add_words(kind, document.doc_type, bold=True)
    subject = parts.plain(file.add_paragraph(), align=CENTER)
    subject.paragraph_format.left_indent = subject.paragraph_format.right_indent = Mm(8)
    parts.add_words(subject, document.subject, bold=True)
    parts.add_rule(file, length_mm=45, room_mm=TEXT_MM, after=12)


def _add_receivers(file: Any, document: OfficialDocument) -> None:
    lines = document.receivers
    for index, words in enumerate(lines):
        align = CENTER if len(lines) == 1 else LEFT
        paragraph = parts.plain(file.add_paragraph(), align=align, after=12 if index == len(lines) - 1 else 0)
        if len(lines) > 1:
            paragraph.paragraph_format.left_indent = Mm(44 if index else 32)
        parts.add_words(paragraph, words)


def _add_closing(file: Any, document: OfficialDocument) -> None:
    table = file.add_table(rows=1, cols=2)
    parts.set_side_margins(table, 0)
    parts.set_widths(table, [TEXT_MM / 2, TEXT_MM / 2])
    parts.keep_row_whole(table.rows[0])
    left, right = table.rows[0].cells
    head = parts.plain(left.paragraphs[0], align=LEFT)
    head.paragraph_format.space_before = Pt(8)
    parts.add_words(head, "Nơi nhận:", size=12, bold=True, italic=True)
    for line in document.recipient_lines:
        parts.add_words(parts.plain(left.add_paragraph(), align=LEFT), line, size=11)
    for index, line in enumerate(document.signature_lines):
        paragraph = right.paragraphs[0] if index == 0 else right.add_paragraph()
        parts.add_words(parts.plain(paragraph, align=CENTER), line, bold=True)
    right.paragraphs[0].paragraph_format.space_before = Pt(8)
    parts.plain(right.add_paragraph(), align=CENTER).paragraph_format.space_before = Pt(80)  # for hand and seal


def _add_annexes(file: Any, document: OfficialDocument) -> None:
    for index, annex in enumerate(document.annexes):
        section = file.add_section(WD_SECTION.NEW_PAGE)
        section.different_first_page_header_footer = True
        parts.number_from_one(section)
        label = parts.plain(file.add_paragraph(), align=CENTER)
        parts.add_words(label, document.annex_label(index), bold=True)
        parts.add_words(parts.plain(file.add_paragraph(), align=CENTER), annex.title.upper(), bold=True)
        origin = parts.plain(file.add_paragraph(), align=CENTER, after=10)
        parts.add_words(origin, document.annex_origin, size=13, italic=True)
        for block in annex.blocks:
            add_block(file, block, width_mm=TEXT_MM)
