"""Words as a person reads them, without the marks that a text copied from the web brought along. Pure."""

from __future__ import annotations

import re

from loa.documents.ports import ExtractionResult
from loa.documents.reading.txt import MARKUP

_TABLE_RULE = re.compile(r"[\s|:-]*\|[\s|:-]*")
_HEADING = re.compile(r"^\s*#{1,6}\s+")
_STAR = re.compile(r"\*")
_BULLET = re.compile(r"^\s*\*(?=\s+[^\s*])")
_ESCAPE = re.compile(r"\\([^\w\s])")


def has_marks(read: ExtractionResult) -> bool:
    """Whether the document came with such marks; its notice says so."""
    return MARKUP in read.notices


def unmarked(text: str, *, begins_line: bool = True) -> str:
    """`text` without stars, heading signs and cell borders; a star that begins an item of a list stays.

    :param begins_line: whether the text stands at the beginning of its line.
    """
    if begins_line and _TABLE_RULE.fullmatch(text):
        return ""
    bullet = _BULLET.match(text) if begins_line else None
    head, rest = (text[: bullet.end()], text[bullet.end() :]) if bullet else ("", text)
    if begins_line:
        rest = _HEADING.sub("", rest)
    return head + _ESCAPE.sub(r"\1", _STAR.sub("", rest).replace("|", " "))
