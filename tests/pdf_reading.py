"""Looking into a PDF the way a reader's program does: pages, words, where they stand, fonts."""

from __future__ import annotations

import ctypes
import re
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

POINTS_PER_MM = 72 / 25.4


@dataclass(frozen=True)
class PageText:
    words: str
    width_mm: float
    height_mm: float
    boxes: list[tuple[float, float, float, float]]  # left, bottom, right, top of every letter, in millimetres


def read_pages(data: bytes) -> list[PageText]:
    document = pdfium.PdfDocument(data)
    return [_read_page(document[index]) for index in range(len(document))]


def words_of(data: bytes) -> str:
    return " ".join(page.words for page in read_pages(data))


def font_names(data: bytes) -> set[str]:
    """The families of all letters drawn, without the subset's prefix and the style."""
    document = pdfium.PdfDocument(data)
    names = set()
    for index in range(len(document)):
        for found in document[index].get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_TEXT], max_depth=20):
            font = pdfium_c.FPDFTextObj_GetFont(found.raw)
            length = pdfium_c.FPDFFont_GetBaseFontName(font, None, 0)
            buffer = ctypes.create_string_buffer(length)
            pdfium_c.FPDFFont_GetBaseFontName(font, buffer, length)
            names.add(buffer.value.decode().rpartition("+")[2].partition("-")[0])
    return names


def _read_page(page: pdfium.PdfPage) -> PageText:
    text = page.get_textpage()
    width, height = page.get_size()
    boxes = [tuple(value / POINTS_PER_MM for value in text.get_charbox(index)) for index in range(text.count_chars())]
    words = re.sub(r"\s+", " ", text.get_text_range().replace("\u200b", "").replace("\ufffe", ""))
    return PageText(words, width / POINTS_PER_MM, height / POINTS_PER_MM, boxes)
