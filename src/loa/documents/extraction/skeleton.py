"""The parts of an administrative page, top to bottom: letterhead, title, body, recipients and signature, annexes.

Nghị định 30/2020/NĐ-CP, Phụ lục I; the Party's guideline prints the same parts in the same order.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .cleaning import Row
from .document_types import type_name_at_start, type_of_heading
from .numbering import Kind, marker_of
from .symbols import OWN_NUMBER
from .wording import folded, is_upper, starts_lower, without_bullet

HEAD_REACH = 60  # a letterhead with its table cells never runs longer
_RECIPIENTS = re.compile(r"(?:ban )?noi nhan\s*(?::|$|\s+(?:tm|kt|tl|tuq|t/m|k/t|q)\b)")
_ADDRESSED = re.compile(r"kinh gui\b")
_AUTHORITY = re.compile(r"(?:(?:TM|KT|TL|TUQ|Q)\.|T/M|K/T|T/L)\s*[A-ZĐỦÂĂÊÔƠƯ]")
_ANNEX = re.compile(r"(?:PHỤ LỤC|Phụ lục|MẪU SỐ|BIỂU MẪU|DANH MỤC KÈM THEO)\b")
_OPENING = re.compile(
    r"(?:can cu|thuc hien|thi hanh|trien khai|nham|de |tren co so|theo|trong thoi gian|thoi gian|ngay|sau khi|qua|nam|"
    r"ubnd|uy ban nhan dan|ban |so |phong |bo |tiep tuc|tiep theo|xet|hien nay|vua qua|huong ung|"
    r"nhan dip|cac |chu tich|thu tuong|kinh gui)"
)


@dataclass(frozen=True, slots=True)
class Skeleton:
    """The rows of each part; `type_row` is the row that names the type, None for a công văn."""

    head: Sequence[Row]
    type_row: Row | None
    title: Sequence[Row]
    body: Sequence[Row]
    tail: Sequence[Row]
    annex: Sequence[Row]


def skeleton_of(rows: Sequence[Row]) -> Skeleton:
    """Cut the rows of a document into its parts."""
    top = _type_index(rows)
    title_end = _title_end(rows, top) if top is not None else _head_end(rows)
    tail_start = _tail_start(rows, title_end)
    annex_start = _annex_start(rows, tail_start)
    return Skeleton(
        head=rows[: top if top is not None else title_end],
        type_row=rows[top] if top is not None else None,
        title=rows[top + 1 : title_end] if top is not None else (),
        body=rows[title_end:tail_start],
        tail=rows[tail_start:annex_start],
        annex=rows[annex_start:],
    )


def _type_index(rows: Sequence[Row]) -> int | None:
    for index, row in enumerate(rows[:HEAD_REACH]):
        if _ADDRESSED.match(folded(row.text)) or _is_first_item(row):
            return None
        if is_upper(row.text) and type_of_heading(row.text):
            return index
    return _type_with_title(rows)


def _type_with_title(rows: Sequence[Row]) -> int | None:
    """`KẾ HOẠCH Tuyên truyền …` on one line, behind the number."""
    numbered = False
    for index, row in enumerate(rows[:HEAD_REACH]):
        numbered = numbered or OWN_NUMBER.search(row.text) is not None
        name = type_name_at_start(row.text)
        if numbered and name and name.isupper():
            return index
    return None


def _is_first_item(row: Row) -> bool:
    marker = marker_of(row.text)
    return marker is not None and marker.parts[0] == 1 and marker.kind in (Kind.ROMAN, Kind.ARABIC, Kind.DIEU)


def _title_end(rows: Sequence[Row], top: int) -> int:
    """The index behind the last row of the subject under the type."""
    end = top + 1
    capitals = end < len(rows) and is_upper(rows[end].text)
    while end < min(len(rows), top + 12):
        row = rows[end]
        if marker_of(row.text) or row.text.startswith(("(", "-")):
            break
        if end > top + 1 and _leaves_title(row, capitals=capitals):
            break
        end += 1
    return end


def _leaves_title(row: Row, *, capitals: bool) -> bool:
    if capitals:
        return not is_upper(row.text) and not _is_number_like(row.text)
    if starts_lower(row.text):
        return False
    return row.gap or _OPENING.match(folded(row.text)) is not None


def _is_number_like(text: str) -> bool:
    return not any(letter.isalpha() and letter.islower() for letter in text)


def _head_end(rows: Sequence[Row]) -> int:
    """For a công văn: behind `Kính gửi` and the list of those addressed."""
    for index, row in enumerate(rows[:HEAD_REACH]):
        if not _ADDRESSED.match(folded(row.text)):
            continue
        end = index + 1
        while end < len(rows) and _is_addressee(rows[end], rows[end - 1]):
            end += 1
        return end
    for index, row in enumerate(rows[:HEAD_REACH]):
        if _is_first_item(row):
            return index
    return min(len(rows), _after_date(rows))


def _is_addressee(row: Row, before: Row) -> bool:
    if row.text.startswith(("-", "–", "+")):
        return True
    return not row.gap and row.cell == before.cell and (starts_lower(row.text) or before.text.endswith(","))


def _after_date(rows: Sequence[Row]) -> int:
    for index, row in enumerate(rows[:HEAD_REACH]):
        if OWN_NUMBER.search(row.text):
            return index + 1
    return 0


def _tail_start(rows: Sequence[Row], body_start: int) -> int:
    for index in range(body_start, len(rows)):
        if _RECIPIENTS.match(folded(without_bullet(rows[index].text))):
            return _signature_before(rows, index, body_start=body_start)
    for index in range(len(rows) - 1, body_start - 1, -1):
        if _AUTHORITY.match(rows[index].text) and is_upper(rows[index].text):
            return _first_of_run(rows, index)
    return len(rows)


def _signature_before(rows: Sequence[Row], index: int, *, body_start: int) -> int:
    """Some copies print the signature before the recipients."""
    first = index
    for back in range(index - 1, max(index - 7, body_start) - 1, -1):
        if is_upper(rows[back].text) and _AUTHORITY.match(rows[back].text):
            first = back
    return first


def _first_of_run(rows: Sequence[Row], index: int) -> int:
    while index and _AUTHORITY.match(rows[index - 1].text) and is_upper(rows[index - 1].text):
        index -= 1
    return index


def _annex_start(rows: Sequence[Row], tail_start: int) -> int:
    for index in range(tail_start + 1, len(rows)):
        if _ANNEX.match(rows[index].text) or (index > tail_start + 2 and type_of_heading(rows[index].text)):
            return index
    return len(rows)
