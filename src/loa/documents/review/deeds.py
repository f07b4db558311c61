"""One deed of a person as the changes it makes, each with what stood there (`was`) and checked before it is kept.

Every deed takes the reading under review and returns changes for `correct_reading`; nothing is written here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from loa.core.language import gettext as _
from loa.documents.ports import Clause
from loa.documents.review.changes import PLACE, Change, NoSuchField, Review, split
from loa.documents.review.refusals import StaleCorrection, WrongCorrection
from loa.documents.review.validity import check_field, clean

HEADING_WORDS = 12
OWN_LINES = "dòng"  # begins the label of a clause that a person made of lines; the plan's own labels have no blank


def set_header(review: Review, name: str, *, value: str | None) -> list[Change]:
    """Write one field of the letterhead or signature as the văn thư or signer gave it; None or "" leaves it blank.

    :param value: a date as `2025-09-05`, `2025-09` or `2025`; all else as printed.
    :raises WrongCorrection: it cannot be.
    """
    return _set(review, {f"/header/{name}": clean(value or "") or None})


def set_row(review: Review, pointer: str, **values: Any) -> list[Change]:
    """Change fields of the row at `pointer` (as read, `/windows/2`): `set_row(review, "/windows/2", end="2025-10-31")`.

    :raises WrongCorrection: the row would say what cannot be. :raises StaleCorrection: the row is gone.
    """
    return _set(review, {f"{pointer}/{name}": _cleaned(value) for name, value in values.items()})


def remove_row(review: Review, pointer: str) -> list[Change]:
    """Take a row away; what was read stays readable in the document.

    :raises StaleCorrection: the row is gone.
    """
    return _set(review, {pointer: None})


def restore_row(review: Review, pointer: str) -> list[Change]:
    """Put back a row that somebody took away, as it last was.

    :raises StaleCorrection: nothing was taken away there.
    """
    gone = [change for change in review.changes if change.field == pointer and change.became is None]
    if not gone or value_now(review, pointer) is not None:
        raise StaleCorrection
    return checked(review, [Change(pointer, None, gone[-1].was)])


def add_row(review: Review, name: str, *, row: Mapping[str, Any], lines: tuple[int, int] | None = None) -> list[Change]:
    """Add a row to the list `name`; a label list (`topics`, `budget`) takes `{"label": …}`.

    :param lines: where it stands, from and to (inclusive); without them the whole clause.
    :raises WrongCorrection: it cannot be.
    """
    values = {key: _cleaned(value) for key, value in row.items()}
    place = lines or _lines_of(review, str(values.get("clause", values.get("label", ""))))
    became = values if place is None else {**values, PLACE: list(place)}
    return checked(review, [Change(review.free(name), None, became)])


def add_window(
    review: Review, *, clause: str, start: str | None, end: str | None, every: str | None = None
) -> list[Change]:
    """Add a period or deadline (days as `2025-09-05`) of a clause; of the whole plan where `clause` is empty."""
    return add_row(review, "windows", row={"clause": clause, "start": start, "end": end, "every": every, "day": None})


def topic_of_lines(review: Review, *, line_from: int, line_to: int) -> list[Change]:
    """Make lines something to tell: their numbered clause, or a clause of their own where they are in none."""
    label, made = _clause_of_lines(review, first=line_from, last=line_to)
    lines = (line_from, line_to) if made else None
    return [*made, *add_row(review.with_changes(*made), "topics", row={"label": label}, lines=lines)]


def assignment_of_lines(review: Review, *, line_from: int, line_to: int, unit: str, role: str) -> list[Change]:
    """Make lines the duty of a unit: of their numbered clause, or of a clause of their own."""
    label, made = _clause_of_lines(review, first=line_from, last=line_to)
    row = {"clause": label, "unit": unit, "role": role}
    return [*made, *add_row(review.with_changes(*made), "assignments", row=row, lines=(line_from, line_to))]


def name_doers(review: Review, pointer: str, *, names: Sequence[str]) -> list[Change]:
    """Put the units themselves in the place of "các đơn vị liên quan": the first in the row, the others beside it.

    :param pointer: of the assignment, as read.
    :raises WrongCorrection: no name.
    """
    row, wanted = value_now(review, pointer), list(dict.fromkeys(filter(None, map(clean, names))))
    if row is None:
        raise StaleCorrection
    if not wanted:
        raise WrongCorrection(
            _("Chưa ghi tên đơn vị nào; chưa lưu gì. Hãy ghi tên từng đơn vị, cách nhau bằng dấu phẩy.")
        )
    changes = set_row(review, pointer, unit=wanted[0])
    lines = _lines_of_row(review, pointer)
    for name in wanted[1:]:
        changes += add_row(review.with_changes(*changes), "assignments", row={**row, "unit": name}, lines=lines)
    return changes


def _set(review: Review, values: Mapping[str, Any]) -> list[Change]:
    changes = [Change(pointer, value_now(review, pointer), value) for pointer, value in values.items()]
    for change in changes:
        _name, number, part = split(change.field)
        if number is not None and part is None and change.was is None:
            raise StaleCorrection  # the row went away while the page was open
    return checked(review, [change for change in changes if change.was != change.became])


def value_now(review: Review, pointer: str) -> Any:
    """What stands at `pointer`; a pointer that leads nowhere is of a page that is no longer so."""
    try:
        return review.value(pointer)
    except NoSuchField as error:
        raise StaleCorrection from error


def checked(review: Review, changes: list[Change]) -> list[Change]:
    """The changes, once every field they touch can be what it becomes."""
    after = review.with_changes(*changes)
    for change in changes:
        check_field(after, change.field)
    return changes


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value)
    return [_cleaned(one) for one in value] if isinstance(value, list | tuple) else value


def _clauses(review: Review) -> list[Clause]:
    return list(review.outcome.clauses)


def _lines_of(review: Review, label: str) -> tuple[int, int] | None:
    for clause in _clauses(review):
        if clause.label == label:
            return clause.line_from, clause.line_to
    return None


def _lines_of_row(review: Review, pointer: str) -> tuple[int, int] | None:
    if pointer in review.places:
        return review.places[pointer]
    anchors = review.result.anchors.get(pointer, ())
    return (anchors[0].line_from, anchors[-1].line_to) if anchors else None


def _clause_of_lines(review: Review, *, first: int, last: int) -> tuple[str, list[Change]]:
    """The innermost clause that holds all the lines, else the change that makes a clause of them."""
    words = [line.text for line in review.result.lines if first <= line.number <= last]
    if first > last or len(words) != last - first + 1 or not "".join(words).strip():
        raise WrongCorrection(_("Các dòng này không có chữ nào; chưa lưu gì. Hãy chọn lại các dòng."))
    clauses = _clauses(review)
    holding = [clause for clause in clauses if clause.line_from <= first and last <= clause.line_to]
    if holding:
        return max(holding, key=lambda clause: clause.line_from).label, []
    if any(clause.line_from <= last and first <= clause.line_to for clause in clauses):
        raise WrongCorrection(
            _("Các dòng này nằm một phần trong mục khác; chưa lưu gì. Hãy chọn những dòng trong cùng một mục.")
        )
    text = "\n".join(words)
    heading = " ".join(text.split()[:HEADING_WORDS])
    label = f"{OWN_LINES} {first if first == last else f'{first}-{last}'}"
    row = {"label": label, "parent": None, "heading": heading, "text": text, "line_from": first, "line_to": last}
    return label, [Change(review.free("clauses"), None, {**row, PLACE: [first, last]})]
