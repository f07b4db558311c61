"""Slogans: what is called out to people gives nobody a duty and sets no time."""

from __future__ import annotations

import re

from .body import Passage, is_short
from .wording import folded

_SECTION = re.compile(r"(?:(?:mot so|cac|noi dung|goi y|danh muc|he thong|de xuat)\s)*khau hieu\b")
_CALLS = re.compile(r"!\s*[”\"»]?\s*\.?\s*$")
_QUOTED = re.compile(r"[“\"][^“”\"]{0,300}!\s*[”\"]")
_GIVES = re.compile(r"\b(?:chu tri|phoi hop|giao|de nghi|yeu cau|chiu trach nhiem|treo|hoan thanh)\b|^[^:]{1,40}:")


def is_slogan(passage: Passage) -> bool:
    """A line that calls out, or a line of a section of slogans that gives nothing to anybody."""
    if _CALLS.search(passage.paragraph.text):
        return _QUOTED.search(passage.paragraph.text) is None or passage.words.startswith(("“", '"'))
    listed = not passage.is_heading or passage.item.parent is not None
    return listed and _in_section(passage) and _GIVES.search(folded(passage.words)) is None


def _in_section(passage: Passage) -> bool:
    return any(
        is_short(step.heading) and _SECTION.match(folded(step.heading))
        for step in passage.item.chain[1:] or passage.item.chain
    )


def quoted_slogans(text: str) -> list[tuple[int, int]]:
    """Where `text` quotes what is called out: `treo khẩu hiệu “Ngày 20/11 …!”`."""
    return [found.span() for found in _QUOTED.finditer(text)] if "!" in text else []
