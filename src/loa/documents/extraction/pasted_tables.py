"""Letterhead and signature block pasted as a markdown table: its cells hold their lines with `<br>` between them.

Read column by column they stand as they are printed: the issuer's block, then the motto; the recipients, then the
signature. The stamp of arrival that somebody copied as a `>` block is no part of the document, nor is the name that
they gave the copy above its letterhead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from loa.documents.ports import Line

from .wording import folded

_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_LETTERHEAD = re.compile(r"cong hoa xa hoi|dang cong san viet nam|doc lap\W+tu do")
_FOOT = re.compile(r"noi nhan")
_ARRIVED = re.compile(r"\bden\b\W+(?:so|ngay|gio)\b|\b(?:so|ngay) den\b")
_SEPARATOR = re.compile(r"[\s|:-]+")


def as_printed(lines: Sequence[Line]) -> list[Line]:
    """Return `lines` with such tables laid out as printed and the stamp of arrival left out."""
    out: list[Line] = []
    for kind, block in groupby(lines, key=_kind):
        group = list(block)
        if kind == "|" and _frames(group):
            out = [*_without_name(out, group), *_column_by_column(group)]
        elif kind == ">" and _ARRIVED.search(_words(group)):
            out += [replace(line, text="") for line in group]
        else:
            out += [_without_breaks(line) for line in group]
    return out


def _kind(line: Line) -> str:
    first = line.text.lstrip()[:1]
    return first if first in ("|", ">") else ""


def _frames(group: Sequence[Line]) -> bool:
    """The table holds letterhead or signature, not the words of the document."""
    words = _words(group)
    marked = _LETTERHEAD.search(words) or _FOOT.search(words)
    return bool(marked) and any(_BREAK.search(line.text) for line in group)


def _words(group: Sequence[Line]) -> str:
    return folded(" ".join(line.text for line in group).replace("*", ""))


def _without_name(above: Sequence[Line], group: Sequence[Line]) -> list[Line]:
    """Above a letterhead stands nothing of the document: a `#` heading there names the copy."""
    if not _LETTERHEAD.search(_words(group)):
        return list(above)
    return [replace(line, text="") if line.text.startswith("#") else line for line in above]


def _column_by_column(group: Sequence[Line]) -> Iterator[Line]:
    rows = [(line, line.text.strip().strip("|").split("|")) for line in group if not _SEPARATOR.fullmatch(line.text)]
    for column in range(max((len(cells) for _, cells in rows), default=0)):
        for line, cells in rows:
            for piece in _BREAK.split(cells[column]) if column < len(cells) else ():
                yield replace(line, text=piece.strip())


def _without_breaks(line: Line) -> Line:
    return replace(line, text=_BREAK.sub(" ", line.text)) if "<" in line.text else line
