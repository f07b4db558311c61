"""Words that announce a time: `Thời gian thực hiện: …`, `Hạn hoàn thành: …`, or an item headed so."""

from __future__ import annotations

import re

from .body import Passage
from .wording import folded

_NAMES = (
    r"(?:du kien )?(?:thoi gian|thoi han|thoi diem|tien do|lo trinh|han hoan thanh|han cuoi|han chot|ngay hoan thanh|"
    r"ky han|moc thoi gian|thoi gian bieu)\b"
)
_LABEL = re.compile(
    rf"{_NAMES}[^:]{{0,60}}(?::|$)|(?:thoi gian|thoi han|tien do)\s(?:thuc hien|hoan thanh|trien khai|to chuc)\b|"
    r"(?:hoan thanh|han|ngay)\s?:"
)
_LABEL_INSIDE = re.compile(rf"(?:[;,(]\s*|\s[-–]\s){_NAMES}[^:;,.]{{0,40}}:")
_REACH = 120  # letters; a label is shorter


def is_time_label(passage: Passage) -> bool:
    """The passage, or the heading of its item, announces a time."""
    if _LABEL.match(folded(passage.words[:_REACH])):
        return True
    heading = folded(passage.item.heading)
    return len(heading.split()) <= 10 and _LABEL.match(heading) is not None


def announced_at(sentence: str) -> int | None:
    """Where a label inside the sentence ends: `Chủ trì: Công an xã; thời gian: tháng 11/2025`."""
    plain = folded(sentence)
    if ":" not in plain:
        return None
    found = _LABEL.match(plain) or _LABEL_INSIDE.search(plain)
    return found.end() if found else None
