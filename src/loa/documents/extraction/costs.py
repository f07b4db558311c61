"""Money in a plan: the lines that name sums or where the money comes from, and the rows of cost tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from loa.documents.ports import CostRow

from .body import Passage, is_purpose, is_target, sentences_of
from .money import Sum, bare_sum, source_in, sums_in
from .outline import Item
from .paragraphs import Paragraph
from .table_columns import AMOUNT, CONTENT, SOURCE
from .tables import Table
from .tasks import whole_rows
from .wording import folded

SENTENCE, ROW = "cost.sentence", "cost.row"

_MONEY = re.compile(
    r"kinh phi|chi phi|muc chi|du toan|tong muc|ngan sach|ho tro|thanh toan|thu lao|nhuan but|boi duong"
)
# A quick look before the long one: without any of these no rule below holds.
_SPEAKING = ("kinh phí", "dự toán", "nguồn vốn", "đồng", "triệu", "tỷ", "tỉ", "0đ", "vnđ", "vnd")
_LABEL = re.compile(r"(?:(?:du toan |nguon |tong |muc )?kinh phi[^:.;]{0,40}|du toan[^:.;]{0,30}|nguon von)\s*:")
_NO_COST = re.compile(
    r"\bphat tien\b|xu phat|doanh thu|\bgrdp\b|thu nhap|tro cap|luong toi thieu|thu ngan sach|tang truong|\bdat\b"
)
_DIGIT = re.compile(r"\d")
_OPENS_PART = re.compile(r"(?<=[:;,])\s+|\s+(?=trong đó)")


@dataclass(frozen=True, slots=True)
class FoundCost:
    """A cost line with the letters it was read from, or the lines of its table row."""

    row: CostRow
    line_from: int
    line_to: int
    rule: str
    paragraph: Paragraph | None = None
    start: int = 0
    end: int = 0


def costs_of(passages: Sequence[Passage], tables: Sequence[Table], *, budget: Sequence[Item]) -> list[FoundCost]:
    """Every cost line of the body and of the tables; `budget` are the items whose headings name the money."""
    in_tables = {cell.line_from for table in tables for row in table.rows for cell in row}
    out: list[FoundCost] = []
    for item, group in groupby(passages, key=lambda passage: passage.item):
        is_budget = any(step in budget for step in item.chain)
        speaking = [each for each in group if is_budget or _may_speak(each.paragraph.text)]
        if not speaking or is_purpose(item) or (is_target(item) and not is_budget):
            continue
        for passage in speaking:
            if passage.paragraph.line_from not in in_tables:
                out += _sentences(passage, budget=budget if is_budget else ())
    kept = {(found.row.clause, found.row.text, found.row.amount): found for found in reversed(out)}
    return [*reversed(kept.values()), *(row for table in tables for row in _rows(table, passages))]


def _may_speak(text: str) -> bool:
    small = text.lower()
    return any(word in small for word in _SPEAKING)


def _sentences(passage: Passage, *, budget: Sequence[Item]) -> Iterator[FoundCost]:
    text = passage.paragraph.text
    is_budget = bool(budget)
    for start, end in sentences_of(text, passage.at):
        plain = folded(text[start:end])
        labelled = _LABEL.match(plain) is not None
        speaks = is_budget or labelled or plain.startswith("kinh phi")
        if not (speaks or (_DIGIT.search(plain) and _MONEY.search(plain))):
            continue
        if passage.is_heading and passage.item in budget and _is_bare_heading(text[start:end]):
            continue
        sums = [] if _NO_COST.search(plain) and not is_budget else list(_sums(text, start, end=end))
        if len(sums) > 1:
            yield from _parts(passage, sums, start=start, end=end)
        elif sums or speaks:
            colon = text.find(":", start, end) + 1 if labelled else 0
            source = source_in(text, max(start, colon), end=end)
            if sums or source:
                yield _found(passage, (start, end), found=sums[0] if sums else None, source=source)


def _is_bare_heading(words: str) -> bool:
    """`NGUỒN KINH PHÍ THỰC HIỆN`: names the section, says nothing of it."""
    return words.isupper() or (len(words.split()) <= 8 and not re.search(r"\d|\b(?:từ|bằng|do|trong)\b", words))


def _sums(text: str, start: int, *, end: int) -> Iterator[Sum]:
    for item in sums_in(text[start:end]):
        yield Sum(item.dong, start + item.start, start + item.end)


def _parts(passage: Passage, sums: Sequence[Sum], *, start: int, end: int) -> Iterator[FoundCost]:
    """A sentence with several sums: `Tổng …, trong đó: ngân sách …; xã hội hóa …`, one line a sum."""
    text = passage.paragraph.text
    borders = [found.end() for found in _OPENS_PART.finditer(text, start, end)]
    for index, item in enumerate(sums):
        before = sums[index - 1].end if index else start
        first = max((border for border in borders if before <= border <= item.start), default=before)
        first = before if index == 0 else first
        following = sums[index + 1].start if index + 1 < len(sums) else end
        last = min((border for border in borders if item.end <= border <= following), default=following)
        source = source_in(text, first, end=last)
        yield _found(passage, (first, last), found=item, source=source)


def _found(passage: Passage, span: tuple[int, int], *, found: Sum | None, source: tuple[int, int] | None) -> FoundCost:
    text = passage.paragraph.text
    if source and found and source[0] < found.start < source[1]:
        source = source[0], found.start
    origin = text[slice(*source)].rstrip(" :,;–-(") if source else None
    words = text[slice(*span)].rstrip(" .;:,–-/…(")
    start = span[0] + len(words) - len(words.lstrip(" -–+,;:"))
    end = span[0] + len(words)
    first, last = passage.paragraph.lines_of(start, end)
    row = CostRow(passage.item.label, text[start:end], found.dong if found else None, origin)
    return FoundCost(row, first, last, SENTENCE, passage.paragraph, start, end)


def _rows(table: Table, passages: Sequence[Passage]) -> Iterator[FoundCost]:
    if not table.columns.is_costs:
        return
    content, amount = table.columns.at(CONTENT), table.columns.at(AMOUNT)
    source = table.columns.at(SOURCE)
    for row in whole_rows(table):
        if content is None or amount is None or amount >= len(row):
            continue
        value = bare_sum(row[amount].text, scale=table.columns.scale)
        words = row[content].text or " ".join(cell.text for cell in row[:amount] if cell.text)
        if value is None or not words:
            continue
        first, last = min(cell.line_from for cell in row), max(cell.line_to for cell in row)
        given = row[source].text if source is not None and source < len(row) else ""
        yield FoundCost(
            CostRow(table.annex or _clause_at(passages, first), words, value, given or None), first, last, ROW
        )


def _clause_at(passages: Sequence[Passage], line: int) -> str:
    """The item that is open on that line."""
    return next((each.item.label for each in reversed(passages) if each.paragraph.line_from <= line), "")
