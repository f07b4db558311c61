"""One printed line at a time: what is a word of the document and what is only its layout.

Documents arrive as PDF text, as DOCX paragraphs or as text copied from a web page with markdown stars and `|` cells.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from loa.documents.ports import Line

from .wording import folded

_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad]")
_HEADING = re.compile(r"^#{1,6}\s+")
_ESCAPE = re.compile(r"\\([^\w\s])")
_FOOTNOTE = re.compile(r"\s?\[\d{1,3}\](?!\()")
_LONGEST_PAGE_NUMBER = 14
NUMBER_FOLLOWS = re.compile(r"\b(so|khoan|diem|dieu|muc|ngay|thang|nam|quy|bang|phu luc|bieu|thu|khoa|phan|tiet|dot)$")
_RULE = re.compile(r"[\s\-_=.~–—…]+")
_PAGE_NUMBER = re.compile(
    r"(?:[-–]\s?\d{1,3}\s?[-–]|\d{1,3}|(?:Trang|trang|Page)\s\d{1,3}(?:\s?/\s?\d{1,3})?|\d{1,3}\s?/\s?\d{1,3})"
)
_DRAWN = "-_=.~–—…"
_AFTER_DASH = re.compile(r"((?:^|\s)[-–+•])\s+(?=\S)")  # a wide gap behind a dash parts no columns
_COLUMN_GAP = re.compile(r"\t+| {3,}|\s\|\s")


@dataclass(frozen=True, slots=True)
class Row:
    """A line with its words cleaned; `gap` says that blank lines stand before it, `cell` counts table cells."""

    number: int
    text: str
    raw: str
    gap: bool
    cell: int
    is_bold: bool
    closes_bold: bool

    @property
    def columns(self) -> list[str]:
        """The parts of the line that stand in different columns."""
        raw = _AFTER_DASH.sub(r"\1 ", self.raw)
        return [part for part in (clean(piece) for piece in _COLUMN_GAP.split(raw)) if part]


def clean(text: str) -> str:
    """Return the words of one line: NFC, single spaces, no markdown stars, footnote marks or cell borders."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    if "*" in text:
        text = text.replace("*", "")
    if "[" in text:
        text = _FOOTNOTE.sub("", text)
    if "\\" in text or text.startswith("#"):
        text = _ESCAPE.sub(r"\1", _HEADING.sub("", text))
    return " ".join(text.split()).strip(" |")


def is_rule(text: str) -> bool:
    """A line that only draws: dashes, underscores, dots."""
    return text[:1] in _DRAWN and _RULE.fullmatch(text) is not None and text not in {"", "-", "–"}


def without_page_numbers(rows: Sequence[Row]) -> list[Row]:
    """Drop the lines that only number a page; a number that its sentence asks for stays (`Kế hoạch số` / `13`)."""
    kept: list[Row] = []
    for row in rows:
        numbers = len(row.text) <= _LONGEST_PAGE_NUMBER and _PAGE_NUMBER.fullmatch(row.text) is not None
        if not numbers or (kept and NUMBER_FOLLOWS.search(folded(kept[-1].text))):
            kept.append(row)
    return kept


def rows_of(lines: Sequence[Line]) -> list[Row]:
    """Return the rows that carry words, in order; drawn rules, blank lines and cell borders only leave their trace."""
    rows: list[Row] = []
    gap, cell, bold = True, 0, False
    for line in lines:
        text = clean(line.text)
        was_bold = bold
        bold = bold ^ (line.text.count("**") % 2 == 1)
        if not text or is_rule(text):
            gap = True
            cell += "|" in line.text
            continue
        cell += line.text.lstrip().startswith("|")
        is_bold = was_bold or line.text.lstrip().startswith("**")
        closes = is_bold and line.text.rstrip().endswith("**") and not bold
        rows.append(Row(line.number, text, line.text, gap, cell, is_bold, closes))
        gap = False
    return rows
