"""What python-docx lacks: fonts for all scripts, rules of a given length, page fields, repeated rows, fixed bytes."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from PIL import ImageFont

from loa.typeset.text import FONT_FILES

FONT_NAME = "Times New Roman"
BLACK = RGBColor(0, 0, 0)
POINTS_PER_MM = 72 / 25.4
FIXED_ZIP_TIME = (1980, 1, 1, 0, 0, 0)


def element(name: str, **attributes: str) -> Any:
    """A `w:` element with `w:` attributes."""
    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def set_fonts(run_properties: Any) -> None:
    """Name the font for Latin, Vietnamese and all other scripts, and no theme font beside it."""
    for old in run_properties.findall(qn("w:rFonts")):
        run_properties.remove(old)
    fonts = element("rFonts", ascii=FONT_NAME, hAnsi=FONT_NAME, eastAsia=FONT_NAME, cs=FONT_NAME)
    run_properties.insert(0, fonts)


def dress_style(style: Any, *, size: float, bold: bool = False, italic: bool = False) -> None:
    """Times New Roman, black, `size` points."""
    set_fonts(style.element.get_or_add_rPr())
    style.font.size, style.font.bold, style.font.italic = Pt(size), bold, italic
    style.font.color.rgb = BLACK


def plain(paragraph: Any, *, align: WD_ALIGN_PARAGRAPH, after: float = 0) -> Any:
    """A paragraph outside the running text: no indent, single lines, `after` points below."""
    form = paragraph.paragraph_format
    form.alignment, form.first_line_indent = align, 0
    form.space_before, form.space_after = Pt(0), Pt(after)
    form.line_spacing_rule = WD_LINE_SPACING.SINGLE
    return paragraph


def add_words(
    paragraph: Any, words: str, *, size: float | None = None, bold: bool = False, italic: bool = False
) -> Any:
    run = paragraph.add_run(words)
    run.bold, run.italic = bold or None, italic or None
    if size is not None:
        run.font.size = Pt(size)
    return paragraph


def text_width_mm(words: str, *, size: float, bold: bool) -> float:
    """How wide `words` come out: our font has the metrics of Times New Roman."""
    return (
        float(_measuring_font("Tinos-Bold.ttf" if bold else "Tinos-Regular.ttf").getlength(words))
        / 1000
        * size
        / POINTS_PER_MM
    )


def add_rule(container: Any, *, length_mm: float, room_mm: float, after: float = 0) -> None:
    """A centred rule of `length_mm` in a space `room_mm` wide, as the top border of an all but empty line."""
    paragraph = plain(container.add_paragraph(), align=WD_ALIGN_PARAGRAPH.CENTER, after=after)
    side = Mm(max(0, (room_mm - length_mm) / 2))
    form = paragraph.paragraph_format
    form.left_indent = form.right_indent = side
    form.space_before, form.line_spacing = Pt(2), Pt(3)
    border = element("pBdr")
    border.append(element("top", val="single", sz="6", space="1", color="000000"))
    _insert_border(paragraph, border)
    add_words(paragraph, "", size=2)


def add_page_number(paragraph: Any, *, size: float) -> None:
    """A field that prints the page's number."""
    run = add_words(paragraph, "", size=size).runs[-1]._r
    for part in (element("fldChar", fldCharType="begin"), _instruction("PAGE"), element("fldChar", fldCharType="end")):
        run.append(part)


def number_from_one(section: Any) -> None:
    """Let the pages of `section` count from 1 (`w:pgNumType` stands before `w:cols`, ECMA-376, CT_SectPr)."""
    section._sectPr.find(qn("w:cols")).addprevious(element("pgNumType", start="1"))


def repeat_row(row: Any) -> None:
    """Print this row again at the top of every page the table reaches."""
    row._tr.get_or_add_trPr().append(element("tblHeader"))


def keep_row_whole(row: Any) -> None:
    row._tr.get_or_add_trPr().insert(0, element("cantSplit"))


def set_widths(table: Any, widths_mm: list[float]) -> None:
    """Fix the columns' widths, in the grid and in every cell, as Word and LibreOffice each read only one of them."""
    table.autofit = False
    for column, width in zip(table.columns, widths_mm, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)


def set_side_margins(table: Any, twentieths: int) -> None:
    """The space left and right of the words in every cell, in twentieths of a point."""
    margins = element("tblCellMar")
    for side in ("left", "right"):
        margins.append(element(side, w=str(twentieths), type="dxa"))
    table._tbl.tblPr.find(qn("w:tblLook")).addprevious(margins)  # the order of CT_TblPr


def with_fixed_times(data: bytes) -> bytes:
    """The same package with every entry's time fixed, so that equal documents are equal bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            entry = zipfile.ZipInfo(name, FIXED_ZIP_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return out.getvalue()


@cache
def _measuring_font(name: str) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(next(path for path in FONT_FILES if path.name == name)), size=1000)


def _instruction(words: str) -> Any:
    made = element("instrText")
    made.set(qn("xml:space"), "preserve")
    made.text = words
    return made


def _insert_border(paragraph: Any, border: Any) -> None:
    """`w:pBdr` must stand before `w:spacing` and `w:ind` (ECMA-376, CT_PPr)."""
    properties = paragraph._p.get_or_add_pPr()
    later = [child for child in properties if child.tag in {qn("w:spacing"), qn("w:ind"), qn("w:jc")}]
    if later:
        later[0].addprevious(border)
    else:
        properties.append(border)
