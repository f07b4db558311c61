"""The plan as Word writes it: styles, a letterhead table, numbers that Word counts, an annex with a task table."""

from __future__ import annotations

import io
from collections.abc import Sequence

from docx import Document
from docx.document import Document as WordDocument
from docx.shared import Pt

from bench.paper import plan


def written_docx() -> bytes:
    """The file's bytes."""
    document = Document()
    _side_by_side(document, [(*plan.ISSUER, plan.NUMBER), (*plan.NATION, plan.PLACE_DATE)])
    for text in (*plan.TITLE, *plan.OPENING):
        _paragraph(document, text)
    counting = None
    for paragraph in plan.body():
        if paragraph.level == 0:
            counting = _new_list(document)
        _paragraph(document, paragraph.text, counting=counting if paragraph.level == 1 else None)
    _paragraph(document, plan.CLOSING)
    _side_by_side(document, [plan.RECIPIENTS, plan.SIGNATURE])
    for text in plan.ANNEX:
        _paragraph(document, text)
    table = document.add_table(rows=0, cols=len(plan.COLUMNS))
    for row in (plan.COLUMNS, *plan.annex()):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _new_list(document: WordDocument) -> str:
    """A list that begins again at 1, of the same form as the style's own."""
    numbering = document.part.numbering_part.element
    own = document.styles["List Number"].element.pPr.numPr.numId.val
    form = next(num.abstractNumId.val for num in numbering.num_lst if num.numId == own)
    new = numbering.add_num(form)
    new.add_lvlOverride(ilvl=0).add_startOverride(1)
    return str(new.numId)


def _paragraph(document: WordDocument, text: str, *, counting: str | None = None) -> None:
    """In several runs, as Word leaves a text that was typed in several goes."""
    paragraph = document.add_paragraph(style="List Number" if counting else "Normal")
    if counting:
        use = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        use.get_or_add_ilvl().val, use.get_or_add_numId().val = 0, int(counting)
    letters = text.split(" ")
    for at in range(0, len(letters), 12):
        run = paragraph.add_run(" ".join(letters[at : at + 12]) + (" " if at + 12 < len(letters) else ""))
        run.font.name, run.font.size = "Times New Roman", Pt(14)


def _side_by_side(document: WordDocument, columns: Sequence[Sequence[str]]) -> None:
    cells = document.add_table(rows=1, cols=len(columns)).rows[0].cells
    for cell, lines in zip(cells, columns, strict=True):
        cell.text = lines[0]
        for line in lines[1:]:
            cell.add_paragraph(line)
