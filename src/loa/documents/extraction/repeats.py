"""Duties that come back: `trước ngày 25 hằng tháng`, `hằng quý`, `trước ngày 15/12 hằng năm`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from .periods import Period
from .wording import folded

_EVERY = r"(?:hang|moi|tung)"
_DATE = r"(?:ngay\s+)?(?P<@d>[0-3]?\d)\s?(?:/|\s+thang\s+)\s?(?P<@m>[01]?\d)"
_YEARLY_DATES = re.compile(
    rf"{_DATE.replace('@', 'a')}(?:\s*(?:,|va|"
    rf";)\s*(?:truoc\s+)?{_DATE.replace('@', 'b')})?\s*(?:cua\s+)?{_EVERY}\s+nam\b"
)
_YEARLY_AFTER = re.compile(
    rf"{_EVERY}\s+nam\b[\s,(]*(?:(?:xong\s+)?truoc|vao|cham nhat(?: la| vao)?|"
    rf"den)\s+{_DATE.replace('@', 'a')}(?P<bd>(?!))?(?P<bm>(?!))?(?![\d/])"
)
_MONTHLY_AFTER = re.compile(
    rf"{_EVERY}\s+thang\b[\s,(]*(?:(?:xong\s+)?truoc|vao|cham nhat(?: la| vao)?|"
    rf"den)\s+ngay\s+(?:mong\s+)?(?P<d>[0-3]?\d)(?![\d/]|\s+thang \d)"
)
_MONTHLY = re.compile(
    rf"ngay\s+(?:mong\s+)?(?P<d>[0-3]?\d)\s*(?:,\s*)?(?:cua\s+)?(?:{_EVERY}\s+thang|thang\s+(?:truoc|sau|lien|do|ke))\b"
)
_QUARTERLY = re.compile(
    rf"ngay\s+(?:mong\s+)?(?P<d>[0-3]?\d)\s*(?:cua\s+)?(?:thang\s+(?:cuoi|dau|thu \d)[^,.;]{{0,12}}quy|"
    rf"{_EVERY}\s+quy)\b|"
    r"thang\s+(?:cuoi|dau|thu\s+\d)\s+(?:cua\s+|trong\s+)?(?:moi\s+)?quy\b"
)
_SPAN = r"(?:thang|quy|nam|(?:0?6|sau) thang)"
_BARE = re.compile(
    rf"\b(?:{_EVERY}\s+{_SPAN}|dinh ky\s+(?:\(?{_EVERY}\s+)?{_SPAN}|0?6 thang(?=\s*(?:,|va|/|dau nam|mot lan)))"
    rf"(?:\s*(?:,|va|/)\s*(?:{_EVERY}\s+)?(?:0?1 nam|{_SPAN})\b)*"
)
_NOT_A_DUTY = re.compile(
    r"(?:ngan sach|du toan|kinh phi|chi thuong xuyen|nguon von|\bvon\b|phan bo|dau tu cong|tro cap|phu cap|\bluong\b|"
    r"chi tra|(?:trong|vao|theo) (?:\w+ )?ke hoach|xep loai)[^.,;]*$"
)
_ON_DAY = re.compile(
    r"\b(?:truoc|vao|cham nhat(?: la| vao)?)\s+ngay\s+(?:mong\s+)?(?P<d>[0-3]?\d)(?![\d/.-]|\s+thang\s+\d)"
)
_LEVEL = re.compile(r"%|\bty le\b|\bit nhat \d|\bphan dau\b")
_MAY_COME_BACK = re.compile(rf"{_EVERY}|dinh ky|quy\b|thang|ngay")
_NAMES = {"thang": "month", "quy": "quarter", "nam": "year"}


def repeats_in(sentence: str) -> list[Period]:
    """The repeating duties of one sentence; the word for an interval inside `ngân sách hằng năm` is none."""
    text = folded(sentence)
    if not _MAY_COME_BACK.search(text):
        return []
    out: list[Period] = []
    readers: list[tuple[re.Pattern[str], Callable[[re.Match[str]], Iterator[Period]]]] = [
        (_YEARLY_DATES, _yearly),
        (_YEARLY_AFTER, _yearly),
        (_MONTHLY_AFTER, _monthly),
        (_QUARTERLY, _quarterly),
        (_MONTHLY, _monthly),
        (_BARE, _bare),
    ]
    for pattern, reader in readers:
        for found in list(pattern.finditer(text)):
            if pattern is _BARE and (_NOT_A_DUTY.search(text[: found.start()]) or _LEVEL.search(text)):
                continue
            out += [_on_day(item, text) for item in reader(found)]
            text = text[: found.start()] + " " * (found.end() - found.start()) + text[found.end() :]
    return out


def _on_day(item: Period, text: str) -> Period:
    """`hằng tháng, …, trước ngày 25`: the day stands apart from the interval."""
    found = _ON_DAY.search(text) if item.every == "month" and item.day is None else None
    return replace(item, day=str(int(found["d"]))) if found else item


def _yearly(found: re.Match[str]) -> Iterator[Period]:
    for n in "ab":
        if found[n + "d"]:
            yield _repeat(found, "year", day=f"{int(found[n + 'm']):02d}-{int(found[n + 'd']):02d}")


def _monthly(found: re.Match[str]) -> Iterator[Period]:
    yield _repeat(found, "month", day=str(int(found["d"])))


def _quarterly(found: re.Match[str]) -> Iterator[Period]:
    yield _repeat(found, "quarter", day=str(int(found["d"])) if found["d"] else None)


def _bare(found: re.Match[str]) -> Iterator[Period]:
    seen: list[str] = []
    for word in re.findall(r"(?:0?6|sau) thang|thang|quy|nam", found.group()):
        every = _NAMES.get(word, "half-year")
        if every not in seen:
            seen.append(every)
            yield _repeat(found, every, day=None)


def _repeat(found: re.Match[str], every: str, *, day: str | None) -> Period:
    return Period(None, None, found.start(), found.end(), every, day)
