"""Who reports to whom, through whom, how often and when first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from loa.documents.ports import ReportingDuty

from .assignment_rows import FoundAssignment
from .body import Body, Passage, is_purpose, sentences_of
from .citations import mentions
from .outline import Item
from .paragraphs import Paragraph
from .report_times import report_times
from .units import UNIT, UnitName, list_end, names_in
from .wording import folded

SENTENCE, SECTION = "reporting.sentence", "reporting.section"

_REPORTS = re.compile(r"báo cáo(?! viên)", re.IGNORECASE)
_RECEIVER = re.compile(r"(?:\bvề|\bgửi(?: về)?|\bcho|\bđến|\bvới|theo yêu cầu của|[Bb]áo cáo)\s+(?:cho\s+)?(?=\S)")
_THROUGH = re.compile(r"\s*\(?\s*(?:thông )?qua\s+(?=\S)")
_THROUGH_LATER = re.compile(r"(?:\(|\bthông )qua\s+(?=\S)")
_ASKED = re.compile(r"(?:[Đđ]ề nghị|[Yy]êu cầu|[Gg]iao)\s+")
_ALSO = re.compile(r",?\s+đồng(?: thời)?$")
_TROUBLE = re.compile(
    r"(?:trong )?qua trinh\b|neu (?:co|phat sinh|gap)\b|truong hop\b|khi (?:co|phat sinh) (?:kho|vuong)"
)
_TROUBLE_WORDS = re.compile(r"kho khan|vuong mac|phat sinh")
_CUT_OFF = re.compile(r"chot so lieu|lay so lieu|tinh tu ngay")  # the days that a report covers, not when it is due
_AD_HOC = re.compile(r"dot xuat|khi (?:co|duoc|nhan duoc) yeu cau|khi can thiet|bao cao nhanh")
_SECTION = re.compile(
    r"(?:che do |cong tac |ve )?(?:thong tin,? (?:va )?)?bao cao\b|[^.:;]{0,60}\b(?:che do )?bao cao\W*$"
)
_TIME_FIRST = re.compile(r"(?:hang|moi|dinh ky|thang|quy|0?6 thang|sau thang|nam|dot xuat|ky|thoi (?:gian|han))\b")
_NAMES_RECEIVER = re.compile(r"(?:co quan|don vi|noi|dau moi)\s+(?:tiep )?nhan\s+bao cao\s*:\s*")
_NAMES_REPORTER = re.compile(r"(?:co quan|don vi|doi tuong)(?:\s+(?:thuc hien|gui|lap))?\s+bao cao\s*:\s*")


@dataclass(frozen=True, slots=True)
class Place:
    """Letters of a paragraph."""

    paragraph: Paragraph
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class FoundReporting:
    """A reporting duty and the sentence it was read from."""

    duty: ReportingDuty
    paragraph: Paragraph
    start: int
    end: int
    rule: str = SENTENCE
    named: Place | None = None  # where a section on reports names the receiver, when it is not in this sentence


@dataclass(frozen=True, slots=True)
class _Sentence:
    """One sentence that may ask for a report; `text` is its paragraph with every cited document blanked out."""

    paragraph: Paragraph
    text: str
    start: int
    end: int
    clause: str

    @property
    def words(self) -> str:
        return self.text[self.start : self.end]


def reporting_of(body: Body, assignments: Sequence[FoundAssignment], *, day: str | None = None) -> list[FoundReporting]:
    """Every stated duty to report; the clause is empty where the closing paragraph states it.

    :param day: the plan's own day, whole (YYYY-MM-DD) or in part; a first due day follows from a whole one only.
    """
    calendar = _Calendar(_whole(day), int(day[:4]) if day else None)
    leads = {found.row.clause: found.row.unit for found in reversed(assignments) if found.row.role != "support"}
    out: list[FoundReporting] = []
    section: _Section | None = None
    for passage in body.passages():
        if passage.is_heading:
            section = _section_of(passage, section)
        if (section is None and "áo cáo" not in passage.paragraph.text) or is_purpose(passage.item):
            continue
        reporter = next((leads[item.label] for item in passage.item.chain if item.label in leads), None)
        spoken = section or _Section(None)
        for sentence in _sentences(passage.paragraph, passage.at, clause=passage.item.label):
            out += _duties(sentence, calendar, reporter=reporter, section=spoken)
    for paragraph in body.closing:
        spoken = _Section(None)
        for sentence in _sentences(paragraph, 0, clause=""):
            out += _duties(sentence, calendar, reporter=None, section=spoken)
    return _distinct(out)


def _whole(day: str | None) -> date | None:
    try:
        return date.fromisoformat(day) if day and len(day) == 10 else None
    except ValueError:  # a day that no calendar has
        return None


@dataclass(frozen=True, slots=True)
class _Calendar:
    """The plan's own day and year, where it prints them."""

    day: date | None
    year: int | None


@dataclass(slots=True)
class _Section:
    """A section on reports: who reports to whom there, for its lines that only name an interval.

    Without an item it is one paragraph: its sentences behind the one that names the receiver.
    """

    item: Item | None
    reporter: str | None = None
    receiver: str | None = None
    through: str | None = None
    named: Place | None = None


@dataclass(frozen=True, slots=True)
class _Parties:
    """Who reports to whom, through whom; `named` is where the section says so, None where the sentence does."""

    reporter: str | None
    receiver: str
    through: str | None
    named: Place | None


def _section_of(passage: Passage, current: _Section | None) -> _Section | None:
    """The section on reports that the passage stands in; a heading that says so opens one."""
    if current is not None and current.item in passage.item.chain:
        return current
    heading = folded(passage.item.heading)
    return _Section(passage.item) if len(heading.split()) <= 14 and _SECTION.match(heading) else None


def _sentences(paragraph: Paragraph, at: int, *, clause: str) -> Iterator[_Sentence]:
    text = paragraph.text
    if any(letter.isdigit() for letter in text) and _REPORTS.search(text):
        for mention in mentions(paragraph):
            text = text[: mention.start] + " " * (mention.end - mention.start) + text[mention.end :]
    for start, end in sentences_of(text, at):
        yield _Sentence(paragraph, text, start, end, clause)


def _duties(
    sentence: _Sentence, calendar: _Calendar, *, reporter: str | None, section: _Section
) -> Iterator[FoundReporting]:
    found = _REPORTS.search(sentence.text, sentence.start, sentence.end)
    plain = folded(sentence.words)
    if _names_party(sentence, section):
        return
    may_go_on = section.item is not None and _TIME_FIRST.match(plain) is not None
    if (_TROUBLE.match(plain) and _TROUBLE_WORDS.search(plain)) or not (found or may_go_on):
        return
    parties = _parties(sentence, found.start() if found else None, reporter=reporter, section=section)
    if parties is None:
        return
    at = found.start() - sentence.start if found else 0
    is_ad_hoc = _AD_HOC.search(plain) is not None
    for time in report_times(sentence.words, at=at, plan_day=calendar.day, year=calendar.year):
        if parties.named is not None and not (time.every or time.first_due or is_ad_hoc):
            continue
        duty = ReportingDuty(
            clause=sentence.clause,
            reporter=parties.reporter,
            receiver=parties.receiver,
            every=time.every,
            is_periodic=time.every is not None or "dinh ky" in plain,
            is_ad_hoc=is_ad_hoc,
            through=parties.through,
            first_due=time.first_due,
        )
        rule = SENTENCE if parties.named is None else SECTION
        yield FoundReporting(duty, sentence.paragraph, sentence.start, sentence.end, rule, parties.named)


def _parties(sentence: _Sentence, at: int | None, *, reporter: str | None, section: _Section) -> _Parties | None:
    """Who reports to whom by this sentence, which says `báo cáo` at `at`; else by its section."""
    text, end = sentence.text, sentence.end
    receiver = _receiver(text, at, end=end) if at is not None else None
    subject = _subject(text, sentence.start, end=at) if at is not None else None
    if receiver is not None:
        through = _through(text, receiver, end=end)
        own = _Parties(subject or reporter, _ALSO.sub("", receiver.text), through, None)
        section.reporter, section.receiver, section.through = own.reporter, own.receiver, own.through
        section.named = Place(sentence.paragraph, sentence.start, sentence.end)
        return own
    if section.receiver is None or _CUT_OFF.search(folded(sentence.words)):
        return None
    return _Parties(subject or section.reporter or reporter, section.receiver, section.through, section.named)


def _names_party(sentence: _Sentence, section: _Section) -> bool:
    """A labelled line of a section on reports: `Cơ quan nhận báo cáo: …`, `Đơn vị báo cáo: …`."""
    plain = folded(sentence.words)
    for pattern, side in ((_NAMES_RECEIVER, "receiver"), (_NAMES_REPORTER, "reporter")):
        if found := pattern.match(plain):
            setattr(section, side, sentence.words[found.end() :].strip(" .;") or None)
            section.named = Place(sentence.paragraph, sentence.start, sentence.end)
            return True
    return False


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
    """`về UBND xã (qua Phòng …)`: the unit named right behind the receiver, or later behind `thông qua`."""
    found = _THROUGH.match(text, receiver.start + len(receiver.text), end)
    found = found or _THROUGH_LATER.search(text, receiver.end, end)
    if found is None or not UNIT.match(text[found.end()].upper() + text[found.end() + 1 : end]):
        return None
    bracket = text.find(")", found.end(), end)
    stop = list_end(text, found.end(), end=end if bracket < 0 else bracket)
    names = names_in(text, found.end(), end=stop)
    return names[0].text if names else None


def _subject(text: str, start: int, *, end: int) -> str | None:
    asked = list(_ASKED.finditer(text, start, end))
    at = asked[-1].end() if asked else start
    if not UNIT.match(text, at):
        return None
    stop = list_end(text, at, end=end)
    return text[at:stop].strip(" ,") or None


def _distinct(found: list[FoundReporting]) -> list[FoundReporting]:
    """Each duty once; the sentence that only opens a list of intervals says no duty of its own."""
    kept: dict[ReportingDuty, FoundReporting] = {}
    for item in found:
        kept.setdefault(item.duty, item)
    listed = {item.duty.receiver for item in kept.values() if item.rule == SECTION}
    return [item for item in kept.values() if not (_opens_list(item) and item.duty.receiver in listed)]


def _opens_list(item: FoundReporting) -> bool:
    bare = replace(item.duty, is_periodic=False, is_ad_hoc=False)
    return item.paragraph.text[: item.end].rstrip().endswith(":") and bare.every is None and bare.first_due is None
