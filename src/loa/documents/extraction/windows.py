"""Periods and deadlines for doing something, on the innermost item that states them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from loa.documents.ports import Window

from .body import Body, Passage, is_purpose, is_target, sentences_of
from .citations import mentions
from .paragraphs import Paragraph
from .periods import Period, periods_in
from .repeats import repeats_in
from .slogans import is_slogan, quoted_slogans
from .time_labels import announced_at, is_time_label
from .wording import folded

# The first letter stands in one set, so that the search runs over the text at the speed of a single test.
_MAY_STATE_TIME = re.compile(
    r"[\dHhMmTtĐđQqCc](?:(?<=\d)|(?<=[Hh])(?:[ằà]ng|ết năm)|(?<=[Mm])(?:ỗi|ột (?:năm|quý|tháng))|"
    r"(?<=[Tt])(?:ừng|háng|hường niên)|"
    r"(?<=[Đđ])ịnh k|(?<=[Qq])uý|(?<=[Cc])uối năm)"
)

_COMES_BACK = re.compile(
    r"\b(?:hang|moi) nam\b|\bdinh ky\b|\b(?:0?6 thang|9 thang|quy (?:iv|i{1,3})|nam)[\s,:(]*truoc ngay\b"
)


@dataclass(frozen=True, slots=True)
class FoundWindow:
    """A window, the letters it was read from, and the rule that read it."""

    window: Window
    paragraph: Paragraph
    start: int
    end: int
    rule: str = ""


@dataclass(frozen=True, slots=True)
class _Place:
    """How a sentence stands: its document's day (as far as printed), a time line, among targets."""

    dated: str | None
    labelled: bool
    target: bool

    @property
    def year(self) -> int | None:
        return int(self.dated[:4]) if self.dated else None


def windows_of(body: Body, *, dated: str | None) -> list[FoundWindow]:
    """Every window of the body, each once per item; `dated`, the document's day, fills in a year left out."""
    kept: dict[Window, FoundWindow] = {}
    for item, passages in groupby(body.passages(), key=lambda passage: passage.item):
        if is_purpose(item):
            continue
        reaching = is_target(item)
        for passage in passages:
            if is_slogan(passage):
                continue
            for found in _windows(passage, dated, target=reaching):
                kept.setdefault(found.window, found)
    return list(kept.values())


def _windows(passage: Passage, dated: str | None, *, target: bool) -> Iterator[FoundWindow]:
    paragraph = passage.paragraph
    hits = [found.start() for found in _MAY_STATE_TIME.finditer(paragraph.text, passage.at)]
    if not hits:
        return
    text = _without_citations(paragraph)
    place = _Place(dated, is_time_label(passage), target)
    for start, end in sentences_of(text, passage.at):
        at = bisect_left(hits, start)
        if at == len(hits) or hits[at] >= end:
            continue
        for period in _periods(text[start:end], place):
            yield FoundWindow(
                Window(passage.item.label, period.first, period.last, period.every, period.day),
                paragraph,
                start + period.start,
                start + period.end,
                period.rule,
            )


def _periods(sentence: str, place: _Place) -> Sequence[Period]:
    repeats = [] if place.target else repeats_in(sentence)
    taken = [(item.start, item.end) for item in repeats]
    rest = _blank(sentence, taken)
    at = None if place.labelled else announced_at(sentence)
    single = [item for item in _single(rest, place, labelled=place.labelled) if at is None or item.start < at]
    if at is not None:
        single += [item for item in _single(rest, place, labelled=True) if item.start >= at]
    ahead = [item for item in (_ahead(item, place.dated) for item in single) if item is not None]
    comes_back = _COMES_BACK.search(folded(sentence)) is not None
    return sorted(_every_year(repeats, ahead, comes_back=comes_back), key=lambda item: item.start)


def _single(sentence: str, place: _Place, *, labelled: bool) -> list[Period]:
    return periods_in(sentence, year=place.year, labelled=labelled, target=place.target)


def _ahead(item: Period, dated: str | None) -> Period | None:
    """What ended before the document was signed is no duty; a day without a year is then meant for the next one."""
    end = item.last
    if dated is None or end is None or end[: len(dated)] >= dated:
        return item
    if item.has_year:
        return None
    return replace(item, first=_next_year(item.first), last=_next_year(end))


def _next_year(day: str | None) -> str | None:
    return f"{int(day[:4]) + 1}{day[4:]}" if day else None


def _every_year(repeats: list[Period], single: list[Period], *, comes_back: bool) -> list[Period]:
    """`Hằng năm …, trước ngày 20/11`: the day without a year belongs to the interval."""
    bare = [item for item in repeats if item.every in ("year", "half-year") and item.day is None]
    dated = [item for item in single if item.last and not item.first and not item.has_year]
    if not (bare or comes_back) or not dated:
        return [*repeats, *single]
    yearly = [
        replace(item, first=None, last=None, every="year", day=(item.last or "")[5:], rule="window.repeat")
        for item in dated
    ]
    return [*(item for item in repeats if item not in bare), *(item for item in single if item not in dated), *yearly]


def _without_citations(paragraph: Paragraph) -> str:
    """The paragraph with cited documents and quoted slogans blanked out, so that their dates are no windows."""
    if "/" not in paragraph.text:
        return paragraph.text
    cited = [(mention.start, mention.end) for mention in mentions(paragraph)]
    return _blank(paragraph.text, [*cited, *quoted_slogans(paragraph.text)])


def _blank(text: str, spans: Sequence[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
