"""Printed lines joined into paragraphs, with the line of every letter kept.

A line break is a paragraph's end or only the width of the page. Which of the two is told by the document itself:
whether blank lines part its paragraphs, how wide its lines run, and whether the next word would still have fitted.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .cleaning import NUMBER_FOLLOWS, Row
from .numbering import marker_of, words_after
from .wording import TERMINAL, folded, is_bullet, is_upper, starts_lower, without_bullet

_WRAP_LIMIT = 140  # an A4 line of 13-point type holds about 80 letters; longer lines are whole paragraphs
_LEFT_OPEN = re.compile(
    r"(?:\b(?:va|cua|cac|voi|cho|ve|tai|tren|trong|theo|la|do|tu|nhung)|"
    r"[.)/]\s(?:de nghi |moi )?(?:so|bo|ban|phong|hoi|doan|cuc|vien))$"
)
_LONGEST_NUMBER = 20
_FEW = 12  # pairs of lines; in more of them some line begins inside a sentence, if lines are broken at all
_NARROWEST = 60  # no page is narrower; a document of short lines does not break them


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words that belong together; `starts` holds (offset, line number) of each printed line in `text`."""

    text: str
    starts: tuple[tuple[int, int], ...]
    is_bold: bool = False
    gap: bool = False

    @property
    def line_from(self) -> int:
        return self.starts[0][1]

    @property
    def line_to(self) -> int:
        return self.starts[-1][1]

    def lines_of(self, start: int, end: int) -> tuple[int, int]:
        """The first and last line on which `text[start:end]` stands."""
        offsets = [offset for offset, _ in self.starts]
        first = max(bisect_right(offsets, start) - 1, 0)
        last = max(bisect_right(offsets, max(end - 1, start)) - 1, first)
        return self.starts[first][1], self.starts[last][1]


@dataclass(frozen=True, slots=True)
class Layout:
    """How this document breaks its lines."""

    wrapped: bool
    gaps_part: bool
    width: int
    width_holds: bool


def layout_of(rows: Sequence[Row]) -> Layout:
    """Measure the line breaks of `rows`."""
    lengths = sorted(len(row.text) for row in rows) or [0]
    width = max(lengths[int(len(lengths) * 0.9)], _NARROWEST)
    pairs = [(before, row) for before, row in pairwise(rows) if row.cell == before.cell]
    gaps = [row for _, row in pairs if row.gap]
    carried = [row for row in gaps if _carries_on(row)]
    joined = [(before, row) for before, row in pairs if _carries_on(row)]
    early = [pair for pair in joined if _would_have_fitted(*pair, width=width)]
    return Layout(
        wrapped=width <= _WRAP_LIMIT and (len(pairs) < _FEW or len(joined) * 50 >= len(pairs)),
        gaps_part=len(gaps) * 8 >= len(pairs) and len(carried) * 33 <= len(gaps),
        width=width,
        width_holds=len(early) * 10 <= len(joined),
    )


def paragraphs_of(rows: Sequence[Row], layout: Layout | None = None) -> list[Paragraph]:
    """Join `rows` into paragraphs."""
    layout = layout or layout_of(rows)
    return [_paragraph(group) for group in _groups(rows, layout)]


def _groups(rows: Sequence[Row], layout: Layout) -> Iterator[list[Row]]:
    group: list[Row] = []
    for row in rows:
        if group and _begins(group, row, layout=layout):
            yield group
            group = []
        group.append(row)
    if group:
        yield group


def _begins(group: list[Row], row: Row, *, layout: Layout) -> bool:
    """`row` opens a new paragraph after the rows of `group`."""
    last = group[-1]
    if row.cell != last.cell:
        return True
    if len(group) == 1 and _is_bare_number(last) and marker_of(row.text) is None:
        return False
    if _is_item(row, last, layout=layout):
        return True
    if starts_lower(row.text) or last.text in {"-", "+", "–"}:
        return False
    if _continues_capitals(group, row) or _finishes_number(last, row) or _is_left_open(last, row):
        return False
    if not layout.wrapped:
        return True
    if row.gap and layout.gaps_part:
        return not _continues_heading(group, row)
    return _breaks_line(last, row, layout=layout)


def _breaks_line(last: Row, row: Row, *, layout: Layout) -> bool:
    fitted = layout.width_holds and _would_have_fitted(last, row, width=layout.width)
    if (last.closes_bold and not row.is_bold) or _stands_alone(last, row, layout=layout):
        return True
    if last.text.endswith(TERMINAL):
        return row.gap or fitted or (not layout.gaps_part and last.text.endswith((".", ":")))
    return fitted and not layout.gaps_part


def _is_item(row: Row, last: Row, *, layout: Layout) -> bool:
    full = layout.width_holds and not _would_have_fitted(last, row, width=layout.width + 6)
    ended = last.text.endswith(TERMINAL)
    if is_bullet(row.text):
        rest = without_bullet(row.text)
        if last.text[-1].isdigit() and rest[0].isdigit():
            return False
        return ended or row.gap or not (starts_lower(rest) or full)
    if marker_of(row.text) is None:
        return False
    if row.text[0] == "(":
        return ended or row.gap
    return ended or (row.gap and layout.gaps_part) or not NUMBER_FOLLOWS.search(folded(last.text))


def _is_bare_number(row: Row) -> bool:
    """`Phần thứ nhất` alone on its line: the heading follows on the next."""
    marker = marker_of(row.text) if len(row.text) < _LONGEST_NUMBER else None
    return marker is not None and not words_after(row.text, marker)


def _continues_heading(group: list[Row], row: Row) -> bool:
    """A heading in bold type that the copy cut in two: `1. Đề nghị Hội` / `Liên hiệp …`, both bold."""
    whole = all(item.is_bold for item in group) and group[-1].closes_bold and row.is_bold
    return whole and marker_of(group[0].text) is not None and not group[-1].text.endswith(TERMINAL)


def _continues_capitals(group: list[Row], row: Row) -> bool:
    """`I. MỤC` / `ĐÍCH, YÊU CẦU`: a numbered heading in capitals, and capitals right under it."""
    if row.gap or not is_upper(row.text) or group[-1].text.endswith(TERMINAL):
        return False
    return all(is_upper(item.text) for item in group) and marker_of(group[0].text) is not None


def _finishes_number(last: Row, row: Row) -> bool:
    """`trước ngày` / `30/9/2025`, or `giai đoạn 2026` / `- 2030`."""
    if is_bullet(row.text):
        return last.text[-1].isdigit() and without_bullet(row.text)[0].isdigit()
    if not row.text[0].isdigit() or marker_of(row.text) is not None:
        return False
    return NUMBER_FOLLOWS.search(folded(last.text)) is not None


def _is_left_open(last: Row, row: Row) -> bool:
    """No line ends its paragraph in `của` or in a bare `Sở`."""
    return not row.gap and _LEFT_OPEN.search(folded(last.text)) is not None


def _stands_alone(last: Row, row: Row, *, layout: Layout) -> bool:
    """A short numbered heading above a full line, in a document that no blank lines part."""
    if layout.gaps_part or len(last.text) * 5 > layout.width * 2 or len(row.text) * 5 < layout.width * 3:
        return False
    return row.text[0].isupper() and marker_of(last.text) is not None and not last.text.endswith(",")


def _carries_on(row: Row) -> bool:
    return starts_lower(row.text) and marker_of(row.text) is None


def _would_have_fitted(last: Row, row: Row, *, width: int) -> bool:
    words = row.text.split(" ", 2)
    first = " ".join(words[:2]) if is_bullet(row.text) else words[0]
    return len(last.text) + 1 + len(first) <= width - 12


def _paragraph(group: Sequence[Row]) -> Paragraph:
    text, starts = "", []
    for row in group:
        text = f"{text} {row.text}" if text else row.text
        starts.append((len(text) - len(row.text), row.number))
    return Paragraph(text, tuple(starts), is_bold=group[0].is_bold, gap=group[0].gap)
