"""Who reports to whom, through whom, and how often."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loa.documents.ports import ReportingDuty

from .assignment_rows import FoundAssignment
from .body import Body, is_purpose, sentences_of
from .paragraphs import Paragraph
from .repeats import repeats_in
from .units import UNIT, UnitName, list_end, names_in
from .wording import folded

_REPORTS = re.compile(r"báo cáo", re.IGNORECASE)
_RECEIVER = re.compile(r"(?:\bvề|\bgửi(?: về)?|\bcho|\bđến|\bvới|theo yêu cầu của|[Bb]áo cáo)\s+(?:cho\s+)?(?=\S)")
_THROUGH = re.compile(r"\s*\(?\s*(?:thông )?qua\s+(?P<name>[^();.]+)")
_ASKED = re.compile(r"(?:[Đđ]ề nghị|[Yy]êu cầu|[Gg]iao)\s+")


@dataclass(frozen=True, slots=True)
class FoundReporting:
    """A reporting duty and the sentence it was read from."""

    duty: ReportingDuty
    paragraph: Paragraph
    start: int
    end: int


def reporting_of(body: Body, assignments: list[FoundAssignment]) -> list[FoundReporting]:
    """Every stated duty to report; the clause is empty where the closing paragraph states it."""
    out: list[FoundReporting] = []
    for passage in body.passages():
        if not is_purpose(passage.item):
            reporter = _lead_of([item.label for item in passage.item.chain], assignments)
            out += _duties(passage.paragraph, passage.at, clause=passage.item.label, reporter=reporter)
    for paragraph in body.closing:
        out += _duties(paragraph, 0, clause="", reporter=None)
    return _distinct(out)


def _lead_of(labels: list[str], assignments: list[FoundAssignment]) -> str | None:
    for label in labels:
        for found in assignments:
            if found.row.clause == label and found.row.role != "support":
                return found.row.unit
    return None


def _duties(paragraph: Paragraph, at: int, *, clause: str, reporter: str | None) -> Iterator[FoundReporting]:
    text = paragraph.text
    for start, end in sentences_of(text, at):
        found = _REPORTS.search(text, start, end)
        if not found:
            continue
        receiver = _receiver(text, found.start(), end=end)
        if receiver is None:
            continue
        plain = folded(text[start:end])
        repeats = repeats_in(text[start:end])
        duty = ReportingDuty(
            clause=clause,
            reporter=_subject(text, start, end=found.start()) or reporter,
            receiver=receiver.text,
            every=repeats[0].every if repeats else None,
            is_periodic=bool(repeats) or "dinh ky" in plain,
            is_ad_hoc="dot xuat" in plain,
            through=_through(text, receiver, end=end),
        )
        yield FoundReporting(duty, paragraph, start, end)


def _receiver(text: str, start: int, *, end: int) -> UnitName | None:
    """The first body named behind `báo cáo`."""
    for found in _RECEIVER.finditer(text, start, end):
        if not UNIT.match(text, found.end()):
            continue
        stop = list_end(text, found.end(), end=end)
        names = names_in(text, found.end(), end=stop)
        if names and not names[0].is_vague:
            return names[0]
    return None


def _through(text: str, receiver: UnitName, *, end: int) -> str | None:
    """`về UBND xã (qua Phòng …)`: the unit named right behind the receiver."""
    found = _THROUGH.match(text, receiver.start + len(receiver.text), end)
    return found["name"].split(",")[0].strip() if found else None


def _subject(text: str, start: int, *, end: int) -> str | None:
    asked = list(_ASKED.finditer(text, start, end))
    at = asked[-1].end() if asked else start
    if not UNIT.match(text, at):
        return None
    stop = list_end(text, at, end=end)
    return text[at:stop].strip(" ,") or None


def _distinct(found: list[FoundReporting]) -> list[FoundReporting]:
    kept: dict[ReportingDuty, FoundReporting] = {}
    for item in found:
        kept.setdefault(item.duty, item)
    return list(kept.values())
