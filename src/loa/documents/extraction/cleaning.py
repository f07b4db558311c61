"""One printed line at a time: what is a word of the document and what is only its layout.

Documents arrive as PDF text, as DOCX paragraphs or as text copied from a web page with markdown stars and `|` cells.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from loa.documents.ports import Line

_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad]")
_STARS = re.compile(r"\*+")
_FOOTNOTE = re.compile(r"\s?\[\d{1,3}\](?!\()")
_RULE = re.compile(r"[\s\-_=.~–—…]+")
_SPACES = re.compile(r"\s+")
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
        return [part for part in (clean(piece) for piece in _COLUMN_GAP.split(self.raw)) if part]


def clean(text: str) -> str:
    """Return the words of one line: NFC, single spaces, no markdown stars, footnote marks or cell borders."""
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    text = _FOOTNOTE.sub("", _STARS.sub("", text))
    return _SPACES.sub(" ", text).strip(" |")


def is_rule(text: str) -> bool:
    """A line that only draws: dashes, underscores, dots."""
    return bool(text) and _RULE.fullmatch(text) is not None and text not in {"-", "–"}


def rows_of(lines: Sequence[Line]) -> list[Row]:
    """Return the rows that carry words, in order; drawn rules, blank lines and cell borders only leave their trace."""
    rows: list[Row] = []
    gap, cell, bold = True, 0, False
    for line in lines:
        text = clean(line.text)
        was_bold = bold
        bold = bold ^ (len(re.findall(r"\*\*", line.text)) % 2 == 1)
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
