"""Single periods and deadlines inside one sentence: `từ … đến …`, `trước ngày …`, `trong quý IV/2025`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from .dates import day
from .moments import has_year, is_coarse, kind_of, moment, span_of
from .wording import folded

_EDGE = r"(?:het\s+|tuan (?:dau|cuoi|\d|thu \w+) (?:cua )?|cuoi\s+|dau\s+|truoc\s+|khoang\s+)*"
_HOUR = r"\d{1,2}\s?(?:h|g|gio|:)\s?\d{0,2}\s*(?:phut|['′])?\s*,?\s*"
_TO = r"\s*(?:,\s*)?(?:cho den|den|toi|-|–|(?:va )?ket thuc(?: vao)?)\s*"
_RANGE = re.compile(
    rf"\b(?:tu|ke tu|bat dau tu)\s+{_EDGE}(?:{_HOUR})?(?:{moment('a')}|"
    rf"(?:ngay\s+)?(?P<only>[0-3]?\d))(?:\s?\([^()]{{1,30}}\))?"
    rf"{_TO}{_EDGE}(?:{_HOUR})?{moment('b')}"
)
_BARE_RANGE = re.compile(rf"(?<![\w/]){moment('a')}\s*(?:den|toi|-|–)\s*{_EDGE}{moment('b')}")
_DAYS = re.compile(
    rf"\bngay\s+(?P<only>[0-3]?\d)(?:\s*(?:,|va)\s*(?:ngay\s+)?[0-3]?\d){{0,6}}?\s*(?:,|va|-|–)\s*{moment('b')}"
)
_HOURS = re.compile(rf"\btu\s+{_HOUR}{_TO}{_HOUR}{moment('a')}")
_FROM_NOW = re.compile(rf"\btu nay (?:cho )?(?:den|toi)\s*{_EDGE}{moment('b')}")
_YEAR_END = re.compile(r"\b(?:den|truoc) (?:het|cuoi|khi ket thuc|ket thuc) nam(?: nay)?(?!\s*(?:\d|hoc|ke hoach))\b")
_UNTIL = re.compile(
    rf"(?P<word>xong truoc|truoc|cham nhat(?: la| den| vao)?|muon nhat(?: la)?|khong qua|khong muon hon|"
    rf"han (?:cuoi|chot)(?: la)?|(?<!tinh )(?:den|toi))"
    rf"\s+(?P<edge>{_EDGE})(?:{_HOUR})?{moment('b')}"
)
_ALSO = re.compile(rf"(?<= {{8}})\s*(?:,|va)\s+(?:truoc\s+)?(?:ngay\s+)?(?=[\d/]+/20\d{{2}}){moment('b')}")
_SINCE = re.compile(rf"\b(?P<word>tu|ke tu|bat dau tu|sau)\s+{_EDGE}{moment('a')}")
_WITHIN = re.compile(
    rf"\b(?P<word>trong|vao|xong|luc|hoan thanh|thuc hien|to chuc)\s+(?:(?:trong|vao|thoi gian|khoang|luc|hoi|"
    rf"ca|(?:ky|dot|buoi|phien|sinh hoat|"
    rf"hoi nghi)\s(?:[a-z]+\s){{1,6}}?)\s*)*(?:{_HOUR})?(?P<edge>{_EDGE}){moment('a')}"
)
_HEADS = re.compile(rf"^\W*(?:{_HOUR})?{moment('a')}(?=\s*(?::|,|\.?\s*$))")
_BRACKETED = re.compile(rf"\(\s*(?:trong\s+)?(?P<edge>{_EDGE}){moment('a')}\s*\)")
_BARE = re.compile(rf"(?<![\w/])(?P<edge>{_EDGE}){moment('a')}")
_ON = re.compile(r"^\s*va (?:cac|nhung) nam (?:tiep theo|sau|ke tiep)|^\s*tro di")
_EFFECT = re.compile(r"(?:hieu luc|thanh lap|ban hanh|ap dung|van hanh)(?: thi hanh)?(?: ke)?\s*$")
_DONE_BEFORE = re.compile(r"\bda\b")
_TARGET = re.compile(r"%|\bđạt\b|\bt[ỷỉ] lệ\b|\bphấn đấu\b|\btầm nhìn\b|\bđịnh hướng\b|\btrong đó\b.*\btrạm\b", re.I)
_WORK_AHEAD = re.compile(
    r"trong giai doan\b[^.;a-z]*(?:,?\s*(?:dam bao|tap trung|tiep tuc|day manh|chu dong)\s*,?)?\s*"
    r"(?:xay dung|trien khai|to chuc|thuc hien)\b"
)
_CUT_OFF = re.compile(r"chot so lieu|tinh tu ngay|so lieu (?:bao cao )?(?:duoc )?tinh")  # the days a report covers
_REPORTS = re.compile(
    r"(?:tap huan|ra quan|phat dong|trien khai|to chuc|bao cao|so ket|tong ket|hoan thanh|danh gia|"
    r"nghiem thu)\b[^.;()]{0,80}$"
)
_DUE = re.compile(r"\b(?:han|hoan thanh)\b[^:]{0,30}:\s*$")
_REACH = 300  # letters; a date that opens a sentence stands at its head
_PAST = re.compile(r"^(?:\W|Ngày|Vào|ngày)*[\d\s/thángnăm.-]+,?\s.*\bđã\b")
_NAMES_A_TIME = re.compile(r"\d|\bquy i|(?:het|cuoi|ket thuc) nam\b")


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
    rule: str = ""


@dataclass(frozen=True, slots=True)
class _Said:
    """A folded sentence, the day of the document, and whether the sentence announces a time."""

    text: str
    year: int | None
    labelled: bool


def periods_in(sentence: str, *, year: int | None, labelled: bool, target: bool) -> list[Period]:
    """The periods of one sentence; `labelled` where it announces a time, `target` where it stands among targets."""
    text = folded(sentence)
    if not _NAMES_A_TIME.search(text) or _PAST.match(sentence[:_REACH]) or _CUT_OFF.search(text):
        return []
    reaching = not labelled and (target or _TARGET.search(sentence) is not None) and not _WORK_AHEAD.match(text)
    read = _read(_Said(text, year, labelled))
    return [period for period, coarse in read if not (reaching and (coarse or target))]


def _read(said: _Said) -> Iterator[tuple[Period, bool]]:
    """Each period with whether it is as coarse as a year; what one rule has read is blanked for the next."""
    for needles, pattern, reader in _RULES:
        if (pattern in _ONLY_LABELLED and not said.labelled) or not any(word in said.text for word in needles):
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
        fits = first_day and first_day <= last.last and last.first == last.last
        return _period(found, first_day, last=last.last, rule="window.from-to") if fits else None
    first = span_of(found, "a", year=last.last.year)
    if first is None:
        return None
    begin = first.first
    if begin > last.last and not has_year(found, "a"):
        begin = day(begin.year - 1, begin.month, number=begin.day) or begin
    if begin > last.last:
        return None
    known = has_year(found, "a") or has_year(found, "b")
    return replace(_period(found, begin, last=last.last, rule="window.from-to"), has_year=known)


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
    known = has_year(found, "b") or not exact
    return replace(_period(found, None, last=end, rule="window.deadline"), has_year=known)


def _may_end(found: re.Match[str], said: _Said, *, edge: str) -> bool:
    """`đến năm 2030` is a horizon, `đến hết năm 2025` or `đến ngày …` an end."""
    if not is_coarse(found) or said.labelled:
        return True
    return edge.startswith("het") and "tam nhin" not in said.text


def _year_end(found: re.Match[str], said: _Said) -> Period | None:
    if said.year is None:
        return None
    return _period(found, None, last=date(said.year, 12, 31), rule="window.deadline")


def _since(found: re.Match[str], said: _Said) -> Period | None:
    span = span_of(found, "a", year=said.year)
    if span is None or _EFFECT.search(said.text[: found.start()]):
        return None
    if _DONE_BEFORE.search(said.text, found.end()) or (said.text[found.end() :].startswith((" den nay", " toi nay"))):
        return None
    if is_coarse(found) and found["word"] != "sau" and not has_year(found, "a"):
        return None
    return _period(found, span.first, last=None, rule="window.since")


def _within(found: re.Match[str], said: _Said) -> Period | None:
    span = span_of(found, "a", year=said.year)
    if span is None:
        return None
    word = found.groupdict().get("word") or ""
    if not said.labelled and not _states_doing(found, said.text, word=word):
        return None
    kind = kind_of(found, "a")
    if kind == "day" and _DUE.search(said.text[: found.start()]):
        return replace(_period(found, None, last=span.last, rule="window.deadline"), has_year=has_year(found, "a"))
    edge = (found.groupdict().get("edge") or "").strip()
    if edge.endswith("truoc"):
        before = span.last if span.first == span.last else span.first - timedelta(days=1)
        return _period(found, None, last=before, rule="window.deadline")
    if _ON.match(said.text[found.end() :]):
        return _period(found, span.first, last=None, rule="window.since")
    return replace(_period(found, span.first, last=span.last, rule=f"window.{kind}"), has_year=has_year(found, "a"))


def _states_doing(found: re.Match[str], text: str, *, word: str) -> bool:
    """Outside a time line, a year is a period of work only behind `hoàn thành …` or at the head of the sentence."""
    if word in ("hoan thanh", "xong", "thuc hien", "to chuc"):
        return "trong " in found.group() or "vao " in found.group() or not is_coarse(found)
    at_head = not text[: found.start()].strip(" -+")
    before = text[: found.start()].rstrip()
    if not is_coarse(found):
        return has_year(found, "a") or kind_of(found, "a") == "day"
    done_then = word == "vao" and _REPORTS.search(before) is not None
    return (at_head and word == "trong") or done_then or before.endswith(("hoan thanh", "thuc hien xong"))


def _headed(found: re.Match[str], said: _Said) -> Period | None:
    """`Giai đoạn 2026 - 2030`, `Năm 2026: …`: the period is the heading of what is done in it."""
    return _within(found, replace(said, labelled=True)) if has_year(found, "a") else None


def _bracketed(found: re.Match[str], said: _Said) -> Period | None:
    """`Báo cáo giữa kỳ (năm 2028)`: the bracket says when the report is due."""
    if kind_of(found, "a") == "day" or not _REPORTS.search(said.text[: found.start()]):
        return None
    return _within(found, replace(said, labelled=True))


def _period(found: re.Match[str], first: date | None, *, last: date | None, rule: str) -> Period:
    start, end = found.span()
    return Period(first.isoformat() if first else None, last.isoformat() if last else None, start, end, rule=rule)


_Reader = Callable[[re.Match[str], _Said], Period | None]
_FROM, _TO_WORDS = ("tu ",), ("den ", "toi ", "-", "–")
_RULES: tuple[tuple[tuple[str, ...], re.Pattern[str], _Reader], ...] = (
    (("tu ",), _HOURS, _within),
    (("tu ",), _RANGE, _range),
    (("tu nay",), _FROM_NOW, _until),
    ((" nam",), _YEAR_END, _year_end),
    (("ngay ",), _DAYS, _range),
    (_TO_WORDS, _BARE_RANGE, _range),
    (("truoc", "nhat", "qua", "hon", "han ", "den ", "toi "), _UNTIL, _until),
    (("/20",), _ALSO, _until),
    (("tu ", "sau "), _SINCE, _since),
    (("trong", "vao", "xong", "luc", "thanh", "hien", "chuc"), _WITHIN, _within),
    (("20",), _HEADS, _headed),
    (("(",), _BRACKETED, _bracketed),
    (("",), _BARE, _within),
)
_ONLY_LABELLED = (_BARE_RANGE, _BARE)
_TAKE_ALL = (_RANGE, _UNTIL, _SINCE)
