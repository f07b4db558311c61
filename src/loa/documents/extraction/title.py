"""The subject of the document: under the type, or behind `V/v` in a công văn."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .cleaning import Row
from .document_types import type_name_at_start, type_of_heading
from .found import Found
from .letterhead import without_motto
from .skeleton import Skeleton
from .symbols import OWN_NUMBER
from .wording import folded, is_upper, starts_lower

_ABOUT = re.compile(r"^(?:\(?\s*V\s?/\s?v\s*:?)\s*", re.IGNORECASE)
NUMBER_ALONE = re.compile(rf"{OWN_NUMBER.pattern}\W*")
_STATES_DATE = re.compile(r"\bngay\b[\s.…_\d]*thang\b")
_MARKS = re.compile(r"\W*(?:hoa toc|thuong khan|khan|mat|toi mat|tuyet mat|du thao)\b")
_SHORTEST = 3  # words of a subject
_ENDS_ABOUT = re.compile(r"\s*(?:Kính gửi\b|[^\s,]+(?: [^\s,]+){0,5}, ngày\b).*$")


def title_of(parts: Skeleton) -> Found[str] | None:
    """The title in one line, without the type word and without `V/v`."""
    if parts.type_row is not None:
        rest = _behind_type(parts.type_row)
        rows = [parts.type_row, *parts.title] if rest else list(parts.title)
        words = [rest] if rest else []
        words += [row.text for row in parts.title]
        return _found(" ".join(words), rows, rule="header.title.beside-type" if rest else "header.title.under-type")
    return _about(parts.head) or _under_number(parts.head)


def _behind_type(row: Row) -> str:
    if type_of_heading(row.text):
        return ""
    return row.text[len(type_name_at_start(row.text) or "") :].strip(" :")


def _about(rows: Sequence[Row]) -> Found[str] | None:
    for index, row in enumerate(rows):
        if not _ABOUT.match(behind_number(row.text)):
            continue
        lines = [row]
        for after in rows[index + 1 :]:
            if after.cell != row.cell or _ends_about(after.text) or (after.gap and not starts_lower(after.text)):
                break
            lines.append(after)
        return _found(" ".join(_left_words(line) for line in lines), lines, rule="header.title.about")
    return None


def _under_number(rows: Sequence[Row]) -> Found[str] | None:
    """The subject of a letter printed under the number without `V/v`."""
    number = next((index for index, row in enumerate(rows) if NUMBER_ALONE.fullmatch(row.text)), None)
    if number is None:
        return None
    lines: list[Row] = []
    for row in rows[number + 1 :]:
        words = _left_words(row)
        if row.cell != rows[number].cell or _ends_about(row.text) or _STATES_DATE.search(folded(words)):
            break
        if is_upper(words) or _MARKS.match(folded(words)) or (lines and row.gap):
            break
        lines.append(row)
    if not lines or len(" ".join(row.text for row in lines).split()) < _SHORTEST:
        return None
    return _found(" ".join(_left_words(line) for line in lines), lines, rule="header.title.under-number")


def behind_number(text: str) -> str:
    """Return what stands behind `Số: 12/UBND-VX`, where the subject shares its line."""
    return OWN_NUMBER.sub("", text).strip() if "V" in text and OWN_NUMBER.match(text) else text


def _ends_about(text: str) -> bool:
    return _ENDS_ABOUT.match(text) is not None or text.startswith("Kính") or without_motto(text) != text


def _left_words(row: Row) -> str:
    """The words of the left column, where place and date stand to the right."""
    columns = row.columns
    return behind_number(_ENDS_ABOUT.sub("", columns[0] if columns else row.text))


def _found(text: str, rows: Sequence[Row], *, rule: str) -> Found[str] | None:
    text = _ABOUT.sub("", text).strip(" .;")
    return Found(text, rows[0].number, rows[-1].number, rule=rule) if text and rows else None
