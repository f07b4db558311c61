"""How many of what was found and how many of it is work: the same kinds in the same words on every page. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from loa.campaigns.models import AssignmentRole
from loa.campaigns.plan import Plan
from loa.console.plans.review_words import GROUP_LABELS, HEADER_LABELS
from loa.core.language import gettext
from loa.core.language import gettext as _
from loa.core.language import gettext_noop as marked
from loa.documents.ports import ExtractionResult

WORK_WORDS = {
    "topics": marked("nội dung để soạn tin"),
    "activities": marked("hình thức"),
    "assignments": marked("phân công"),
    "requests": marked("đề nghị"),
    "reporting": marked("chế độ báo cáo"),
}
KEPT_WORDS = {
    "header": marked("thông tin của văn bản"),
    "windows": marked("thời hạn"),
    "costs": marked("khoản kinh phí"),
    "budget": marked("mục nói về kinh phí"),
    "tasks": marked("dòng của bảng nhiệm vụ"),
    "units": marked("đơn vị có nhiều cách viết"),
}
Counts = dict[str, int]


def found_in(read: ExtractionResult) -> Counts:
    """How many rows of each group a reading has, as the review shows them; `GROUP_LABELS` names the groups."""
    priced = {row.clause for row in read.costs}
    return {
        "header": sum(getattr(read.header, name) is not None for name in HEADER_LABELS),
        "windows": len(read.windows),
        "topics": len(read.topics),
        "activities": len(read.activities),
        "assignments": len(read.assignments),
        "reporting": len(read.reporting),
        "costs": len(read.costs),
        "budget": sum(label not in priced for label in read.budget),
        "tasks": len(read.tasks),
        "units": sum(bool(row.alternatives or row.doubtful) for row in read.units),
    }


@dataclass(frozen=True)
class Work:
    """What a plan becomes: `counts` by the names of `WORK_WORDS`; the rest of its rows, and why they are no work."""

    counts: Counts
    outside: Counts
    merged: int
    of_tables: int

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def words(self) -> list[tuple[int, str]]:
        return work_words(self.counts)


def work_in(plan: Plan, *, found: Mapping[str, int], key_of: Callable[[str], object]) -> Work:
    """What confirming `plan` (with the duties of its task tables) makes.

    :param found: the rows of each group. :param key_of: which unit a printed name is: the same unit with the same role
        in one clause is one duty.
    """
    rows = [row for _pointer, row in plan.assignments]
    kept = {(row.clause, key_of(row.unit), row.role) for row in rows}
    requests = sum(role == AssignmentRole.REQUEST for _clause, _unit, role in kept)
    counts = {
        "topics": sum(plan.outside_clause(label) is None for label in plan.topics),
        "activities": sum(plan.outside_clause(row.clause) is None for row in plan.activities),
        "assignments": len(kept) - requests,
        "requests": requests,
        "reporting": len(plan.reporting),
    }
    outside = {name: found[name] - counts[name] for name in ("topics", "activities", "reporting")}
    outside["assignments"] = len(plan.result.assignments) - len(rows)
    of_tables = len(plan.result.assignments) - found["assignments"]
    return Work(counts, outside, merged=len(rows) - len(kept), of_tables=of_tables)


def work_words(counts: Mapping[str, int]) -> list[tuple[int, str]]:
    """How many of what is work, without what there is none of."""
    return [(counts[name], gettext(words)) for name, words in WORK_WORDS.items() if counts[name]]


def kept_words(work: Work, found: Mapping[str, int]) -> str:
    """The rows that are kept with the plan and are no work of their own: `8 thông tin của văn bản, 3 thời hạn`."""
    names = [name for name in KEPT_WORDS if found[name] and not (name == "tasks" and work.of_tables)]
    return ", ".join(f"{found[name]} {gettext(KEPT_WORDS[name])}" for name in names)


def differences(work: Work, found: Mapping[str, int]) -> list[str]:
    """Where a group has another number of rows than it makes work: why, in one sentence a group."""
    return [*_duties(work, found), *(_plain(name, work, found=found) for name in _OF_CLAUSES if work.outside[name])]


_OF_CLAUSES = ("topics", "activities", "reporting")


def _plain(name: str, work: Work, *, found: Mapping[str, int]) -> str:
    told = _("Phần “{part}” có {count} mục: {kept} thành việc, {outside} ngoài phạm vi của Loa.")
    return told.format(
        part=gettext(GROUP_LABELS[name]), count=found[name], kept=work.counts[name], outside=work.outside[name]
    )


def _duties(work: Work, found: Mapping[str, int]) -> Iterator[str]:
    reasons = [
        (work.outside["assignments"], _("{count} ngoài phạm vi của Loa")),
        (work.merged, _("{count} trùng đơn vị trong cùng một mục nên gộp lại")),
    ]
    told = [words.format(count=count) for count, words in reasons if count]
    if not (told or work.of_tables):
        return
    made = [words.format(count=count) for count, words in _made(work) if count]
    told_so = _("Phần “{part}” có {count} mục: {parts}.")
    if work.of_tables:
        told_so = _("Phần “{part}” có {count} mục và bảng nhiệm vụ thêm {more}: {parts}.")
    label = GROUP_LABELS["assignments"]
    yield told_so.format(
        part=gettext(label),
        count=found["assignments"],
        more=work.of_tables,
        parts=", ".join([*made, *told]),
    )


def _made(work: Work) -> list[tuple[int, str]]:
    return [
        (work.counts["assignments"], _("{count} thành phân công")),
        (work.counts["requests"], _("{count} thành đề nghị")),
    ]
