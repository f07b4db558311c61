"""Telephone numbers, digit by digit."""

from __future__ import annotations

import re

from loa.vietnamese.drafts import Draft, Kind
from loa.vietnamese.numbers import digit_words

_EDGE = r"(?<![\w.,/+-])"
_END = r"(?![\w/]|[.,]\d)"
_GAP = r"[ .\u00a0-]?"
FULL = re.compile(rf"{_EDGE}(?:\+84{_GAP}|\(\+?\d{{2,5}}\)\s?|0)\d(?:{_GAP}\d){{5,10}}{_END}")
SERVICE = re.compile(rf"{_EDGE}1[89]00(?:[ .]?\d){{4,6}}{_END}")
SHORT = re.compile(rf"{_EDGE}\d{{3,6}}{_END}")
LONG_CODE = re.compile(rf"{_EDGE}\d{{10,}}{_END}")
# What makes the next short number a number to call; a list of them may follow ("113, 114 hoặc 115").
_CALL = re.compile(
    r"(?:\bgọi|tổng đài|hotline|đường dây nóng|điện thoại|\bsđt|\bđt|đầu số|số máy|nhắn tin|\bfax|\bbấm)"
    r"[^.;!?]{0,40}$|soạn tin[^;!?]{0,30}\bgửi\s*$"
)
_DIGITS_OF_A_NUMBER = (9, 11)
# After a number to call comes the end, a mark or a joining word; after an amount comes what is counted.
_GOES_ON = re.compile(
    r"\s*(?:$|[^\w\s]|(?:để|khi|nếu|hoặc|hay|và|trước|sau|trong|ngay|tại|từ|bằng|theo|đến|gặp|mà|thì|là|của)\b)"
)
_NATIONAL = re.compile(r"11\d|156|5656|10\d\d|14\d\d")


def read_phones(draft: Draft) -> None:
    """Read numbers to call: full ones by their form, short ones by the words before them."""
    draft.read(SERVICE, lambda match: digit_words(match[0]), kind=Kind.PHONE)
    draft.read(FULL, lambda match: _full(match[0]), kind=Kind.PHONE)
    draft.read(SHORT, lambda match: _short(draft, match), kind=Kind.PHONE)
    draft.read(LONG_CODE, lambda match: digit_words(match[0]), kind=Kind.PHONE)


def _full(written: str) -> str | None:
    digits = re.sub(r"\D", "", written)
    if written.startswith(("+", "(+")):
        return f"cộng {digit_words(digits)}"
    low, high = _DIGITS_OF_A_NUMBER
    return digit_words(digits) if digits[0] == "0" and low <= len(digits) <= high else None


def _short(draft: Draft, match: re.Match[str]) -> str | None:
    before = draft.before(match.start())
    if not _CALL.search(before) or re.search(r"(?:năm|nhánh|ngày|tháng|điều|khoản)\s*$", before):
        return None
    is_callable = _NATIONAL.fullmatch(match[0]) or _GOES_ON.match(draft.after(match.end()))
    return digit_words(match[0]) if is_callable else None
