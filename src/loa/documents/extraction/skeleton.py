"""The parts of an administrative page, top to bottom: letterhead, title, body, recipients and signature, annexes.

Nghị định 30/2020/NĐ-CP, Phụ lục I; the Party's guideline prints the same parts in the same order.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from .cleaning import Row, without_page_numbers
from .document_types import type_name_at_start, type_of_heading
from .numbering import Kind, marker_of
from .signature import NAME, OFFICE_LINE
from .symbols import OWN_NUMBER
from .wording import TERMINAL, folded, is_upper, starts_lower, without_bullet

HEAD_REACH = 60  # a letterhead with its table cells never runs longer
SIGNATURE_REACH = 40  # rows from the end; annexes of a document without recipients are rare
TITLE_REACH = 14  # rows of a subject
_SHORT_TYPE = 5  # words: `KẾ HOẠCH PHỐI HỢP` is hardly more than the type
_LONGEST_TITLE_LINE = 140  # letters; what is longer is a whole paragraph
_RECIPIENTS = re.compile(r"(?:ban )?noi (?:nhan|gui)\s*(?:[:;.,]|$|\s+(?:tm|kt|tl|tuq|t/m|k/t|q)\b|\s+[-–]\s)")
_ADDRESSED = re.compile(r"kinh gui\b")
_AUTHORITY = re.compile(r"(?:T\.?M|K\.?T|TL|TUQ|Q|T/M|K/T|T/L|T/UQ)[./\s]\s?[^\W\d_a-z]|(?:TM|KT|TL|TUQ)\.")
_ANNEX = re.compile(r"(?:PHỤ LỤC|Phụ lục|MẪU SỐ|BIỂU MẪU|DANH MỤC KÈM THEO)\b")
_OPENING = re.compile(
    r"(?:can cu|thuc hien|thi hanh|trien khai|nham|de |tren co so|theo|trong thoi gian|thoi gian|ngay|sau khi|qua|nam|"
    r"ubnd|uy ban nhan dan|ban |so |phong |bo |tiep tuc|tiep theo|xet|hien nay|vua qua|huong ung|"
    r"nhan dip|cac |chu tich|thu tuong|kinh gui|quan triet|phat huy|de chu dong|dang uy|hoi |trung tam)"
)
_SURE_OPENING = re.compile(r"(?:can cu|thuc hien|thi hanh|trien khai|tren co so|theo|xet|kinh gui|quan triet)\b")
_ENACTS = re.compile(
    r"(?:chu tich|uy ban nhan dan|hoi dong nhan dan|thuong truc hoi dong|bo truong|giam doc|thu tuong|tong giam doc|"
    r"hieu truong|cuc truong|truong (?:ban|phong)|chanh (?:van phong|thanh tra)|ban (?:thuong vu|chap hanh)|khoa )"
)
_ENACTING = ("QĐ", "NQ", "NĐ", "TT", "CĐ")  # their issuer stands once more under the subject
_SECTION_NAME = re.compile(
    r"(?:muc dich|muc tieu|quan diem|can cu|phan |chuong |tinh hinh|dat van de|su can thiet|dac diem)"
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
        body=without_page_numbers(rows[title_end:tail_start]),
        tail=rows[tail_start:annex_start],
        annex=rows[annex_start:],
    )


def _type_index(rows: Sequence[Row]) -> int | None:
    numbered = False
    for index, row in enumerate(rows[:HEAD_REACH]):
        if _ADDRESSED.match(folded(row.text)):
            return None
        if _is_first_item(row):
            return _type_with_title(rows[:index])
        numbered = numbered or OWN_NUMBER.search(row.text) is not None
        if type_of_heading(row.text) and (is_upper(row.text) or (numbered and row.text[0].isupper())):
            return index
    return _type_with_title(rows[:HEAD_REACH])


def _type_with_title(rows: Sequence[Row]) -> int | None:
    """`KẾ HOẠCH Tuyên truyền …` on one line, behind the number."""
    numbered = False
    for index, row in enumerate(rows):
        numbered = numbered or OWN_NUMBER.search(row.text) is not None
        name = type_name_at_start(row.text)
        if numbered and name and name.isupper():
            return index
    return None


def _is_first_item(row: Row) -> bool:
    marker = marker_of(row.text)
    return marker is not None and marker.parts[0] == 1 and marker.kind <= Kind.ARABIC


def _title_end(rows: Sequence[Row], top: int) -> int:
    """The index behind the last row of the subject under the type."""
    end = top + 1
    begun = type_of_heading(rows[top].text) is None  # the subject begins on the type's own line
    enacts = type_of_heading(rows[top].text) in _ENACTING
    whole = begun and len(rows[top].text.split()) > _SHORT_TYPE
    capitals = end < len(rows) and is_upper(rows[top if whole else end].text)
    while end < min(len(rows), top + TITLE_REACH):
        row = rows[end]
        if _is_no_title(row, rows[end - 1]):
            break
        if capitals and starts_lower(row.text):
            capitals = row.gap  # `CỦA BAN BÍ THƯ` / `về …`
        if (begun or end > top + 1) and _leaves_title(rows, end, capitals=capitals):
            break
        if enacts and end > top + 1 and _is_issuer_again(rows, end, capitals=capitals):
            break
        end += 1
    return end


def _is_no_title(row: Row, before: Row) -> bool:
    carries_years_on = row.text[:1] in "-–" and row.text[1:].lstrip()[:1].isdigit() and before.text[-1].isdigit()
    return _is_first_item(row) or (row.text.startswith(("(", "-", "–")) and not carries_years_on)


def _leaves_title(rows: Sequence[Row], end: int, *, capitals: bool) -> bool:
    row = rows[end]
    plain = folded(row.text)
    if capitals:
        return not _is_capital(row.text) or (row.gap and _SECTION_NAME.match(plain) is not None)
    if starts_lower(row.text):
        return False
    if len(row.text) > _LONGEST_TITLE_LINE or (rows[end - 1].closes_bold and not row.is_bold):
        return True
    return row.gap or (_OPENING.match(plain) is not None and not _opens_later(rows, end))


def _is_issuer_again(rows: Sequence[Row], end: int, *, capitals: bool) -> bool:
    row = rows[end]
    if not is_upper(row.text) or not _ENACTS.match(folded(row.text)):
        return False
    return row.gap or not capitals or _SURE_OPENING.match(_next(rows, end)) is not None


def _next(rows: Sequence[Row], index: int) -> str:
    return folded(rows[index + 1].text) if index + 1 < len(rows) else ""


def _opens_later(rows: Sequence[Row], index: int) -> bool:
    """The row only looks like an opening: the sure one follows before any sentence has ended."""
    if _SURE_OPENING.match(folded(rows[index].text)):
        return False
    for before, row in pairwise(rows[index : index + 4]):
        if before.text.endswith(TERMINAL):
            return False
        if _SURE_OPENING.match(folded(row.text)) and not starts_lower(row.text):
            return True
    return False


def _is_capital(text: str) -> bool:
    return is_upper(text) or not any(letter.isalpha() and letter.islower() for letter in text)


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
    return not row.gap and row.cell == before.cell and (starts_lower(row.text) or before.text.endswith((",", ";", ":")))


def _after_date(rows: Sequence[Row]) -> int:
    for index, row in enumerate(rows[:HEAD_REACH]):
        if OWN_NUMBER.search(row.text):
            return index + 1
    return 0


def _tail_start(rows: Sequence[Row], body_start: int) -> int:
    for index in range(body_start, len(rows)):
        words = without_bullet(rows[index].text)
        if words[:1] in "NnBb" and _RECIPIENTS.match(folded(words)):
            return _signature_before(rows, index, body_start=body_start)
    for index in range(len(rows) - 1, body_start - 1, -1):
        if _AUTHORITY.match(rows[index].text) and is_upper(rows[index].text):
            return _first_of_run(rows, index)
    return _signed_office(rows, body_start)


def _signed_office(rows: Sequence[Row], body_start: int) -> int:
    """Without recipients and without `TM.`: the last office in capitals with a name right under it."""
    for index in range(len(rows) - 2, max(body_start - 1, len(rows) - SIGNATURE_REACH, 0), -1):
        if not (OFFICE_LINE.match(rows[index].text) and is_upper(rows[index].text)):
            continue
        if any(NAME.fullmatch(row.text) for row in rows[index + 1 : index + 3]):
            return index
    return len(rows)


def _signature_before(rows: Sequence[Row], index: int, *, body_start: int) -> int:
    """Some copies print the signature before the recipients."""
    first = index
    for back in range(index - 1, max(index - 7, body_start) - 1, -1):
        text = rows[back].text
        if is_upper(text) and (_AUTHORITY.match(text) or OFFICE_LINE.fullmatch(text)):
            first = back
    return first


def _first_of_run(rows: Sequence[Row], index: int) -> int:
    """Up to the `TM.` of the block, whose words may run over two lines."""
    first = index
    for back in range(index - 1, max(index - 4, -1), -1):
        if not is_upper(rows[back].text):
            break
        if _AUTHORITY.match(rows[back].text):
            first = back
    return first


def _annex_start(rows: Sequence[Row], tail_start: int) -> int:
    for index in range(tail_start + 1, len(rows)):
        if _ANNEX.match(rows[index].text) or (index > tail_start + 2 and type_of_heading(rows[index].text)):
            return index
    return len(rows)
