"""Periods and deadlines for doing something, on the innermost item that states them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from loa.documents.ports import Window

from .body import Body, Passage, is_purpose, is_target, sentences_of
from .citations import mentions
from .paragraphs import Paragraph
from .periods import Period, periods_in
from .repeats import repeats_in
from .time_labels import is_time_label

_MAY_STATE_TIME = re.compile(r"\d|h[ằà]ng|mỗi|từng|định kỳ|tháng|quý", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FoundWindow:
    """A window and the letters it was read from."""

    window: Window
    paragraph: Paragraph
    start: int
    end: int


def windows_of(body: Body, *, year: int | None) -> list[FoundWindow]:
    """Every window of the body, each once per item; `year` fills in a year left out."""
    kept: dict[Window, FoundWindow] = {}
    for passage in body.passages():
        if is_purpose(passage.item):
            continue
        for found in _windows(passage, year):
            kept.setdefault(found.window, found)
    return list(kept.values())


def _windows(passage: Passage, year: int | None) -> Iterator[FoundWindow]:
    paragraph = passage.paragraph
    text = _without_citations(paragraph)
    labelled = is_time_label(passage)
    for start, end in sentences_of(text, passage.at):
        if not _MAY_STATE_TIME.search(text, start, end):
            continue
        for period in _periods(text[start:end], year, labelled=labelled, target=is_target(passage.item)):
            yield FoundWindow(
                Window(passage.item.label, period.first, period.last, period.every, period.day),
                paragraph,
                start + period.start,
                start + period.end,
            )


def _periods(sentence: str, year: int | None, *, labelled: bool, target: bool) -> Sequence[Period]:
    repeats = [] if target else repeats_in(sentence)
    taken = [(item.start, item.end) for item in repeats]
    single = periods_in(_blank(sentence, taken), year=year, labelled=labelled, target=target)
    return sorted(_every_year(repeats, single), key=lambda item: item.start)


def _every_year(repeats: list[Period], single: list[Period]) -> list[Period]:
    """`Hằng năm …, trước ngày 20/11`: the day without a year belongs to the interval."""
    bare = next((item for item in repeats if item.every == "year" and item.day is None), None)
    dated = [item for item in single if item.last and not item.first and not item.has_year]
    if bare is None or not dated:
        return [*repeats, *single]
    yearly = [replace(item, first=None, last=None, every="year", day=(item.last or "")[5:]) for item in dated]
    return [*(item for item in repeats if item is not bare), *(item for item in single if item not in dated), *yearly]


def _without_citations(paragraph: Paragraph) -> str:
    """The paragraph with every cited document blanked out, so that its date is no window."""
    return _blank(paragraph.text, [(mention.start, mention.end) for mention in mentions(paragraph)])


def _blank(text: str, spans: Sequence[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
