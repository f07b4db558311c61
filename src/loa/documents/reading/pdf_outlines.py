"""Pages whose letters are drawn: a print shop or a design program turned them to outlines, and no text is left."""

from __future__ import annotations

from typing import Any

import pypdfium2.raw as pdfium

FEW_LETTERS = 40  # with fewer, what a page says is not in its text
MANY_CURVES = 250  # a line of drawn letters has about as many; a frame or a diagram seldom
_MOST_SEGMENTS = 200_000  # looked at on one page


def is_outlined(page: Any, letters: int) -> bool:
    """Whether the page, of so many letters of text, draws far more curves than a page without words has."""
    if letters >= FEW_LETTERS:
        return False
    curves = looked_at = 0
    for path in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_PATH,), max_depth=3):
        count = pdfium.FPDFPath_CountSegments(path.raw)
        for index in range(count):
            segment = pdfium.FPDFPath_GetPathSegment(path.raw, index)
            curves += pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_BEZIERTO
            looked_at += 1
            if curves >= MANY_CURVES:
                return True
            if looked_at >= _MOST_SEGMENTS:
                return False
    return False
