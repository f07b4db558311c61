"""Lines that announce a time: `Thời gian thực hiện: …`, or an item headed so."""

from __future__ import annotations

import re

from .body import Passage
from .wording import folded

_LABEL = re.compile(
    r"(?:du kien )?(?:thoi gian|thoi han|thoi diem|tien do|lo trinh|han hoan thanh|han cuoi|ngay hoan thanh|ky han)\b"
    r"[^:]{0,60}(?::|$)|"
    r"(?:thoi gian|thoi han|tien do)\s(?:thuc hien|hoan thanh|trien khai|to chuc)\b"
)


def is_time_label(passage: Passage) -> bool:
    """The passage, or the heading of its item, announces a time."""
    if _LABEL.match(folded(passage.words)):
        return True
    heading = folded(passage.item.heading)
    return len(heading.split()) <= 10 and _LABEL.match(heading) is not None
