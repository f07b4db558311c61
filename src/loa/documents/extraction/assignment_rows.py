"""An assignment as found: the row, the letters that name its unit, and the rule that read it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loa.documents.ports import AssignmentRow

from .body import Passage
from .paragraphs import Paragraph
from .units import UnitName, names_in
from .wording import folded

LEAD, SUPPORT, REQUEST = "lead", "support", "request"
NAMES_IN_BRACKETS = re.compile(r"\s*\(([^)]*)\)")
_ASKS = re.compile(r"(?:(?:Kính |Trân trọng |Rất mong |kính |trân trọng )?(?:Đề nghị|đề nghị)|Kính mời|Mời)\s+")
_GIVES = re.compile(
    r"(?:(?:Thống nhất|Đồng ý|Chủ trương)(?: chủ trương)?,?\s+giao|Giao|giao|Yêu cầu|yêu cầu|Phân công|"
    r"Ủy quyền|Uỷ quyền|Chỉ định)\s+"
    r"(?:(?:nhiệm vụ|trách nhiệm)\s+)?(?:cho\s+)?"
)
_EVERY_COMMUNE = re.compile(r"\bubnd (?:cac )?xa, phuong(?:,? (?:va )?(?:dac khu|thi tran))?$")


@dataclass(frozen=True, slots=True)
class FoundAssignment:
    """An assignment and the letters that name its unit."""

    row: AssignmentRow
    paragraph: Paragraph
    start: int
    end: int
    is_vague: bool
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """The role that a rule gives to the bodies it finds."""

    role: str
    rule: str


LABELLED = Reading(LEAD, "assignment.labelled")
LISTED = Reading(LEAD, "assignment.listed")
HEADED = Reading(LEAD, "assignment.heading")
SUBJECT = Reading(LEAD, "assignment.subject")
GIVEN = Reading(LEAD, "assignment.given")
LEADS = Reading(LEAD, "assignment.leads")
ASKED = Reading(REQUEST, "assignment.request")
HEADED_ASKED = Reading(REQUEST, "assignment.heading-request")
LABELLED_SUPPORT = Reading(SUPPORT, "assignment.labelled-support")
LISTED_SUPPORT = Reading(SUPPORT, "assignment.listed-support")
PARTNER = Reading(SUPPORT, "assignment.support")


def asked(text: str, at: int) -> tuple[int, Reading]:
    """Where the names begin behind `Đề nghị`, `Giao` …, and the role that word gives."""
    if found := _ASKS.match(text, at):
        return found.end(), ASKED
    if found := _GIVES.match(text, at):
        return found.end(), GIVEN
    return at, SUBJECT


def rows_of(passage: Passage, start: int, *, end: int, reading: Reading) -> Iterator[FoundAssignment]:
    """One row per body in the list `start`..`end` of the passage."""
    for name in names_in(passage.paragraph.text, start, end=end):
        yield found_row(passage, name, reading=reading)


def found_row(passage: Passage, name: UnitName, *, reading: Reading) -> FoundAssignment:
    """The row of one name."""
    row = AssignmentRow(passage.item.label, name.text, reading.role)
    return FoundAssignment(row, passage.paragraph, name.start, name.end, name.is_vague, reading.rule)


def body_key(unit: str) -> str:
    """The same for two spellings of one body: `các` and the short form of `Ủy ban nhân dân` make no difference."""
    plain = folded(unit).replace("uy ban nhan dan", "ubnd").replace("thanh pho", "tp")
    plain = _EVERY_COMMUNE.sub("ubnd cap xa", plain)
    return " ".join(word for word in plain.split() if word != "cac")
