"""The two marks that a paragraph of a version may begin with, and nothing more.

`# ` is a question or heading over what follows, `- ` is one item of a list. All else is plain text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

HEADING, ITEM = "# ", "- "


class Kind(StrEnum):
    HEADING = "heading"
    LIST = "list"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, one paragraph, or all items of one list."""

    kind: Kind
    texts: tuple[str, ...]


def _kind_of(paragraph: str) -> Kind:
    if paragraph.startswith(HEADING):
        return Kind.HEADING
    return Kind.LIST if paragraph.startswith(ITEM) else Kind.TEXT


def blocks_of(paragraphs: Iterable[str]) -> Iterator[Block]:
    """Group the paragraphs of a version: neighbouring items become one list."""
    for kind, group in groupby(paragraphs, key=_kind_of):
        bare = [paragraph[2:].strip() if kind != Kind.TEXT else paragraph.strip() for paragraph in group]
        if kind == Kind.LIST:
            yield Block(kind, tuple(bare))
        else:
            yield from (Block(kind, (text,)) for text in bare)


def sentences_for_reading(paragraphs: Iterable[str]) -> list[str]:
    """The same words as one line each for plain text and for reading aloud; a list is joined by semicolons."""
    lines: list[str] = []
    for block in blocks_of(paragraphs):
        if block.kind != Kind.LIST:
            lines.append(block.texts[0])
        else:
            items = "; ".join(text.rstrip(".;") for text in block.texts) + "."
            joins = bool(lines) and lines[-1].endswith(":")
            lines[-1:] = [f"{lines[-1]} {items}"] if joins else [*lines[-1:], items]
    return lines
