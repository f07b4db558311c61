"""Dates, months, quarters and years, and the dashes between them."""

from __future__ import annotations

import re

from loa.vietnamese.drafts import TAKEN, Draft, Kind
from loa.vietnamese.numbers import month_words, number_words
from loa.vietnamese.romans import ROMAN, roman_value

_D = r"(?:0?[1-9]|[12]\d|3[01])"
_M = r"(?:0?[1-9]|1[0-2])"
_Y = r"(?:19|20)\d\d"
_EDGE = r"(?<![\w.,/])(?<!\d-)"
_END = r"(?![\w/]|[.,-]\d)"
_DASH = r"\s?[-–—]\s?"

FULL = re.compile(rf"{_EDGE}(?P<d>{_D})\s?(?P<sep>[/.-])\s?(?P<m>{_M})\s?(?P=sep)\s?(?P<y>{_Y})(?![\w/])")
DAYS = re.compile(rf"{_EDGE}(?P<d1>{_D}){_DASH}(?P<d>{_D})/(?P<m>{_M})(?:/(?P<y>{_Y}))?{_END}")
DAY_RANGE = re.compile(rf"{_EDGE}(?P<d1>{_D})/(?P<m1>{_M}){_DASH}(?P<d>{_D})/(?P<m>{_M})(?P<y>/{_Y})?{_END}")
MONTH = re.compile(rf"{_EDGE}(?P<m>{_M})\s?/\s?(?P<y>{_Y}){_END}")
MONTHS = re.compile(rf"(?i:\btháng)\s+(?P<it>(?P<m1>{_M}){_DASH}(?P<m>{_M})(?:/(?P<y>{_Y}))?){_END}")
QUARTER = re.compile(rf"\b[Qq](?:uý|UÝ)\s+(?P<it>(?P<q>{ROMAN}|[1-4])\s?/\s?(?P<y>{_Y})){_END}")
DAY = re.compile(rf"{_EDGE}(?P<d>{_D})/(?P<m>{_M}){_END}")
BARE_MONTH = re.compile(rf"(?i:\btháng)\s+(?P<it>{_M})(?![\d/]|[.,]\d|\s?[-–]\s?\d)")
SHORT_MONTH = re.compile(rf"(?<!\w)T(?P<m>{_M})/(?P<y>{_Y}){_END}")
SUNDAY = re.compile(r"\b[Tt]hứ\s+\w+\s*(?:,|và|hoặc|[-–])\s*(?P<it>CN)(?!\w)")
YEAR_OF_MONTHS = re.compile(rf"(?<=tháng)(?P<it>\s?/\s?(?P<y>{_Y})){_END}")
RANGE = re.compile(rf"(?<={TAKEN})(?P<it>\s*[-–—]\s*)(?=(?:(?:ngày|tháng|năm|quý)\s+)?{TAKEN})", re.IGNORECASE)

# "Ngày Pháp luật (09/11)": a day with a name of its own.
_NAMED_DAY = re.compile(
    r"\bngày\s+(?:quốc|thế giới|toàn|hội|lễ|truyền|thành lập|môi|đại|sách|pháp luật|chuyển|gia đình|phụ|phòng|vì|dân)"
    r"[^.;\d]{0,60}$"
)
# Days that everybody calls by their date alone: holidays and the commemorations of the year.
_WELL_KNOWN = frozenset({
    "6/1", "9/1", "3/2", "27/2", "8/3", "26/3", "30/4", "1/5", "7/5", "15/5", "19/5", "1/6", "5/6", "21/6", "26/6",
    "28/6", "27/7", "19/8", "2/9", "10/10", "13/10", "14/10", "20/10", "9/11", "18/11", "20/11", "22/12",
})  # fmt: skip
_COUNTS_ON = re.compile(r"\s+[a-zà-ỹđ]")
# "từ 1/7" wants the word "ngày"; "bầu cử 15/3" and "ngày 1/6 và 15/11" do without.
_WANTS_DAY = re.compile(r"\b(?:từ|đến|tới|trước|sau|hết|vào|qua|kể từ|trong)\s*$")
_DAY_AROUND = re.compile(
    r"(?:\b(?:ngày|mùng|mồng|hôm|sáng|trưa|chiều|tối|đêm|từ|đến|tới|trước|sau|dịp|lễ|giỗ tổ|tết|đợt|kỷ niệm|hết|vào|"
    r"hạn|quốc gia|thế giới|quốc tế|quốc khánh|việt nam|giải phóng|truyền thống|thành lập|phụ nữ|thứ \w+|chủ nhật)"
    r"|ngày[^.;]{0,40}(?:và|,|đến|hoặc|-))\s*\(?$"
)
_LONGEST_MONTH = {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}


def is_day(day: int, month: int) -> bool:
    """Tell whether the calendar has that day."""
    return day <= _LONGEST_MONTH.get(month, 31)


def read_dates(draft: Draft) -> None:
    """Read dates in figures; those already in words around figures ("tháng 4 năm 2025") are numbers like others."""
    draft.read(FULL, lambda match: _day(draft, match), kind=Kind.DATE)
    draft.read(DAY_RANGE, lambda match: _day_range(draft, match), kind=Kind.DATE)
    draft.read(DAYS, _days, kind=Kind.DATE)
    draft.read(QUARTER, _quarter, kind=Kind.DATE)
    draft.read(SHORT_MONTH, lambda match: f"tháng {_month_year(match)}", kind=Kind.DATE)
    draft.read(MONTH, lambda match: _month(draft, match), kind=Kind.DATE)
    draft.read(MONTHS, _months, kind=Kind.DATE)
    draft.read(DAY, lambda match: _bare_day(draft, match), kind=Kind.DATE)
    draft.read(BARE_MONTH, lambda match: month_words(int(match["it"])), kind=Kind.DATE)
    draft.read(YEAR_OF_MONTHS, lambda match: f" năm {number_words(int(match['y']))}", kind=Kind.DATE)
    draft.read(SUNDAY, lambda _match: "Chủ nhật", kind=Kind.DATE)
    draft.read(RANGE, lambda match: _between(draft, match), kind=Kind.MARK)


def _words(day: str, month: str, *, year: str | None) -> str:
    tail = f" năm {number_words(int(year.lstrip('/')))}" if year else ""
    return f"{number_words(int(day))} tháng {month_words(int(month))}{tail}"


def _day(draft: Draft, match: re.Match[str]) -> str | None:
    if not is_day(int(match["d"]), int(match["m"])):
        return None
    prefix = "ngày " if _WANTS_DAY.search(draft.before(match.start())) else ""
    return prefix + _words(match["d"], match["m"], year=match["y"])


def _day_range(draft: Draft, match: re.Match[str]) -> str:
    prefix = "ngày " if _WANTS_DAY.search(draft.before(match.start())) else ""
    first = _words(match["d1"], match["m1"], year=None)
    return f"{prefix}{first} đến {prefix}{_words(match['d'], match['m'], year=match['y'])}"


def _days(match: re.Match[str]) -> str | None:
    if int(match["d1"]) >= int(match["d"]):
        return None
    return f"{number_words(int(match['d1']))} đến {_words(match['d'], match['m'], year=match['y'])}"


def _quarter(match: re.Match[str]) -> str:
    quarter = int(match["q"]) if match["q"].isdecimal() else roman_value(match["q"])
    return f"{number_words(quarter)} năm {number_words(int(match['y']))}"


def _month(draft: Draft, match: re.Match[str]) -> str:
    is_named = re.search(r"\btháng\s+$", draft.before(match.start()))
    return f"{'' if is_named else 'tháng '}{_month_year(match)}"


def _month_year(match: re.Match[str]) -> str:
    return f"{month_words(int(match['m']))} năm {number_words(int(match['y']))}"


def _months(match: re.Match[str]) -> str:
    tail = f" năm {number_words(int(match['y']))}" if match["y"] else ""
    return f"{month_words(int(match['m1']))} đến {month_words(int(match['m']))}{tail}"


def _bare_day(draft: Draft, match: re.Match[str]) -> str | None:
    """`2/9` is a day only where the words around say so; else it is a share or a fraction."""
    before = draft.before(match.start())
    day, month = int(match["d"]), int(match["m"])
    is_known = f"{day}/{month}" in _WELL_KNOWN and not _COUNTS_ON.match(draft.text, match.end())
    if not is_day(day, month) or not (is_known or _DAY_AROUND.search(before) or _NAMED_DAY.search(before)):
        return None
    prefix = "ngày " if _WANTS_DAY.search(before) else ""
    return prefix + _words(match["d"], match["m"], year=None)


def _between(draft: Draft, match: re.Match[str]) -> str | None:
    """A dash between two dates is `đến`."""
    next_taken = draft.free.index(TAKEN, match.end())
    both = {draft.kind_at(match.start() - 1), draft.kind_at(next_taken)}
    return " đến " if both == {Kind.DATE} else None
