"""What a corrected field can be: clauses that exist, days that are in the calendar, roles that are known."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from loa.core.language import gettext as _
from loa.documents.extraction.channels import FORMS
from loa.documents.extraction.document_types import TYPES
from loa.documents.review.changes import ANSWERS, LABELS, NoSuchField, Review, split
from loa.documents.review.refusals import StaleCorrection, WrongCorrection
from loa.documents.review.shapes import has_place, has_shape

ROLES = ("lead", "support", "request")
EVERY = ("month", "quarter", "half-year", "year")
UNIT_LETTERS, WORDS_LETTERS, NUMBER_LETTERS, LABEL_LETTERS = 200, 2000, 40, 40
PAGE_LETTERS = 20_000
_YEARS = range(1945, 2200)
_MONTH_DAY = re.compile(r"(\d\d)-(\d\d)")
Row = Mapping[str, Any]


def check_field(review: Review, pointer: str) -> None:
    """Refuse what `review` now has at `pointer` (as read) where it cannot be.

    :raises WrongCorrection: the line says why. :raises StaleCorrection: there is no such field.
    """
    try:
        name, number, part = split(pointer)
        value = review.value(pointer)
    except NoSuchField as error:
        raise StaleCorrection from error
    if number is None:
        _check_header(str(part), value)
        return
    row = review.data[name][number]
    if row is None:
        _check_removed(review, name, number=number)
    else:
        if not (has_shape(name, row) and has_place(review, pointer)):
            raise StaleCorrection
        _CHECKS[name](review, row)
        _refuse_twin(review, name, number=number)


def clean(words: str) -> str:
    """The words on one line, without signs that nobody sees."""
    return " ".join("".join(letter for letter in words if letter.isprintable() or letter.isspace()).split())


def _wrong(words: str) -> WrongCorrection:
    return WrongCorrection(words + " " + _("Chưa lưu gì, bản đang có giữ nguyên."))


def _check_header(name: str, value: Any) -> None:
    if value is None:
        return
    if not isinstance(value, str) or not value.strip():
        raise _wrong(_("Chưa ghi nội dung. Hãy điền rồi gửi lại, hoặc bấm để trống."))
    if name == "date":
        _check_printed_day(value)
    elif name == "number":
        _check_length(value, NUMBER_LETTERS)
    elif name == "doc_type":
        if value not in TYPES.values():
            raise _wrong(_("Không có loại văn bản “{value}”. Hãy chọn một loại trong danh sách.").format(value=value))
    else:
        _check_length(value, WORDS_LETTERS)


def _check_printed_day(value: str) -> None:
    """A full day, a month or a year: `2025-09-05`, `2025-09`, `2025`."""
    whole = (value + "-01-01")[:10] if len(value) in (4, 7, 10) else value
    _day(whole, shown=value)


def _check_removed(review: Review, name: str, *, number: int) -> None:
    """The plan's own clauses stay; a person's goes once nothing is said of it any more."""
    if name != "clauses":
        return
    if number < len(review.result.clauses):
        raise _wrong(_("Không bỏ được một mục của văn bản. Hãy bỏ nội dung, thời hạn hoặc phân công của mục ấy."))
    made = (change.became for change in review.changes if change.field == f"/clauses/{number}")
    if {row["label"] for row in made if row} & set(_used_labels(review)):
        raise _wrong(_("Những dòng này đang là nội dung hoặc việc. Hãy bỏ nội dung hoặc việc ấy trước."))


def _used_labels(review: Review) -> Iterator[str]:
    for name in LABELS:
        yield from (label for label in review.data[name] if label is not None)
    for name in ("windows", "assignments", "activities", "reporting", "audiences", "costs"):
        yield from (row["clause"] for row in review.data[name] if row is not None)


def _check_length(value: Any, letters: int) -> None:
    if not isinstance(value, str) or not value.strip():
        raise _wrong(_("Còn chỗ chưa ghi nội dung. Hãy điền rồi gửi lại."))
    if len(value) > letters:
        raise _wrong(
            _("Nội dung dài {length} ký tự, tối đa {limit}. Hãy rút gọn rồi gửi lại.").format(
                length=len(value), limit=letters
            )
        )


def _day(value: Any, *, shown: str = "") -> date | None:
    if value is None:
        return None
    try:
        day = date.fromisoformat(str(value))
        if len(str(value)) == len("2025-09-05") and day.year in _YEARS:
            return day
    except ValueError:
        pass
    raise _wrong(_("Không có ngày “{day}” trong lịch. Hãy ghi ngày/tháng/năm.").format(day=shown or value))


def _check_span(row: Row) -> None:
    start, end = _day(row["start"]), _day(row["end"])
    if start and end and end < start:
        raise _wrong(_("Ngày kết thúc trước ngày bắt đầu. Hãy kiểm tra lại hai ngày."))


def _check_clause(review: Review, label: Any, *, may_be_empty: bool = False) -> None:
    if may_be_empty and label == "":
        return
    if label not in {row["label"] for row in review.data["clauses"] if row is not None}:
        raise _wrong(_("Văn bản không có mục “{label}”. Hãy chọn một mục trong danh sách.").format(label=label))


def _check_every(value: Any) -> None:
    if value is not None and value not in EVERY:
        raise _wrong(_("Kỳ hạn không có trong danh sách. Hãy chọn tháng, quý, 6 tháng hoặc năm."))


def _check_repeat_day(value: Any) -> None:
    text = str(value)
    month_day = _MONTH_DAY.fullmatch(text)
    if value is None or (text.isdecimal() and 1 <= int(text) <= 31):
        return
    if month_day and 1 <= int(month_day[1]) <= 12 and 1 <= int(month_day[2]) <= 31:
        return
    raise _wrong(_("Không có ngày “{day}” trong tháng. Hãy ghi một ngày từ 1 đến 31.").format(day=text))


def _window(review: Review, row: Row) -> None:
    # A period without a clause is the whole plan's; what comes back again and again is somebody's duty.
    if row["every"] and row["clause"] == "":
        raise _wrong(_("Thời hạn lặp lại phải thuộc một mục. Hãy chọn mục ấy trong danh sách."))
    _check_clause(review, row["clause"], may_be_empty=True)
    _check_span(row)
    _check_every(row["every"])
    _check_repeat_day(row["day"])
    if not (row["start"] or row["end"] or row["every"]):
        raise _wrong(_("Thời hạn chưa có ngày nào. Hãy ghi ngày bắt đầu, ngày kết thúc hoặc kỳ hạn."))


def _assignment(review: Review, row: Row) -> None:
    _check_clause(review, row["clause"])
    _check_length(row["unit"], UNIT_LETTERS)
    if row["role"] not in ROLES:
        raise _wrong(_("Vai trò không có trong danh sách. Hãy chọn chủ trì, phối hợp hoặc đề nghị."))


def _activity(review: Review, row: Row) -> None:
    _check_clause(review, row["clause"])
    _check_length(row["title"], WORDS_LETTERS)
    if not isinstance(row["channels"], list) or not set(row["channels"]) <= set(FORMS):
        raise _wrong(_("Kênh không có trong danh sách tám hình thức thông tin cơ sở. Hãy chọn lại kênh."))


def _reporting(review: Review, row: Row) -> None:
    _check_clause(review, row["clause"], may_be_empty=True)
    _check_length(row["receiver"], UNIT_LETTERS)
    for name in ("reporter", "through"):
        if row[name] is not None:
            _check_length(row[name], UNIT_LETTERS)
    _check_every(row["every"])
    _day(row["first_due"])


def _audience(review: Review, row: Row) -> None:
    _check_clause(review, row["clause"], may_be_empty=True)
    _check_length(row["text"], WORDS_LETTERS)


def _cost(_review: Review, row: Row) -> None:
    _check_length(row["text"], WORDS_LETTERS)
    if row["source"] is not None:
        _check_length(row["source"], WORDS_LETTERS)
    amount = row["amount"]
    if amount is not None and (isinstance(amount, bool) or not isinstance(amount, int) or not 0 <= amount < 10**15):
        raise _wrong(_("Số tiền phải là số đồng, không âm. Hãy ghi lại số tiền."))


def _task(_review: Review, row: Row) -> None:
    _check_length(row["content"], WORDS_LETTERS)
    for unit in (*row["lead"], *row["support"]):
        _check_length(unit, UNIT_LETTERS)
    _check_span(row)


def _unit(review: Review, row: Row) -> None:
    names = [row["name"], *row["alternatives"], *row["doubtful"]]
    for name in names:
        _check_length(name, UNIT_LETTERS)
    if len(set(names)) < len(names):
        raise _wrong(_("Một tên ghi hai lần cho cùng một đơn vị. Hãy bỏ một tên."))
    others = [other for other in review.data["units"] if other is not None and other is not row]
    sure = {name for other in others for name in (other["name"], *other["alternatives"])}
    for name in (row["name"], *row["alternatives"]):
        if name in sure:
            raise _wrong(_("Tên “{name}” đã là của một đơn vị khác. Hãy chọn một đơn vị.").format(name=name))


def _clause(review: Review, row: Row) -> None:
    _check_length(row["label"], LABEL_LETTERS)
    for name in ("heading", "text"):
        _check_length(row[name], PAGE_LETTERS)
    if row["parent"] is not None:
        _check_clause(review, row["parent"])
    numbers = {line.number for line in review.result.lines}
    if not {row["line_from"], row["line_to"]} <= numbers or row["line_to"] < row["line_from"]:
        raise _wrong(_("Văn bản không có những dòng này. Hãy chọn lại các dòng."))


def _answer(review: Review, row: Row) -> None:
    _check_clause(review, row["clause"], may_be_empty=True)
    _check_length(row["kind"], LABEL_LETTERS)
    _check_length(row["quote"], PAGE_LETTERS)
    _check_length(row["answer"], WORDS_LETTERS)


def _label(review: Review, row: Any) -> None:
    _check_clause(review, row)


_CHECKS: Mapping[str, Callable[[Review, Any], None]] = {
    "windows": _window,
    "assignments": _assignment,
    "activities": _activity,
    "reporting": _reporting,
    "audiences": _audience,
    "costs": _cost,
    "tasks": _task,
    "units": _unit,
    "clauses": _clause,
    "topics": _label,
    "budget": _label,
    ANSWERS: _answer,
}
_IDENTITY: Mapping[str, Callable[[Any], Any]] = {
    "assignments": lambda row: (row["clause"], row["unit"], row["role"]),
    "units": lambda row: row["name"],
    "clauses": lambda row: row["label"],
    "topics": lambda row: row,
    "budget": lambda row: row,
    ANSWERS: lambda row: (row["kind"], row["clause"], row["quote"]),
}


def _refuse_twin(review: Review, name: str, *, number: int) -> None:
    """A row that a person makes must not say what another row says already."""
    identity = _IDENTITY.get(name)
    if identity is None:
        return
    mine = identity(review.data[name][number])
    rows = enumerate(review.data[name])
    if any(identity(row) == mine for other, row in rows if other != number and row is not None):
        raise _wrong(_("Dòng này đã có rồi. Hãy xem lại trong danh sách."))
