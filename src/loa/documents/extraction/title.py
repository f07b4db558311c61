"""The subject of the document: under the type, or behind `V/v` in a công văn."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .cleaning import Row
from .document_types import type_name_at_start, type_of_heading
from .found import Found
from .skeleton import Skeleton

_ABOUT = re.compile(r"^(?:\(?\s*V\s?/\s?v\s*:?)\s*", re.IGNORECASE)
_ENDS_ABOUT = re.compile(r"\s*(?:Kính gửi\b|[^\s,]+(?: [^\s,]+){0,5}, ngày\b).*$")


def title_of(parts: Skeleton) -> Found[str] | None:
    """The title in one line, without the type word and without `V/v`."""
    if parts.type_row is not None:
        rest = _behind_type(parts.type_row)
        rows = [parts.type_row, *parts.title] if rest else list(parts.title)
        words = [rest] if rest else []
        words += [row.text for row in parts.title]
        return _found(" ".join(words), rows)
    return _about(parts.head)


def _behind_type(row: Row) -> str:
    if type_of_heading(row.text):
        return ""
    return row.text[len(type_name_at_start(row.text) or "") :].strip(" :")


def _about(rows: Sequence[Row]) -> Found[str] | None:
    for index, row in enumerate(rows):
        if not _ABOUT.match(row.text):
            continue
        lines = [row]
        for after in rows[index + 1 :]:
            if after.cell != row.cell or _ENDS_ABOUT.match(after.text) or after.text.startswith("Kính"):
                break
            lines.append(after)
        return _found(" ".join(_ENDS_ABOUT.sub("", line.text) for line in lines), lines)
    return None


def _found(text: str, rows: Sequence[Row]) -> Found[str] | None:
    text = _ABOUT.sub("", text).strip(" .;")
    return Found(text, rows[0].number, rows[-1].number) if text and rows else None
