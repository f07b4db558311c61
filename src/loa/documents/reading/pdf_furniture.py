"""What stands on every page and is no text of the document: page numbers, running heads and feet."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from loa.documents.reading.pdf_columns import Row, joined

_PAGE_NUMBER = re.compile(r"[-–—\s]*(\d{1,3})[-–—\s]*|(?:trang\s*)?(\d{1,3})\s*/\s*\d{1,3}", re.IGNORECASE)
_EDGE_ROWS = 2  # a head or foot has no more lines
_SAME_PLACE = 6.0  # points
_MOST_PAGES = 0.6  # of the pages that have one: the first page is often without
_DIGITS = re.compile(r"\d+")


def is_page_number(line: str, *, last: int) -> bool:
    """A lone number between 1 and `last`, with or without dashes or the count of pages."""
    found = _PAGE_NUMBER.fullmatch(line.strip())
    return found is not None and 1 <= int(found.group(1) or found.group(2)) <= last


def without_page_number(lines: list[str], *, last: int) -> list[str]:
    """Drop a lone page number (1 to `last`) from the first and from the last written line."""
    written = [index for index, line in enumerate(lines) if line.strip()]
    drop = {
        index for index in ({written[0], written[-1]} if written else ()) if is_page_number(lines[index], last=last)
    }
    return [line for index, line in enumerate(lines) if index not in drop]


def without_furniture(pages: Sequence[Sequence[Row]]) -> list[list[Row]]:
    """The rows of all pages, top to bottom, without what most pages repeat at one place and without page numbers."""
    if len(pages) < 2:
        return [list(rows) for rows in pages]
    repeated = _repeated(pages)
    kept = []
    for rows in pages:
        inner = _without_edge(list(rows), repeated, last=len(pages))
        kept.append(_without_edge(inner[::-1], repeated, last=len(pages))[::-1])
    return kept


def _without_edge(rows: list[Row], repeated: set[str], *, last: int) -> list[Row]:
    """Without the head of the page (or its foot, `rows` turned); a second line of it stands close to the first."""
    dropped: Row | None = None
    for _line in range(_EDGE_ROWS):
        is_furniture = bool(rows) and (_key(rows[0]) in repeated or is_page_number(joined(rows[0]), last=last))
        if not is_furniture or (dropped is not None and not _is_nearer(rows, dropped)):
            break
        dropped = rows.pop(0)
    return rows


def _is_nearer(rows: Sequence[Row], dropped: Row) -> bool:
    """The first row stands nearer to the one already dropped than to the next."""
    if len(rows) < 2:
        return True
    outwards, inwards = (abs(rows[0][0].middle - other[0].middle) for other in (dropped, rows[1]))
    return outwards <= inwards


def _is_edge(index: int, rows: Sequence[Row]) -> bool:
    return index < _EDGE_ROWS or index >= len(rows) - _EDGE_ROWS


def _key(row: Row) -> str:
    return _DIGITS.sub("#", " ".join(joined(row).split()).casefold())


def _repeated(pages: Sequence[Sequence[Row]]) -> set[str]:
    """Rows at the edge of pages that say the same, digits aside, at the same height on most of them."""
    heights: defaultdict[str, dict[int, float]] = defaultdict(dict)
    for number, rows in enumerate(pages):
        for index, row in enumerate(rows):
            if _is_edge(index, rows) and not row[0].text.startswith("| "):
                heights[_key(row)][number] = row[0].middle
    enough = max(2, int(_MOST_PAGES * (len(pages) - 1) + 0.999))
    return {key for key, places in heights.items() if _at_one_place(list(places.values())) >= enough}


def _at_one_place(places: Sequence[float]) -> int:
    return max(sum(abs(place - other) <= _SAME_PLACE for other in places) for place in places)
