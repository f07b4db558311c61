"""Footnotes of a PDF page: small letters at its foot, under a short line or behind a raised number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from loa.documents.reading.pdf_columns import Piece, Row, joined
from loa.documents.reading.pdf_paragraphs import is_table
from loa.documents.reading.pdf_rows import MARK_END, MARK_START
from loa.documents.reading.pdf_rules import Rule
from loa.documents.reading.table_rows import is_formal

NOTICE = "footnotes"  # what the reader tells of them, see `reading.notices`
_SMALL = 0.93  # of the letters of the text, under a line
_SMALLER = 0.88  # where no line says that a note begins
_SHORT = (40.0, 0.5)  # a line over footnotes: points at least, of the page's width at most
_LOW = 0.6  # of the page's height: footnotes stand below
_RAISED = re.compile(f"{MARK_START}([^{MARK_END}]*){MARK_END}")
_UNIT = re.compile(r"\d\s?[kcdm]?m$")  # 20 m2
_BEGINS = re.compile(rf"\s*(?:{MARK_START}\W*(\d{{1,2}}|\*+)\W*{MARK_END}|[(\[]?(\d{{1,2}}|\*+)[)\].]?(?=\s))\s*")


Note = tuple[str, str]  # its mark and its words


def parted_from_notes(rows: Sequence[Row], rules: Sequence[Rule], *, width: float) -> tuple[list[Row], list[Note]]:
    """The rows of the text, and the notes at the foot of the page."""
    height = _height_of_text(rows)
    start = _by_line(rows, rules, height=height, width=width)
    start = start if start is not None else _by_mark(rows, height=height)
    return (list(rows), []) if start is None else (list(rows[:start]), _notes(rows[start:]))


def without_marks(rows: Sequence[Row], notes: Iterable[Note]) -> list[Row]:
    """The rows without the raised numbers that lead to `notes`, those of the page and of the pages beside it."""
    marks = {mark for mark, _words in notes}
    plain = (_plain(row, marks) for row in rows)
    return [row for row in plain if row]


def _height_of_text(rows: Iterable[Row]) -> float:
    """The height that most letters of the page have."""
    letters: dict[float, int] = {}
    for row in rows:
        for piece in row if not is_table(row) else ():
            height = round(piece.height * 2) / 2
            letters[height] = letters.get(height, 0) + len(piece.text)
    return max(letters, key=lambda height: letters[height], default=0.0)


def _by_line(rows: Sequence[Row], rules: Sequence[Rule], *, height: float, width: float) -> int | None:
    """The first row under a short line below which all letters are small."""
    tops = [row[0].middle for row in rows]
    edge = min((row[0].left for row in rows), default=0.0)
    for rule in sorted(rules, reverse=True):
        is_short = _SHORT[0] <= rule.end - rule.start <= _SHORT[1] * width
        start = next((index for index, top in enumerate(tops) if top < rule.at), None)
        if start and is_short and rule.start < edge + 20 and _are_notes(rows[start:], most=_SMALL * height):
            return start
    return None


def _by_mark(rows: Sequence[Row], *, height: float) -> int | None:
    """The first of the small rows at the foot, where it begins with a raised number."""
    start = len(rows)
    while start and _is_small(rows[start - 1], most=_SMALLER * height):
        start -= 1
    for index in range(max(start, 1), len(rows)):
        if rows[index][0].text.startswith(MARK_START) and _are_notes(rows[index:], most=_SMALLER * height):
            return index
    return None


def _are_notes(rows: Sequence[Row], *, most: float) -> bool:
    if not rows or not all(_is_small(row, most=most) for row in rows) or any(is_formal(joined(row)) for row in rows):
        return False
    return _BEGINS.match(joined(rows[0])) is not None


def _is_small(row: Row, *, most: float) -> bool:
    return not is_table(row) and max(piece.height for piece in row) <= most


def _notes(rows: Sequence[Row]) -> list[Note]:
    """(mark, words) of each note; a row that begins with no mark goes on with the note before."""
    notes: list[Note] = []
    for row in rows:
        text = joined(row)
        begins = _BEGINS.match(text)
        words = _RAISED.sub(r"\1", text[begins.end() :] if begins else text).replace("|", " ").strip()
        if begins:
            notes.append((begins[1] or begins[2], words))
        elif notes:
            notes[-1] = (notes[-1][0], f"{notes[-1][1]} {words}")
    return notes


def _plain(row: Row, marks: Iterable[str]) -> Row:
    """A raised number is dropped where it leads to a note, and a plain number otherwise (`m2`)."""
    if not any(MARK_START in piece.text for piece in row):
        return row

    def settled(found: re.Match[str]) -> str:
        is_note = found[1].strip("()[]") in marks and not _UNIT.search(found.string[: found.start()])
        return "" if is_note else found[1]

    plain = (
        Piece(_RAISED.sub(settled, piece.text).strip(), piece.left, piece.right, piece.middle, piece.height)
        for piece in row
    )
    return tuple(piece for piece in plain if piece.text)
