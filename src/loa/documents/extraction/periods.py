"""Single periods and deadlines inside one sentence: `từ … đến …`, `trước ngày …`, `trong quý IV/2025`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from .dates import day
from .moments import has_year, is_coarse, moment, span_of
from .wording import folded

_EDGE = r"(?:het\s+|cuoi\s+|dau\s+|truoc\s+|khoang\s+)*"
_RANGE = re.compile(
    rf"\b(?:tu|ke tu|bat dau tu)\s+{_EDGE}(?:{moment('a')}|ngay\s+(?P<only>\d{{1,2}}))\s*(?:,\s*)?(?:den|"
    rf"toi|-|–)\s*{_EDGE}{moment('b')}"
)
_BARE_RANGE = re.compile(rf"(?<![\w/]){moment('a')}\s*(?:den|toi|-|–)\s*{_EDGE}{moment('b')}")
_FROM_NOW = re.compile(rf"\btu nay (?:den|toi)\s*{_EDGE}{moment('b')}")
_UNTIL = re.compile(
    rf"(?P<word>truoc|cham nhat(?: la| den| vao)?|muon nhat(?: la)?|khong qua|khong muon hon|xong truoc|"
    rf"han cuoi(?: la)?|(?<!tinh )(?:den|toi))"
    rf"\s+(?P<edge>{_EDGE})(?:\d{{1,2}}\s?(?:h|g|gio)\s?\d{{0,2}}\s*(?:phut\s*)?,?\s*)?{moment('b')}"
)
_SINCE = re.compile(rf"\b(?P<word>tu|ke tu|bat dau tu|sau)\s+{_EDGE}{moment('a')}")
_WITHIN = re.compile(
    rf"\b(?P<word>trong|vao|xong|hoan thanh|thuc hien|to chuc)\s+(?:(?:trong|vao|thoi gian|khoang|"
    rf"ca)\s+)*(?P<edge>{_EDGE}){moment('a')}"
)
_BARE = re.compile(rf"(?<![\w/])(?P<edge>{_EDGE}){moment('a')}")
_ON = re.compile(r"^\s*va (?:cac|nhung) nam (?:tiep theo|sau)|^\s*tro di")
_EFFECT = re.compile(r"(?:hieu luc|thanh lap|ban hanh|ap dung)(?: thi hanh)?(?: ke)?\s*$")
_TARGET = re.compile(r"%|\bdat\b|\bty le\b|\bphan dau\b|\btam nhin\b|\bdinh huong\b|\btrong do\b.*\btram\b")
_WORK_AHEAD = re.compile(r"trong giai doan\b.*\b(?:xay dung|trien khai|to chuc|thuc hien)\b")
_CUT_OFF = re.compile(r"chot so lieu|tinh tu ngay")  # the days a report covers, not the day it is due
_REACH = 300  # letters; a date that opens a sentence stands at its head
_PAST = re.compile(r"^(?:\W|Ngày|Vào|ngày)*[\d\s/thángnăm.-]+,?\s.*\bđã\b")


@dataclass(frozen=True, slots=True)
class Period:
    """Days as YYYY-MM-DD, or a repeating duty; `start`..`end` in the sentence."""

    first: str | None
    last: str | None
    start: int
    end: int
    every: str | None = None
    day: str | None = None
    has_year: bool = True


@dataclass(frozen=True, slots=True)
class _Said:
    """A folded sentence, the year that a date without one means, and whether it announces a time."""

    text: str
    year: int | None
    labelled: bool


def periods_in(sentence: str, *, year: int | None, labelled: bool, target: bool) -> list[Period]:
    """The periods of one sentence; `labelled` where it announces a time, `target` where it stands among targets."""
    text = folded(sentence)
    if _PAST.match(sentence[:_REACH]) or _CUT_OFF.search(text):
        return []
    reaching = not labelled and (target or _TARGET.search(text) is not None) and not _WORK_AHEAD.match(text)
    read = _read(_Said(text, year, labelled))
    return [period for period, coarse in read if not (reaching and (coarse or target))]


def _read(said: _Said) -> Iterator[tuple[Period, bool]]:
    """Each period with whether it is as coarse as a year; what one rule has read is blanked for the next."""
    for pattern, reader in _RULES:
        if pattern in _ONLY_LABELLED and not said.labelled:
            continue
        for found in list(pattern.finditer(said.text)):
            period = reader(found, said)
            if period is not None:
                yield period, is_coarse(found)
            if period is not None or pattern in _TAKE_ALL:
                blank = " " * (found.end() - found.start())
                said = replace(said, text=said.text[: found.start()] + blank + said.text[found.end() :])


def _range(found: re.Match[str], said: _Said) -> Period | None:
    last = span_of(found, "b", year=said.year)
    if last is None:
        return None
    if found.groupdict().get("only"):
        first_day = day(last.last.year, last.last.month, number=int(found["only"]))
        return _period(found, first_day, last=last.last) if first_day else None
    first = span_of(found, "a", year=last.last.year)
    if first is None:
        return None
    begin = first.first
    if begin > last.last and not has_year(found, "a"):
        begin = day(begin.year - 1, begin.month, number=begin.day) or begin
    return _period(found, begin, last=last.last) if begin <= last.last else None


def _until(found: re.Match[str], said: _Said) -> Period | None:
    span = span_of(found, "b", year=said.year)
    if span is None:
        return None
    word, edge = found.groupdict().get("word") or "", found.groupdict().get("edge") or ""
    if word in ("den", "toi") and not _may_end(found, said, edge=edge):
        return None
    exact = span.first == span.last
    before = word.endswith("truoc") or edge.strip().startswith("truoc")
    end = span.first - timedelta(days=1) if before and not exact and not edge.startswith(("het", "cuoi")) else span.last
    return replace(_period(found, None, last=end), has_year=has_year(found, "b") or not exact)


def _may_end(found: re.Match[str], said: _Said, *, edge: str) -> bool:
    """`đến năm 2030` is a horizon, `đến hết năm 2025` or `đến ngày …` an end."""
    if not is_coarse(found) or said.labelled:
        return True
    return edge.startswith("het") and "tam nhin" not in said.text


def _since(found: re.Match[str], said: _Said) -> Period | None:
    span = span_of(found, "a", year=said.year)
    if span is None or _EFFECT.search(said.text[: found.start()]):
        return None
    if is_coarse(found) and found["word"] != "sau" and not has_year(found, "a"):
        return None
    return _period(found, span.first, last=None)


def _within(found: re.Match[str], said: _Said) -> Period | None:
    span = span_of(found, "a", year=said.year)
    if span is None:
        return None
    word = found.groupdict().get("word") or ""
    if not said.labelled and not _states_doing(found, said.text, word=word):
        return None
    edge = (found.groupdict().get("edge") or "").strip()
    if edge.endswith("truoc"):
        return _period(found, None, last=span.last if span.first == span.last else span.first - timedelta(days=1))
    if _ON.match(said.text[found.end() :]):
        return _period(found, span.first, last=None)
    return _period(found, span.first, last=span.last)


def _states_doing(found: re.Match[str], text: str, *, word: str) -> bool:
    """Outside a time line, a year is a period of work only behind `hoàn thành …` or at the head of the sentence."""
    if word in ("hoan thanh", "xong", "thuc hien", "to chuc"):
        return "trong " in found.group() or "vao " in found.group() or not is_coarse(found)
    at_head = not text[: found.start()].strip(" -+")
    before = text[: found.start()].rstrip()
    if not is_coarse(found):
        return has_year(found, "a") or found["ad"] is not None
    return (at_head and word == "trong") or before.endswith(("hoan thanh", "thuc hien xong"))


def _period(found: re.Match[str], first: date | None, *, last: date | None) -> Period:
    return Period(first.isoformat() if first else None, last.isoformat() if last else None, found.start(), found.end())


_RULES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], _Said], Period | None]], ...] = (
    (_RANGE, _range),
    (_FROM_NOW, _until),
    (_BARE_RANGE, _range),
    (_UNTIL, _until),
    (_SINCE, _since),
    (_WITHIN, _within),
    (_BARE, _within),
)
_ONLY_LABELLED = (_BARE_RANGE, _BARE)
_TAKE_ALL = (_RANGE, _UNTIL, _SINCE)
