"""The draft of a report for the screen: its blocks, and in them the numbers that are figures, each a link."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from loa.console.reports.claims import Claim, sentence_claims, table_claims
from loa.reports.selectors.sheet import SheetLine
from loa.typeset.official import Block, Heading, OfficialDocument, Paragraph, Row, Table


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of the draft; `figure` is the primary key of the figure that they state, None for plain words."""

    words: str
    figure: int | None = None


@dataclass(frozen=True, slots=True)
class DraftBlock:
    """One block: `kind` is `heading`, `paragraph` or `table`, `level` of a heading, `look` of a paragraph."""

    kind: str
    pieces: tuple[Piece, ...] = ()
    level: int = 0
    look: str = ""
    table: Table | None = None
    rows: tuple[DraftRow, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftRow:
    """One row of a table, cell by cell with its column."""

    is_group: bool
    cells: tuple[tuple[Any, Piece], ...] = field(default=())


def draft_blocks(document: OfficialDocument, lines: Sequence[SheetLine]) -> list[DraftBlock]:
    """The body of `document`, its figures marked by the lines of the report's sheet."""
    sentences = sentence_claims(lines)
    return [_block(block, sentences=sentences, lines=lines) for block in document.body]


def _block(block: Block, *, sentences: Iterable[Claim], lines: Sequence[SheetLine]) -> DraftBlock:
    if isinstance(block, Heading):
        return DraftBlock("heading", (Piece(block.words),), level=block.level)
    if isinstance(block, Paragraph):
        return DraftBlock("paragraph", tuple(_pieces(block.text, sentences)), look=block.look.value)
    claimed = table_claims(block, lines)
    return DraftBlock("table", table=block, rows=tuple(_rows(block, claimed)))


def _pieces(text: str, claims: Iterable[Claim]) -> Iterator[Piece]:
    """`text` cut at the numbers that claims state; a claim counts where its sentence begins as it says."""
    marks = sorted(
        (found.start("words"), found.end("words"), claim.figure)
        for claim in claims
        if text.startswith(claim.opening) and (found := re.search(claim.pattern, text))
    )
    at = 0
    for start, end, figure in marks:
        if start < at:
            continue
        if start > at:
            yield Piece(text[at:start])
        yield Piece(text[start:end], figure)
        at = end
    if at < len(text):
        yield Piece(text[at:])


def _rows(table: Table, claimed: dict[tuple[int, int], int]) -> Iterator[DraftRow]:
    for number, row in enumerate(table.rows):
        columns: Sequence[Any] = (None,) if row.is_group else table.columns
        yield DraftRow(row.is_group, tuple(_cells(row, columns, number=number, claimed=claimed)))


def _cells(
    row: Row, columns: Sequence[Any], *, number: int, claimed: dict[tuple[int, int], int]
) -> Iterator[tuple[Any, Piece]]:
    for index, (column, words) in enumerate(zip(columns, row.cells, strict=True)):
        yield column, Piece(words, claimed.get((number, index)))
