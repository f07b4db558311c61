"""A revised plan beside the campaign it carries on, in words: what changes and how, what comes, ends and stays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from loa.campaigns.models import AssignmentRole
from loa.campaigns.revision import Fate, Kind, Revision, RevisionLine, Row, Work
from loa.channels.ports import CHANNEL_LABELS, ChannelKind
from loa.console.plans.anchoring import called, opening
from loa.console.plans.compare_marks import Parts, marked_names, marked_pair, whole
from loa.console.plans.fields import channel_words
from loa.core.language import gettext
from loa.core.language import gettext as _
from loa.core.language import gettext_noop as marked

MOVED = "moved"  # changed by Loa's count, but only in its number: what a clause put in does to all after it
KIND_LABELS = {
    Kind.PLAN: marked("Cả kế hoạch"),
    Kind.TOPIC: marked("Nội dung"),
    Kind.ACTIVITY: marked("Hình thức"),
    Kind.ASSIGNMENT: marked("Phân công"),
    Kind.REPORTING: marked("Báo cáo"),
    Kind.OUTSIDE: marked("Ngoài phạm vi"),
    Kind.COST: marked("Kinh phí"),
    Kind.QUESTION: marked("Câu hỏi"),
}
PART_LABELS = {
    Fate.CHANGED.value: marked("Đổi"),
    Fate.NEW.value: marked("Mới"),
    Fate.ENDED.value: marked("Thôi"),
    MOVED: marked("Chỉ đổi số mục"),
    Fate.KEPT.value: marked("Giữ nguyên"),
}
PART_NOTES = {
    Fate.CHANGED.value: marked("Chữ bỏ đi thì gạch ngang, chữ thêm vào thì gạch chân. Những gì đã làm vẫn giữ."),
    Fate.NEW.value: marked("Thành việc mới."),
    Fate.ENDED.value: marked("Thôi làm; những gì đã làm vẫn giữ."),
}
FOLDED = frozenset({MOVED, Fate.KEPT.value})
_FACETS = {
    "words": marked("Nội dung"),
    "name": marked("Đơn vị"),
    "role": marked("Vai trò"),
    "days": marked("Thời gian"),
    "channels": marked("Kênh"),
}
_OF_KIND = {  # where a kind calls it otherwise
    (Kind.PLAN, "words"): marked("Trích yếu"),
    (Kind.REPORTING, "words"): marked("Bên báo cáo"),
    (Kind.REPORTING, "name"): marked("Nơi nhận"),
    (Kind.REPORTING, "days"): marked("Kỳ hạn"),
    (Kind.TOPIC, "role"): marked("Phạm vi"),
    (Kind.ACTIVITY, "role"): marked("Phạm vi"),
}


@dataclass(frozen=True, slots=True)
class Facet:
    """One thing about a row that changed: what it is called, how it was and how it becomes."""

    label: str
    was: Parts
    becomes: Parts


@dataclass(frozen=True, slots=True)
class LineWords:
    """One line of the comparison: rows of one clause of which the same is to be said.

    :param place: its clause, or the former and the new one. :param names: whose it is, each name once.
    :param text: what the row says, where that did not change. :param note: its time and channels.
    :param done: what people did on it.
    """

    kind: str
    place: str
    names: tuple[str, ...]
    text: str
    note: str
    done: str
    facets: tuple[Facet, ...] = ()


@dataclass(frozen=True, slots=True)
class Sum:
    """How many rows have one fate; `name` is the part of the page to go to."""

    name: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class FatePart:
    """The lines of one fate with how many rows they stand for; `is_folded` where nobody has to look at them."""

    name: str
    label: str
    note: str
    count: int
    lines: list[LineWords]

    @property
    def is_folded(self) -> bool:
        return self.name in FOLDED


def parts_of(revision: Revision) -> list[FatePart]:
    """What changes first, what stays last; a fate without lines is left out."""
    piles: dict[str, list[RevisionLine]] = {name: [] for name in PART_LABELS}
    for line in revision.lines:
        piles[MOVED if line.changed == ("clause",) else line.fate.value].append(line)
    return [
        FatePart(name, gettext(PART_LABELS[name]), gettext(PART_NOTES.get(name, "")), len(lines), _lines(lines))
        for name, lines in piles.items()
        if lines
    ]


def sums_of(revision: Revision, parts: Sequence[FatePart]) -> list[Sum]:
    """How many rows stay, change, come and end; each leads to the first part that shows some of them."""
    shown = [part.name for part in parts]
    counts = revision.counts
    return [
        Sum(
            MOVED if fate is Fate.CHANGED and fate.value not in shown else fate.value,
            gettext(PART_LABELS[fate.value]),
            counts[fate.value],
        )
        for fate in (Fate.KEPT, Fate.CHANGED, Fate.NEW, Fate.ENDED)
    ]


def _lines(lines: Iterable[RevisionLine]) -> list[LineWords]:
    """Units that have one duty together are one line, in the order of the plan."""
    found: dict[LineWords, list[str]] = {}
    for line in map(_line, lines):
        names = found.setdefault(replace(line, names=()), [])
        names += [name for name in line.names if name not in names]
    return [replace(line, names=tuple(names)) for line, names in found.items()]


def _line(line: RevisionLine) -> LineWords:
    row = line.becomes or line.was
    if row is None:
        raise ValueError("a line of no row")
    facets = tuple(_facets(line))
    told = {facet.label for facet in facets}
    return LineWords(
        kind=gettext(KIND_LABELS[row.kind]),
        place=_place(line),
        names=() if _label(row.kind, "name") in told else tuple(filter(None, [_name(row, with_role=not facets)])),
        text="" if _label(row.kind, "words") in told else _short(row),
        note="" if facets else "; ".join(filter(None, (row.days, channel_words(row.channels)))),
        done=work_words(line.work),
        facets=facets,
    )


def _short(row: Row) -> str:
    """What to call a row; a title and a question whole."""
    return row.words if row.kind in (Kind.PLAN, Kind.QUESTION) else called(row.words) or opening(row.words)


def _name(row: Row, *, with_role: bool) -> str:
    if row.kind is not Kind.ASSIGNMENT or not with_role:
        return row.name
    return _("{unit} ({role})").format(unit=row.name, role=_role(row).lower())


def _place(line: RevisionLine) -> str:
    was, becomes = (row.clause if row else "" for row in (line.was, line.becomes))
    if was and becomes and was != becomes:
        return _("{was} nay là {becomes}").format(was=was, becomes=becomes)
    return becomes or was


def _facets(line: RevisionLine) -> Iterator[Facet]:
    was, becomes = line.was, line.becomes
    if was is None or becomes is None:
        return
    for name in line.changed:
        if name in _FACETS:
            before, after = _pair(was, becomes, name=name)
            yield Facet(_label(becomes.kind, name), before, after)


def _pair(was: Row, becomes: Row, *, name: str) -> tuple[Parts, Parts]:
    if name == "words":
        return marked_pair(was.words, becomes.words)
    if name == "channels":
        return marked_names(_channels(was), _channels(becomes))
    if name == "days":
        return marked_pair(_days(was), _days(becomes))
    before, after = (_role(was), _role(becomes)) if name == "role" else (was.name, becomes.name)
    return whole(before, is_marked=True), whole(after, is_marked=True)


def _label(kind: Kind, name: str) -> str:
    return gettext(_OF_KIND.get((kind, name), _FACETS[name]))


def _role(row: Row) -> str:
    if row.kind is Kind.ASSIGNMENT:
        return gettext(str(AssignmentRole(row.role).label))
    return _("ngoài phạm vi") if row.role else _("trong phạm vi")


def _days(row: Row) -> str:
    if row.days or row.kind is Kind.PLAN:
        return row.days or _("không nêu")
    return _("không nêu kỳ hạn") if row.kind is Kind.REPORTING else _("không nêu riêng, theo kế hoạch")


def _channels(row: Row) -> Sequence[str]:
    return [gettext(CHANNEL_LABELS[kind]) for kind in ChannelKind if kind.value in row.channels]


def work_words(work: Work) -> str:
    """What people did on a row; empty where nothing."""
    counted = (
        (work.messages, _("{count} tin bài")),
        (work.progress, _("{count} lần báo tiến độ")),
        (work.proofs, _("{count} minh chứng")),
        (work.answers, _("{count} câu trả lời")),
    )
    return ", ".join(words.format(count=count) for count, words in counted if count)
