"""Cutting a text into sentences."""

from __future__ import annotations

import re

# Short forms whose dot ends no sentence.
_SHORT = r"(?:TM|KT|TL|TUQ|TP|Tp|TX|Tx|TT|VP|UB|PGS|GS|TS|ThS|Ths|BS|KS|LS|Tr|tr|St|Ô|[A-ZĐ])"
_BLOCK = re.compile(r"\n\s*\n|\n(?=[ \t]*(?:[-–+*•●▪]|\d+(?:\.\d+)*[.)]\s|[a-zđ]\)\s|[IVX]+\.\s))")
_END = re.compile(r"(?:\./\.|[.!?…]+)[\"”’')\]]*(?=\s+|$)")
_SHORT_FORM = re.compile(rf"(?<!\w){_SHORT}\.$")
_NUMBERED_HEAD = re.compile(r"^\s*(?:\d+(?:\.\d+)*|[IVX]+|[a-zđ])\.$")
_OPENING = re.compile(r"\s+[\"“‘'(\[]*[^\W\d_a-zà-ỹđ]|\s+[\"“(]*\d|\s+[-–+*•]\s|\s*$")


def sentences(text: str) -> list[str]:
    """Return the sentences of `text`, spaces tidied; list items and paragraphs end one, a broken line does not."""
    found: list[str] = []
    for block in _BLOCK.split(text):
        found += _cut(" ".join(block.split()))
    return found


def _cut(block: str) -> list[str]:
    parts: list[str] = []
    start = 0
    for match in _END.finditer(block):
        if _ends(block[start : match.end()], block[match.end() :]):
            parts.append(block[start : match.end()].strip())
            start = match.end()
    return [part for part in (*parts, block[start:].strip()) if part]


def _ends(head: str, tail: str) -> bool:
    """A dot ends a sentence unless a short form or a heading number owns it, or small letters go on after it."""
    if _SHORT_FORM.search(head) or _NUMBERED_HEAD.match(head):
        return not tail.strip()
    return _OPENING.match(tail) is not None
