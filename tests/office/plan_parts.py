"""The parts of a plan as an office would type them: what the two writers lay out, taken from a copy of its text.

The copy has lost its page (columns run together, one cell a line, lines cut at the width of a page); here the head
of the letter gets its two columns back, paragraphs their whole length, and tables their rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from loa.documents.extraction.cleaning import Row, clean, is_rule, rows_of
from loa.documents.extraction.numbering import Kind, Marker, marker_of, words_after
from loa.documents.extraction.paragraphs import Paragraph, layout_of, paragraphs_of
from loa.documents.extraction.skeleton import Skeleton, skeleton_of
from loa.documents.extraction.wording import is_bullet, is_upper
from loa.documents.ports import Line

_MOTTO = re.compile(r"CỘNG H[OÒÓ][AÀÁ]|ĐẢNG CỘNG SẢN|Độc lập")
_PLACE_DATE = re.compile(r"(?<=\s)[^\d/]*, ngày\b.*")
_SUBJECT = re.compile(r"V/v\b", re.IGNORECASE)
_TO = re.compile(r"Kính gửi", re.IGNORECASE)

Table = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Block:
    """A paragraph, or a table where `rows` has any."""

    text: str = ""
    marker: Marker | None = None
    rows: Table = ()

    @property
    def words(self) -> str:
        return words_after(self.text, self.marker) if self.marker else self.text

    @property
    def is_heading(self) -> bool:
        return self.marker is not None and (self.marker.kind is Kind.ROMAN or is_upper(self.text))


@dataclass(frozen=True)
class PlanParts:
    """Lines of the two columns at the top and at the foot; the rest are paragraphs and tables."""

    issuer: tuple[str, ...]
    motto: tuple[str, ...]
    number: tuple[str, ...]
    place_date: tuple[str, ...]
    addressed: tuple[str, ...]
    kind: str
    title: str
    body: tuple[Block, ...]
    recipients: tuple[str, ...]
    signature: tuple[str, ...]
    annex: tuple[Block, ...] = field(default=())


def parts_of(lines: Sequence[Line]) -> PlanParts:
    """Lay the text of a plan out again."""
    rows = rows_of(lines)
    skeleton = skeleton_of(rows)
    left, right, addressed = _head(skeleton.head)
    numbered = next((index for index, text in enumerate(left) if text.startswith("Số")), len(left))
    dated = next((index for index, text in enumerate(right) if ", ngày" in text), len(right))
    recipients, signature = _foot(skeleton.tail)
    return PlanParts(
        issuer=tuple(left[:numbered]),
        motto=tuple(_motto(right[:dated])),
        number=tuple(left[numbered:]),
        place_date=tuple(right[dated:]),
        addressed=tuple(addressed),
        kind=skeleton.type_row.text if skeleton.type_row else "",
        title=" ".join(row.text for row in skeleton.title),
        body=tuple(_blocks(skeleton.body, rows)),
        recipients=tuple(recipients),
        signature=tuple(signature),
        annex=tuple(_annex(skeleton, lines, rows=rows)),
    )


def _head(rows: Sequence[Row]) -> tuple[list[str], list[str], list[str]]:
    left: list[str] = []
    right: list[str] = []
    addressed: list[str] = []
    for cell, group in groupby(rows, key=lambda row: row.cell):
        texts = _joined_bold(list(group))
        whole = " ".join(texts)
        if addressed or any(_TO.match(text) for text in texts):
            addressed += texts
        elif cell and _is_right(whole):
            right += texts if _MOTTO.match(whole) else [whole]
        else:
            for text in [whole] if cell and whole.startswith("Số") and "V/v" not in whole else texts:
                _split_columns(text, left=left, right=right)
    return left, right, addressed


def _is_right(text: str) -> bool:
    return bool(_MOTTO.match(text)) or (", ngày" in text and not text.startswith("Số"))


def _split_columns(text: str, *, left: list[str], right: list[str]) -> None:
    found = _MOTTO.search(text) or _PLACE_DATE.search(text)
    if _is_right(text):
        right.append(text)
    elif found:
        left.append(text[: found.start()].strip())
        right.append(found.group().strip() if found.re is _PLACE_DATE else text[found.start() :])
    else:
        left.append(text)


def _joined_bold(rows: Sequence[Row]) -> list[str]:
    """Lines of one cell; a name in bold type, or a subject, was cut only by the narrow cell."""
    texts: list[str] = []
    is_open = False
    for row in rows:
        cut = is_open and row.is_bold and not row.raw.startswith("**") and is_upper(row.text) and is_upper(texts[-1])
        if texts and (cut or _SUBJECT.match(texts[-1])):
            texts[-1] = f"{texts[-1]} {row.text}"
        else:
            texts.append(row.text)
        is_open = row.is_bold and not row.raw.rstrip(" ").endswith("**")
    return texts


def _motto(lines: Sequence[str]) -> list[str]:
    whole = " ".join(lines)
    at = whole.find("Độc lập")
    return [whole[:at].strip(), whole[at:]] if at > 0 else [whole] if whole else []


def _blocks(rows: Sequence[Row], whole: Sequence[Row]) -> Iterator[Block]:
    for paragraph in paragraphs_of(rows, layout_of(whole)):
        yield _block(paragraph)


def _block(paragraph: Paragraph) -> Block:
    return Block(paragraph.text, None if is_bullet(paragraph.text) else marker_of(paragraph.text))


def _foot(rows: Sequence[Row]) -> tuple[list[str], list[str]]:
    recipients: list[str] = []
    signature: list[str] = []
    for _, group in groupby(rows, key=lambda row: row.cell):
        for text in _joined_bold(list(group)):
            is_list = is_bullet(text) or text.startswith("Nơi nhận") or (recipients and recipients[-1].endswith(","))
            if is_list or (recipients and not signature and (not is_upper(text) or text[0].isdigit())):
                recipients.append(text)
            else:
                signature.append(text)
    return _whole_entries(recipients), signature


def _whole_entries(lines: Sequence[str]) -> list[str]:
    entries: list[str] = []
    for text in lines:
        if entries and not is_bullet(text) and len(entries) > 1 and not entries[-1].endswith((".", ";")):
            entries[-1] = f"{entries[-1]} {text}"
        else:
            entries.append(text)
    return entries


def _annex(skeleton: Skeleton, lines: Sequence[Line], *, rows: Sequence[Row]) -> Iterator[Block]:
    if not skeleton.annex:
        return
    first = skeleton.annex[0].number
    table_from = next((row.number for row in skeleton.annex if row.cell != skeleton.annex[0].cell), None)
    words = [row for row in skeleton.annex if table_from is None or row.number < table_from]
    yield from _blocks(words, rows)
    if table_from is not None:
        yield Block(rows=_table([line.text for line in lines if line.number > max(first, words[-1].number)]))


def _table(texts: Sequence[str]) -> Table:
    """One cell after the other, `|` between cells and twice between rows."""
    table: list[list[str]] = [[]]
    cell: list[str] | None = None
    for text in [*texts, "|"]:
        if text.strip() != "|":
            words = clean(text)
            if words and not is_rule(words):
                cell = [*(cell or []), words]
        elif cell is None:
            table.append([])
        else:
            table[-1].append(" ".join(cell))
            cell = None
    return tuple(tuple(row) for row in table if row)
