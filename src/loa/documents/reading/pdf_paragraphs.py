"""Where paragraphs begin on a PDF page: by the white between lines, the indent of a first line, a last line cut short.

A reader sees those at once; in lines of plain text a blank line has to say it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from loa.documents.reading.pdf_columns import Row, joined
from loa.documents.reading.table_rows import with_next_line

_INDENT = 8.0  # points: the least first-line indent, and the least inward step of a centred line
_CENTRED = 6.0
_WHITE = 1.12  # of the usual distance of two lines
_TYPICAL = 5  # fewer rows show no usual distance
_ITEM = re.compile(r"(?:[-–—+•●▪*➢✓]|[IVXLivxl]+[.)]|\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ][.)]|Điều \d)\s*\S")


@dataclass(frozen=True, slots=True)
class Setting:
    """How pages of one width are set: the edges of the text and the usual distance of two lines (0: unknown)."""

    left: float
    right: float
    pitch: float


def setting_of(pages: Iterable[Sequence[Row]]) -> Setting:
    """Measure the pages of one width by what most of their rows do."""
    lefts: Counter[int] = Counter()
    rights: Counter[int] = Counter()
    pitches: Counter[float] = Counter()
    for rows in pages:
        texts = [row for row in rows if not is_table(row)]
        lefts.update(round(row[0].left) for row in texts)
        rights.update(round(row[-1].right) for row in texts)
        pitches.update(round((one[0].middle - two[0].middle) * 2) / 2 for one, two in pairwise(texts))
    pitch, count = max(pitches.items(), key=lambda item: item[1], default=(0.0, 0))
    return Setting(_outermost(lefts, inwards=1), _outermost(rights, inwards=-1), pitch if count >= _TYPICAL else 0.0)


def _outermost(places: Counter[int], *, inwards: int) -> float:
    """The edge of the text: the outermost place where a fair share of the rows begins (or ends)."""
    total = sum(places.values())
    for place in sorted(places, reverse=inwards < 0):
        if sum(places[place + step] for step in (-1, 0, 1)) >= max(2, total // 10):
            return float(place)
    return float(next(iter(sorted(places, reverse=inwards < 0)), 0))


def is_table(row: Row) -> bool:
    """A table stands among the rows as one piece of several lines, one for each row of the table."""
    return row[0].text.startswith("| ")


def lines_of_block(rows: Sequence[Row], setting: Setting, *, before: Row | None) -> list[str]:
    """The lines of a block, a blank one where a paragraph begins; `before` is the last row of the page before."""
    lines: list[str] = []
    last = before
    for row in rows:
        is_new = last is not None and begins_paragraph(row, last, setting=setting, same_page=last is not before)
        if is_new:
            lines.append("")
        lines += joined(row).split("\n")
        if not is_new and len(lines) > 1:
            lines[-2:] = _mended(lines[-2], lines[-1])
        last = row
    return lines


def begins_paragraph(row: Row, last: Row, *, setting: Setting, same_page: bool) -> bool:
    """Whether `row` begins a paragraph after `last`, the row before it."""
    if is_table(row) or is_table(last):
        return True
    if same_page and setting.pitch and _has_white(row, last, setting=setting):
        return True
    centred = _is_centred(row, setting), _is_centred(last, setting)
    if any(centred):
        return not all(centred)
    if _would_have_fitted(row, last, setting=setting):
        return True
    return _is_indented(row, last, setting=setting)


def _has_white(row: Row, last: Row, *, setting: Setting) -> bool:
    return last[0].middle - row[0].middle > _WHITE * max(setting.pitch, 1.15 * max(row[0].height, last[0].height))


def _is_centred(row: Row, setting: Setting) -> bool:
    left, right = row[0].left - setting.left, setting.right - row[-1].right
    return left > _INDENT and right > _INDENT and abs(left - right) < _CENTRED


def _would_have_fitted(row: Row, last: Row, *, setting: Setting) -> bool:
    """The first word of `row` had room at the end of `last`: the line was ended on purpose."""
    text = row[0].text
    letter = (row[0].right - row[0].left) / max(len(text), 1)
    first = text.split(" ", 1)[0]
    return last[-1].right + letter * (len(first) + 1.5) < setting.right - 1


def _is_indented(row: Row, last: Row, *, setting: Setting) -> bool:
    """A first line stands in from the edge; the further lines of a hanging item do, too, but only those."""
    step = row[0].left - last[0].left
    is_item = _ITEM.match(row[0].text) is not None
    if row[0].text[0].islower() and not is_item:
        return False
    if step > _INDENT and row[0].left > setting.left + _INDENT:
        return is_item or _ITEM.match(last[0].text) is None
    return abs(step) <= _INDENT and row[0].left > setting.left + _INDENT and is_item


def _mended(line: str, rest: str) -> tuple[str, str]:
    """A word broken at the hyphen or stroke in it stands whole on its first line."""
    word, _space, others = rest.partition(" ")
    whole = with_next_line(line, word)
    return (whole, others) if others and len(whole) == len(line) + len(word) else (line, rest)
