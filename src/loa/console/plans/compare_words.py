"""A revised plan beside the campaign it carries on, in words: what was, what is, what people did, what will be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from loa.campaigns.models import AssignmentRole
from loa.campaigns.revision import Fate, FormerCorrection, Kind, Revision, RevisionLine, Row, Work
from loa.console.plans.anchoring import opening
from loa.console.plans.fields import channel_words
from loa.core.language import gettext
from loa.core.language import gettext as _
from loa.core.language import gettext_noop as marked

KIND_LABELS = {
    Kind.TOPIC: marked("Nội dung"),
    Kind.ACTIVITY: marked("Hình thức"),
    Kind.ASSIGNMENT: marked("Phân công"),
    Kind.REPORTING: marked("Báo cáo"),
    Kind.OUTSIDE: marked("Ngoài phạm vi"),
    Kind.COST: marked("Kinh phí"),
    Kind.QUESTION: marked("Câu hỏi"),
}
FATE_LABELS = {
    Fate.CHANGED: marked("Đổi"),
    Fate.NEW: marked("Mới"),
    Fate.ENDED: marked("Thôi"),
    Fate.KEPT: marked("Giữ nguyên"),
}
CHANGED_LABELS = {
    "clause": marked("số mục"),
    "words": marked("nội dung"),
    "name": marked("đơn vị"),
    "role": marked("vai trò"),
    "days": marked("thời gian"),
    "channels": marked("kênh"),
}


@dataclass(frozen=True, slots=True)
class SideWords:
    """One row of a plan: its clause, its words, and a second line; empty where the plan has no such row."""

    clause: str = ""
    data: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class LineWords:
    """One line of the comparison; `outcome` says what becomes of the row."""

    kind: str
    was: SideWords
    becomes: SideWords
    done: str
    outcome: str


@dataclass(frozen=True, slots=True)
class FatePart:
    """The lines of one fate; `name` is the fate's value."""

    name: str
    label: str
    lines: list[LineWords]


def parts_of(revision: Revision) -> list[FatePart]:
    """What changes first, what stays last; a fate without lines is left out."""
    parts = (
        FatePart(fate.value, gettext(label), [_line(line) for line in revision.of(fate)])
        for fate, label in FATE_LABELS.items()
    )
    return [part for part in parts if part.lines]


def lost_corrections(corrections: Iterable[FormerCorrection]) -> list[tuple[str, str]]:
    """What people corrected in the former plan and the new one says otherwise: (was, became)."""
    return [(_value(one.change.was), _value(one.change.became)) for one in corrections if not one.still_holds]


def _value(value: object) -> str:
    if isinstance(value, dict):
        known = ("unit", "name", "text", "title", "receiver", "label", "content", "end", "start")
        return next((str(value[name]) for name in known if value.get(name)), "")
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)


def _line(line: RevisionLine) -> LineWords:
    return LineWords(
        kind=gettext(KIND_LABELS[line.kind]),
        was=_side(line.was),
        becomes=_side(line.becomes),
        done=work_words(line.work),
        outcome=_outcome(line),
    )


def _side(row: Row | None) -> SideWords:
    if row is None:
        return SideWords()
    role = gettext(str(AssignmentRole(row.role).label)) if row.kind is Kind.ASSIGNMENT else ""
    channels = channel_words(row.channels)
    data = ": ".join(filter(None, (row.name, opening(row.words))))
    return SideWords(row.clause, data, "; ".join(filter(None, (role, gettext(row.days) if row.days else "", channels))))


def work_words(work: Work) -> str:
    """What people did on a row; empty where nothing."""
    counted = (
        (work.messages, _("{count} tin bài")),
        (work.progress, _("{count} lần báo tiến độ")),
        (work.proofs, _("{count} minh chứng")),
        (work.answers, _("{count} câu trả lời")),
    )
    return ", ".join(words.format(count=count) for count, words in counted if count)


def _outcome(line: RevisionLine) -> str:
    if line.fate is Fate.KEPT:
        return _("Giữ nguyên")
    if line.fate is Fate.NEW:
        return _("Thành việc mới")
    if line.fate is Fate.ENDED:
        return _("Thôi làm; những gì đã làm vẫn giữ") if line.work else _("Thôi làm")
    what = ", ".join(gettext(CHANGED_LABELS[name]) for name in line.changed)
    return _("Đổi {what}; những gì đã làm vẫn giữ").format(what=what)
