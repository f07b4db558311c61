"""The paragraphs of a version as one box of text, and back."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from loa.editorial.paragraphs import HEADING, ITEM


def as_text(paragraphs: Sequence[str]) -> str:
    """The paragraphs with an empty line between them; the items of a list stand line under line."""
    if not paragraphs:
        return ""
    rest = (
        ("\n" if before.startswith(ITEM) and after.startswith(ITEM) else "\n\n") + after
        for before, after in pairwise(paragraphs)
    )
    return paragraphs[0] + "".join(rest)


def as_paragraphs(text: str) -> list[str]:
    """The paragraphs of a box: an empty line, a heading (`# `) and a list item (`- `) each begin a new one."""
    paragraphs: list[str] = []
    is_open = False
    for line in (row.strip() for row in text.splitlines()):
        if not line:
            is_open = False
        elif is_open and not line.startswith((HEADING, ITEM)):
            paragraphs[-1] = f"{paragraphs[-1]} {line}"
        else:
            paragraphs.append(line)
            is_open = not line.startswith(HEADING)
    return paragraphs
