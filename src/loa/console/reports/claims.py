"""Which words of a draft state which figure. The document's model holds words only, so they are found again by them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loa.reports import indicators as table
from loa.reports.selectors.sheet import SheetLine
from loa.reports.wording import NO_DATA, number_words
from loa.typeset.official import Table

NOT_A_NUMBER = frozenset({NO_DATA, "–", ""})
NUMBERS = ("Kỳ này", "Lũy kế", "Mô phỏng")  # the columns of a table of figures


@dataclass(frozen=True, slots=True)
class Claim:
    """A paragraph that begins with `opening` states the figure where `pattern` finds its group `words`."""

    opening: str
    pattern: str
    figure: int


def sentence_claims(lines: Sequence[SheetLine]) -> list[Claim]:
    """What the sentences of section II say of the figures."""
    return [claim for line in lines for claim in _sentences(line)]


def _sentences(line: SheetLine) -> Iterator[Claim]:
    number = re.escape(number_words(line.figure.value if line.figure.value is not None else line.figure.simulated))
    if line.indicator is table.MESSAGES_APPROVED:
        yield Claim("Trong kỳ có ", rf"^Trong kỳ có (?P<words>{number} tin bài)", line.figure.pk)
    elif line.indicator is table.BROADCAST_MINUTES:
        yield Claim(f"{line.channel_name}: ", rf"tổng thời lượng (?P<words>{number} phút)", line.figure.pk)
    elif line.state:
        label = re.escape(line.label.lower())
        yield Claim(f"{line.channel_name}: ", rf"(?:: |; ){label} (?P<words>{number} lượt)", line.figure.pk)


def table_claims(block: Table, lines: Sequence[SheetLine]) -> dict[tuple[int, int], int]:
    """(row, column) → primary key of the figure, for the tables of topics and of channels; nothing for the others."""
    titles = [column.title for column in block.columns]
    columns = [titles.index(title) for title in NUMBERS if title in titles]
    if not columns:
        return {}
    owners = _topic_owners(block, lines) if "Mục" in titles else _channel_owners(block, lines)
    return {
        (number, column): pk
        for number, pk in owners.items()
        for column in columns
        if block.rows[number].cells[column] not in NOT_A_NUMBER
    }


def _topic_owners(block: Table, lines: Sequence[SheetLine]) -> dict[int, int]:
    """The table of topics has their figures in the order of the sheet."""
    topics = [line.figure.pk for line in lines if line.indicator is table.TOPIC_TOLD]
    return dict(enumerate(topics)) if len(topics) == len(block.rows) else {}


def _channel_owners(block: Table, lines: Sequence[SheetLine]) -> dict[int, int]:
    """The table of channels names each figure under its channel."""
    known = {(line.channel_name, line.label): line.figure.pk for line in lines}
    owners, group = {}, ""
    for number, row in enumerate(block.rows):
        if row.is_group:
            group = row.cells[0]
        elif (group, row.cells[1]) in known:
            owners[number] = known[(group, row.cells[1])]
    return owners
