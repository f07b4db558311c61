"""Duties that come back: `trước ngày 25 hằng tháng`, `hằng quý`, `trước ngày 15/12 hằng năm`, `02 lần/năm`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice

from .periods import Period
from .wording import folded

_EVERY = r"(?:hang|moi|tung)"
_DATE = r"(?:ngay\s+)?(?P<@d>[0-3]?\d)\s?(?:/|\s+thang\s+)\s?(?P<@m>[01]?\d)"
_BEFORE = r"(?:(?:xong\s+)?truoc|vao|cham nhat(?: la| vao)?|muon nhat(?: la)?|den)"
_YEARLY_DATES = re.compile(
    rf"{_DATE.replace('@', 'a')}(?:\s*(?:,|va|"
    rf";)\s*(?:truoc\s+)?{_DATE.replace('@', 'b')})?\s*(?:cua\s+)?{_EVERY}\s+nam\b"
)
_YEARLY_RANGE = re.compile(
    rf"tu {_DATE.replace('@', 'a')}\s*(?:den|-|–)\s*(?:het )?{_DATE.replace('@', 'b')}\s*(?:cua )?{_EVERY} nam\b"
)
_YEARLY_AFTER = re.compile(
    rf"{_EVERY}\s+nam\b[\s,(:]*{_BEFORE}\s+{_DATE.replace('@', 'a')}"
    rf"(?:\s*(?:,|va)\s*(?:truoc\s+)?{_DATE.replace('@', 'b')})?(?![\d/])"
)
_MONTHLY_AFTER = re.compile(
    rf"{_EVERY}\s+thang\b[\s,(:]*{_BEFORE}\s+ngay\s+(?:mong\s+)?(?P<d>[0-3]?\d)(?![\d/]|\s+thang \d)"
)
_MONTHLY = re.compile(
    rf"ngay\s+(?:mong\s+)?(?P<d>[0-3]?\d)\s*(?:,\s*)?(?:cua\s+)?(?:{_EVERY}\s+thang|thang\s+(?:truoc|sau|lien|do|ke))\b"
)
_QUARTERLY = re.compile(
    rf"ngay\s+(?:mong\s+)?(?P<d>[0-3]?\d)\s*(?:,\s*)?(?:cua\s+)?(?:thang\s+(?:cuoi|dau|thu \w+)[^,.;]{{0,12}}quy|"
    rf"{_EVERY}\s+quy|cuoi quy)\b|"
    r"thang\s+(?:cuoi|dau|thu\s+\w+)\s+(?:cung\s+)?(?:cua\s+|trong\s+)?(?:moi\s+)?quy\b"
)
_PART_OF_YEAR = re.compile(
    rf"(?:trong |vao |truoc |cuoi )*(?:quy (?:iv|i{{1,3}}|[1-4])|thang \d{{1,2}})\s+{_EVERY} nam\b"
)
_SPAN = r"(?:thang|quy|nam|(?:0?6|sau) thang)"
_TIMES = re.compile(
    r"\b(?P<n>\d{1,2}|mot|hai|bon) (?:lan|ky|dot|phien|buoi)\s?(?:/|mot |trong )\s?(?:0?1 )?(?P<per>thang|quy|nam)\b|"
    rf"\b{_EVERY} (?P<per2>thang|quy|nam) (?:[a-z]+ ){{0,3}}?(?:it nhat )?(?P<n2>\d{{1,2}}|mot|hai|bon) (?:lan|"
    rf"ky|dot|phien|buoi)\b"
)
_BARE = re.compile(
    rf"\b(?:{_EVERY}\s+{_SPAN}|dinh ky\s+(?:\(?{_EVERY}\s+)?{_SPAN}(?!\s\d)|thuong nien\b|0?6 thang(?=\s*(?:,|"
    rf"va|/|dau nam(?! 20)|mot lan))|"
    rf"bao cao:? (?:dinh ky )?{_SPAN}(?=\s*(?:,\s*(?:{_SPAN})\b|va (?:bao cao )?(?:quy|nam)\b(?! 20)|\(|:|truoc ngay)))"
    rf"(?:\s*(?:,|va|/)\s*(?:bao cao\s+)?(?:{_EVERY}\s+)?(?:0?1 nam|9 thang|{_SPAN})\b(?!\s+20\d\d))*"
)
_PLANNED = r"(?:ke hoach|nhiem vu|chi tieu|chuong trinh|muc tieu|du toan|lo trinh)"
_NOT_A_DUTY = re.compile(
    r"(?:ngan sach|du toan|kinh phi|chi thuong xuyen|nguon von|\bvon\b|phan bo|dau tu cong|tro cap|phu cap|\bluong\b|"
    r"thi dua|khen thuong|chi tra|(?:trong|vao|theo) (?:\w+ )?ke hoach|xep loai)[^.,;]*$|"
    r"\b(?:theo|cua)\s*$|\b5 nam\s*(?:,|va)?\s*$|kinh te - xa hoi\s*$|"
    r"(?:trung han|dai han)\s*(?:,|va|-)?\s*$|(?:theo|vao|trong) (?:\w+ )?(?:ke hoach|chuong trinh)\b"
    r"(?:(?!bao cao)[^.;]){0,60}[^\s,]\s*$|"
    r"\b(?:xay dung|lap|ban hanh|xac dinh|dang ky|phe duyet|dieu chinh|giao)\b"
    rf"[^.;]*\b{_PLANNED}(?: [^\s,;.]+){{0,3}}\s*$|"
    rf"\b{_PLANNED}\s*$(?<!thuc hien ke hoach )(?<!thuc hien nhiem vu )(?<!trien khai ke hoach )"
)
_REPORT_ON_REWARDS = re.compile(  # what is reported once a year, not what is awarded
    r"\bbao cao (?:(?:cong tac|ket qua|tong ket) )*(?:thi dua(?:(?:,| va| -)? khen thuong)?|khen thuong)\b"
)
_ON_DAY = re.compile(
    r"\b(?:truoc|vao|cham nhat(?: la| vao)?)\s+ngay\s+(?:mong\s+)?(?P<d>[0-3]?\d)(?![\d/.-]|\s+thang\s+\d)"
)
_LEVEL = re.compile(
    r"%|\bty le\b|\bphan dau\b|(?<!to chuc )(?<!mo )(?<!kiem tra )(?<!tap huan )(?<!bao cao )\bit nhat \d"
)
_MAY_COME_BACK = re.compile(
    rf"{_EVERY}|dinh ky|thuong nien|quy\b|thang|ngay|\d ?(?:lan|ky|dot|phien|buoi)\b|(?:/|mot) ?(?:nam|quy|thang)"
)
_REPORTED_DAYS = re.compile(r"(?:chot so lieu|bao cao)[^.;]*\btinh tu\b")  # the days a report covers
_NAMES = {"thang": "month", "quy": "quarter", "nam": "year", "thuong nien": "year"}
_COUNTS = {"mot": 1, "hai": 2, "bon": 4}
_RULE = "window.repeat"
_MOST = 50  # intervals of one kind; no sentence names more
_REACH = 400  # letters before an interval that may say whose it is


def repeats_in(sentence: str) -> list[Period]:
    """The repeating duties of one sentence; the word for an interval inside `ngân sách hằng năm` is none."""
    text = folded(sentence)
    if not _MAY_COME_BACK.search(text) or _REPORTED_DAYS.search(text):
        return []
    out: list[Period] = []
    for pattern, reader in _READERS:
        if pattern is _BARE and _LEVEL.search(text):
            continue
        for found in islice(pattern.finditer(text), _MOST):
            if pattern is _BARE and _is_no_duty(text[: found.start()]):
                continue
            out += [_on_day(item, text) for item in reader(found)]
            text = text[: found.start()] + " " * (found.end() - found.start()) + text[found.end() :]
    dated = {item.every for item in out if item.day}
    return [item for item in out if item.day or item.every not in dated]


def _is_no_duty(before: str) -> bool:
    """What stands right before the interval is money, a plan or an award that bears it in its name."""
    return _NOT_A_DUTY.search(_REPORT_ON_REWARDS.sub("bao cao", before[-_REACH:])) is not None


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


def _once_a_year(found: re.Match[str]) -> Iterator[Period]:
    yield _repeat(found, "year", day=None)


def _times(found: re.Match[str]) -> Iterator[Period]:
    """`01 lần/quý`, `hai kỳ một năm`: twice a year is every half-year, four times every quarter."""
    said, per = found["n"] or found["n2"], found["per"] or found["per2"]
    count = _COUNTS.get(said) or int(said)
    every = {("nam", 2): "half-year", ("nam", 4): "quarter"}.get((per, count), _NAMES[per])
    yield _repeat(found, every, day=None)


def _bare(found: re.Match[str]) -> Iterator[Period]:
    seen: list[str] = []
    for word in re.findall(r"(?:0?6|sau) thang|(?<!9 )thang|quy|nam|thuong nien", found.group()):
        every = _NAMES.get(word, "half-year")
        if every not in seen:
            seen.append(every)
            yield _repeat(found, every, day=None)


def _repeat(found: re.Match[str], every: str, *, day: str | None) -> Period:
    return Period(None, None, found.start(), found.end(), every, day, rule=_RULE)


_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Iterator[Period]]], ...] = (
    (_YEARLY_RANGE, _once_a_year),
    (_YEARLY_DATES, _yearly),
    (_YEARLY_AFTER, _yearly),
    (_MONTHLY_AFTER, _monthly),
    (_QUARTERLY, _quarterly),
    (_MONTHLY, _monthly),
    (_PART_OF_YEAR, _once_a_year),
    (_TIMES, _times),
    (_BARE, _bare),
)
