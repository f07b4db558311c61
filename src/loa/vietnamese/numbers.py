"""Numbers in Vietnamese words, Northern standard: `linh`, `nghìn`, `mốt`, `tư`, `lăm`."""

from __future__ import annotations

import re

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
SCALES = ("", "nghìn", "triệu")
BILLION = 10**9
LONGEST_READ = 15  # more digits than this are a code, not an amount

_THOUSANDS = re.compile(r"\d{1,3}(?:[. \u00a0]\d{3})+|\d{1,3}(?:,\d{3}){2,}|\d{1,3},000")


def number_words(n: int) -> str:
    """Return the integer `n` in words: 24 is `hai mươi tư`, 105 `một trăm linh năm`, -3 `âm ba`."""
    if n < 0:
        return f"âm {number_words(-n)}"
    if n >= BILLION:
        high, low = divmod(n, BILLION)
        tail = f" {_below_billion(low, is_tail=True)}" if low else ""
        return f"{number_words(high)} tỷ{tail}"
    return _below_billion(n, is_tail=False) or DIGITS[0]


def _below_billion(n: int, *, is_tail: bool) -> str:
    parts: list[str] = []
    for power in (2, 1, 0):
        group = n // 1000**power % 1000
        if group:
            words = _below_thousand(group, is_tail=is_tail or bool(parts))
            parts.append(f"{words} {SCALES[power]}".strip())
    return " ".join(parts)


def _below_thousand(n: int, *, is_tail: bool) -> str:
    """Words of 1..999; after a higher group the hundred is said even when it is nought."""
    hundreds, rest = divmod(n, 100)
    if not hundreds and not is_tail:
        return _below_hundred(rest)
    head = f"{DIGITS[hundreds]} trăm"
    if not rest:
        return head
    return f"{head} linh {DIGITS[rest]}" if rest < 10 else f"{head} {_below_hundred(rest)}"


def _below_hundred(n: int) -> str:
    tens, unit = divmod(n, 10)
    if not tens:
        return DIGITS[unit]
    head = "mười" if tens == 1 else f"{DIGITS[tens]} mươi"
    if not unit:
        return head
    return f"{head} {_unit_after_tens(unit, tens=tens)}"


def _unit_after_tens(unit: int, *, tens: int) -> str:
    if unit == 5:
        return "lăm"
    if tens > 1 and unit in (1, 4):
        return "mốt" if unit == 1 else "tư"
    return DIGITS[unit]


def digit_words(digits: str) -> str:
    """Read every digit of `digits` by itself; other characters are passed over."""
    return " ".join(DIGITS[int(digit)] for digit in digits if digit.isdecimal())


def ordinal_words(n: int) -> str:
    """Return what follows `thứ`: `nhất`, `hai`, `ba`, `tư`, `năm` …"""
    return {1: "nhất", 4: "tư"}.get(n) or number_words(n)


def month_words(n: int) -> str:
    """Return what follows `tháng`: the fourth is `tư`."""
    return "tư" if n == 4 else number_words(n)


def written_number_words(token: str) -> str:
    """Read a number as Vietnamese writes it: `1.234`, `2,5`, `05`, `2.1` (a clause), `007` (a code)."""
    if _THOUSANDS.fullmatch(token):
        return _whole(re.sub(r"\D", "", token))
    whole, comma, fraction = token.partition(",")
    if comma and fraction.isdecimal():
        return f"{written_number_words(whole)} phẩy {_fraction(fraction)}"
    parts = [part for part in re.split(r"\D+", token) if part]
    return " chấm ".join(_whole(part) for part in parts)


def _whole(digits: str) -> str:
    is_code = len(digits) > 2 and digits[0] == "0"
    if is_code or len(digits) > LONGEST_READ:
        return digit_words(digits)
    return number_words(int(digits))


def _fraction(digits: str) -> str:
    return digit_words(digits) if digits[0] == "0" or len(digits) > 3 else number_words(int(digits))
