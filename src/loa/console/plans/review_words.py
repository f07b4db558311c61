"""What a row of the review says, in words: what it is, Loa's own words, and those of the document. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from loa.campaigns.models import AssignmentRole
from loa.campaigns.plan import day_of
from loa.console.plans.anchoring import called, opening, unnumbered
from loa.console.plans.fields import Note, channel_words, interval_words, period_words
from loa.console.templatetags.loa import number
from loa.core.language import gettext
from loa.core.language import gettext as _
from loa.core.language import gettext_noop as marked
from loa.documents.extraction.document_types import TYPE_WORDS
from loa.documents.ports import Clause
from loa.documents.printed_days import day_words
from loa.documents.review.changes import ANSWERS, Change, Review, plain_row, split

HEADER_LABELS = {  # in the order of the page
    "doc_type": marked("Loại văn bản"),
    "number": marked("Số"),
    "symbol": marked("Ký hiệu"),
    "issuer": marked("Nơi ban hành"),
    "date": marked("Ngày ban hành"),
    "title": marked("Trích yếu"),
    "signer": marked("Người ký"),
    "signer_position": marked("Chức vụ người ký"),
}
GROUP_LABELS = {  # what a person corrects, in the order in which a plan is read
    "header": marked("Văn bản"),
    "windows": marked("Thời gian"),
    "topics": marked("Nội dung tuyên truyền"),
    "activities": marked("Hình thức"),
    "assignments": marked("Phân công"),
    "reporting": marked("Báo cáo"),
    "costs": marked("Kinh phí"),
    "budget": marked("Mục nói về kinh phí"),
    "tasks": marked("Bảng nhiệm vụ"),
    "units": marked("Đơn vị và các cách viết"),
}
ADD_LABELS = {
    "windows": marked("Thêm thời hạn"),
    "topics": marked("Thêm nội dung"),
    "activities": marked("Thêm hình thức"),
    "assignments": marked("Thêm phân công"),
    "reporting": marked("Thêm báo cáo"),
    "costs": marked("Thêm kinh phí"),
    "tasks": marked("Thêm nhiệm vụ"),
}


@dataclass(frozen=True, slots=True)
class Words:
    """`name` says what the row is; then Loa's own words `said` or the document's words `data`, and second lines."""

    name: str
    said: str = ""
    data: str = ""
    notes: tuple[Note, ...] = ()

    @property
    def line(self) -> str:
        """What the row says, in one line."""
        parts = [self.said or self.data, *(f"{note.name}: {note.said or note.data}" for note in self.notes)]
        return "; ".join(filter(None, parts)) or _("để trống")


def words_of(group: str, key: str, *, value: Any, clauses: Mapping[str, Clause]) -> Words:
    """The words of one row's JSON value.

    :param clauses: those of the document by label, for rows that are a whole clause.
    """
    if group == "header":
        return _header(key, value)
    if isinstance(value, str):
        return _whole_clause(group, value, clauses=clauses)
    words = _SAYS[group](value)
    return Words(words.name, words.said, words.data, tuple(note for note in words.notes if note.said or note.data))


def batch_words(changes: Sequence[Change], review: Review, *, clauses: Mapping[str, Clause]) -> str:
    """What one deed did, in one line: the first row it touched that a person would name."""
    change = next((one for one in changes if not one.field.startswith(("/clauses", "/audiences"))), changes[0])
    group, number, part = split(change.field)
    if number is None:
        return _("sửa {name}").format(name=gettext(HEADER_LABELS[str(part)]))
    if group == ANSWERS:
        return _answer_words(change, (review.value(f"/{group}/{number}") or change.was)["clause"])
    if group not in GROUP_LABELS:
        return _("sửa {name}").format(name=_("Đối tượng"))
    row = review.value(f"/{group}/{number}") or plain_row(change.was)
    words = words_of(group, str(number), value=row, clauses=clauses)
    name = f"{words.name}: {opening(words.data)}" if words.data else words.name
    if part is None and change.was is None:
        return _("thêm {name}").format(name=name)
    return (_("bỏ {name}") if part is None and change.became is None else _("sửa {name}")).format(name=name)


def _answer_words(change: Change, clause: str) -> str:
    """An answer that no field holds: given, or taken back so that it is asked again."""
    what = _("câu hỏi ở mục {clause}").format(clause=clause) if clause else _("câu hỏi về văn bản")
    return (_("hỏi lại {what}") if change.became is None else _("trả lời {what}")).format(what=what)


def _header(name: str, value: str | None) -> Words:
    label = gettext(HEADER_LABELS[name])
    if value is None:
        return Words(label, said=_("văn bản để trống"))
    if name == "date":
        return Words(label, said=day_words(value))
    return Words(label, data=TYPE_WORDS.get(value, value) if name == "doc_type" else value)


def _whole_clause(group: str, label: str, *, clauses: Mapping[str, Clause]) -> Words:
    """A topic, or what is said of the money: its words are the clause's."""
    name = _("Nội dung") if group == "topics" else _("Kinh phí")
    clause = clauses.get(label)
    return Words(_of_clause(name, label), data=called(clause.text) if clause else label)


def _window(row: dict[str, Any]) -> Words:
    name = _of_clause(_("Thời hạn"), row["clause"]) if row["clause"] else _("Thời gian của cả kế hoạch")
    every = interval_words(row["every"])
    if every:
        day = Note(_("Ngày"), said=_day_of_repeat(str(row["day"]))) if row["day"] else Note("")
        return Words(name, said=every, notes=(day,))
    first, last = day_of(row["start"]), day_of(row["end"])
    return Words(name, said=period_words(first, last) or str(row["end"] or row["start"] or ""))


def _day_of_repeat(kept: str) -> str:
    """`25` of a month as it is, `11-15` of a year as `15/11`."""
    month, _dash, day = kept.rpartition("-")
    return f"{int(day)}/{int(month)}" if month else day


def _activity(row: dict[str, Any]) -> Words:
    channels = Note(_("Kênh"), said=channel_words(row["channels"]))
    return Words(_of_clause(_("Hình thức"), row["clause"]), data=unnumbered(row["title"]), notes=(channels,))


def _assignment(row: dict[str, Any]) -> Words:
    role = AssignmentRole(row["role"])
    asked = Note(_("Cách giao"), said=_("là đề nghị, không phải giao việc"))
    name = _of_clause(gettext(str(role.label)), row["clause"])
    return Words(name, data=row["unit"], notes=(asked,) if role is AssignmentRole.REQUEST else ())


def _report(row: dict[str, Any]) -> Words:
    every = interval_words(row["every"])
    if not every and row["is_periodic"]:
        every = _("chưa rõ kỳ hạn")
    if row["is_ad_hoc"]:
        every = _("{every}, và đột xuất").format(every=every) if every else _("đột xuất")
    first = day_of(row.get("first_due"))
    return Words(
        _("Báo cáo gửi"),
        data=row["receiver"],
        notes=(
            Note(_("Bên báo cáo"), data=row["reporter"] or ""),
            Note(_("Gửi qua"), data=row.get("through") or ""),
            Note(_("Kỳ hạn"), said=every),
            Note(_("Lần đầu"), said=f"{first:%d/%m/%Y}" if first else ""),
        ),
    )


def _cost(row: dict[str, Any]) -> Words:
    amount = _("{amount} đồng").format(amount=number(row["amount"])) if row["amount"] is not None else ""
    notes = (Note(_("Số tiền"), said=amount), Note(_("Nguồn"), data=row["source"] or ""))
    return Words(_of_clause(_("Kinh phí"), row["clause"]), data=unnumbered(row["text"]), notes=notes)


def _task(row: dict[str, Any]) -> Words:
    name = _("Nhiệm vụ {number}").format(number=row["number"]) if row["number"] else _("Nhiệm vụ")
    return Words(
        name,
        data=row["content"],
        notes=(
            Note(_("Phụ lục"), data=row["annex"]),
            Note(_("Chủ trì"), data=", ".join(row["lead"])),
            Note(_("Phối hợp"), data=", ".join(row["support"])),
            Note(_("Thời gian"), data=row["time"] or ""),
            Note(_("Sản phẩm"), data=row["product"] or ""),
        ),
    )


def _unit(row: dict[str, Any]) -> Words:
    notes = (
        Note(_("Cũng viết là"), data="; ".join(row["alternatives"])),
        Note(_("Có thể cũng là"), data="; ".join(row["doubtful"])),
    )
    return Words(_("Đơn vị"), data=row["name"], notes=notes)


def _of_clause(name: str, clause: str) -> str:
    return f"{name} {clause}" if clause else name


_SAYS: Mapping[str, Callable[[dict[str, Any]], Words]] = {
    "windows": _window,
    "activities": _activity,
    "assignments": _assignment,
    "reporting": _report,
    "costs": _cost,
    "tasks": _task,
    "units": _unit,
}
