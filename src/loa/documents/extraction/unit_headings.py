"""Items headed by a unit: `1. Công an xã`, `4. Đề nghị Hội …`, `2. Trách nhiệm của Phòng …`."""

from __future__ import annotations

import re

from .assignment_rows import (
    ASKED,
    HEADED,
    HEADED_ASKED,
    NAMES_IN_BRACKETS,
    FoundAssignment,
    Reading,
    asked,
    found_row,
    rows_of,
)
from .body import Passage
from .outline import Item
from .units import UNIT, UnitName, list_end
from .wording import CAPITAL, folded

_OUTSIDE_BODIES = re.compile(
    r"(?:Các|các)\s(?:doanh nghiệp|tổ chức|chủ đầu tư|cơ sở|trường|hội|cá nhân|hộ|hợp tác xã|"
    r"đơn vị (?:sự nghiệp|cung))\b"
)
_DUTY_SECTION = re.compile(r"to chuc thuc hien|phan cong|trach nhiem|nhiem vu cu the")
_DUTY_OF = re.compile(r"(?:(?:Trách nhiệm|Nhiệm vụ)(?: cụ thể)?(?: của)?|Đối với|Về phía)\s+")
_PERSON = re.compile(r"(?:Ông|Bà|Đồng chí|Đ/c|Các ông|Các đồng chí|Các đ/c)\s")
_PLACES_FOLLOW = re.compile(r"(?:xã|phường|thôn|bản|khu dân cư|trường|sở|phòng|ngành|đơn vị)$")
_DESCRIPTION = re.compile(
    r"\s*(?:(?:[Tt]hành phần|[Cc]ơ cấu|[Ss]ố lượng)\b|(?:[Bb]ao )?[Gg]ồm\b|[Ll]à\s|\d+ (?:thành viên|người|"
    r"đại biểu|đồng chí|suất))"
)
BARE_SUBJECT = re.compile(rf"(?:cơ quan|đơn vị|địa phương|doanh nghiệp|tổ chức)\b(?!\s[{CAPITAL}])")


def headed_by(passage: Passage) -> list[FoundAssignment]:
    """An item whose heading is nothing but a unit: `1. Công an xã`, `4. Đề nghị Hội …`."""
    text = passage.paragraph.text
    start, told = asked(text, passage.at)
    reading = HEADED_ASKED if told is ASKED else HEADED
    if found := _DUTY_OF.match(text, start):
        start = found.end()
    if not UNIT.match(text, start) or (
        BARE_SUBJECT.match(text[start].lower() + text[start + 1 :]) and not shares_out(passage.item)
    ):
        return []
    if _PERSON.match(text, start) and ":" not in text and not (passage.item.is_followed and shares_out(passage.item)):
        return []  # one of the members of a body, not a doer
    stop = _name_end(text, start) if found else list_end(text, start)
    if text[stop : stop + 2] == ": ":
        if describes(text[stop + 1 :]):
            return []
        if _lists_more(text, start, stop=stop):
            return [found_row(passage, UnitName(text[start:].strip(" .:;"), start, len(text)), reading=reading)]
        return list(rows_of(passage, start, end=stop, reading=reading))
    rest = NAMES_IN_BRACKETS.sub("", text[stop:]).strip(" .:;,")
    if rest and len(text[stop:].split()) > 1:
        return _whole_heading(passage, start, reading=reading)
    return list(rows_of(passage, start, end=stop, reading=reading))


def _name_end(text: str, start: int) -> int:
    """`Nhiệm vụ của Tổ đón tiếp, hướng dẫn đại biểu:`: what a team is for is its name, up to the colon."""
    stop = list_end(text, start)
    names_team = text.startswith(", ", stop) and text.endswith(":") and text.count(":") == 1
    return len(text) - 1 if names_team else stop


def describes(words: str) -> bool:
    """What a body consists of, not what it does: `Hội đồng: Thành phần gồm …`, `Tổ công nghệ: 05 thành viên`."""
    return _DESCRIPTION.match(words) is not None


def _lists_more(text: str, start: int, *, stop: int) -> bool:
    """Only names follow the colon: `Ủy ban nhân dân các xã: A, B, C`."""
    names_only = text[stop + 2].isupper() and list_end(text, stop + 2) >= len(text.rstrip(" .:;"))
    return names_only and _PLACES_FOLLOW.search(text[start:stop]) is not None


def _whole_heading(passage: Passage, start: int, *, reading: Reading) -> list[FoundAssignment]:
    """A bold or short unit heading with a qualifying clause: `Các doanh nghiệp đang hoạt động trong khu`."""
    text = passage.paragraph.text
    divided = passage.item.is_divided or len(passage.item.paragraphs) > 1
    if not (divided and _OUTSIDE_BODIES.match(text, start) and len(text) < 150) or text.endswith((".", ";")):
        return []
    return list(rows_of(passage, start, end=len(text.rstrip(" :")), reading=reading))


def shares_out(item: Item) -> bool:
    """The item stands in a section that shares out the duties."""
    return any(_DUTY_SECTION.search(folded(step.heading)) for step in item.chain)
