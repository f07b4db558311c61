"""The reader of administrative documents: lines in, an ExtractionResult out, by the rules of how they are written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from loa.documents.ports import Clause, ExtractionResult, Header, Line

from .anchors import Anchors
from .assignment_rows import FoundAssignment
from .assignments import assignments_of
from .beyond import Beyond, Parts, anchor_beyond, beyond_of
from .body import Body, body_of
from .campaign import CampaignParts, campaign_of
from .citations import Mention, citations_of
from .cleaning import Row, rows_of
from .closing import Closing, closing_of
from .document_types import type_name_at_start, type_of_heading, type_of_symbol
from .found import Found
from .letterhead import issuers, number_and_symbol, place_and_date
from .letters import body_of_letter, campaign_of_letter, is_letter
from .outline import Item
from .paragraphs import paragraphs_of
from .pasted_tables import as_printed
from .reporting import FoundReporting, reporting_of
from .skeleton import Skeleton, skeleton_of
from .title import behind_number, title_of
from .windows import FoundWindow, windows_of
from .wording import folded

HEADER_FIELDS = ("doc_type", "number", "symbol", "parent_issuer", "issuer", "place", "date", "title")
SIGNATURE_FIELDS = ("authority", "capacity", "signer_position", "signer")


@dataclass(frozen=True, slots=True)
class _Read:
    """All parts as found, before they become plain values."""

    header: dict[str, Found[str] | None]
    closing: Closing
    citations: Sequence[Mention]
    body: Body
    windows: Sequence[FoundWindow]
    assignments: Sequence[FoundAssignment]
    campaign: CampaignParts
    reporting: Sequence[FoundReporting]
    beyond: Beyond


def extract(lines: Sequence[Line], *, letters: bool = False) -> ExtractionResult:
    """Return what the document says, every field anchored to its lines.

    Pure and deterministic. The layout is that of Nghị định 30/2020/NĐ-CP, Phụ lục I, and of the Party's
    guideline; what a document does not say stays None or empty.

    :param letters: the paragraphs of a letter without numbers stand as clauses where they ask for telling (`letters`).
    """
    read = _read(lines, letters=letters)
    anchors = _anchors(read, lines)
    return ExtractionResult(
        header=Header(**{name: found.value if found else None for name, found in read.header.items()}),
        recipients=tuple(entry.value for entry in read.closing.recipients),
        archive=read.closing.archive.value if read.closing.archive else None,
        citations=tuple(mention.citation for mention in read.citations),
        clauses=tuple(_clause(item) for item in read.body.items),
        windows=tuple(found.window for found in read.windows),
        assignments=tuple(found.row for found in read.assignments),
        topics=tuple(item.label for item in read.campaign.topics),
        activities=tuple(row for _, row in read.campaign.activities),
        budget=tuple(item.label for item in read.campaign.budget),
        reporting=tuple(found.duty for found in read.reporting),
        anchors=anchors.places,
        unused=anchors.unused,
        lines=tuple(lines),
        audiences=tuple(found.row for found in read.beyond.audiences),
        costs=tuple(found.row for found in read.beyond.costs),
        tasks=tuple(found.row for found in read.beyond.tasks),
        units=tuple(group.row() for group in read.beyond.units),
    )


def _read(lines: Sequence[Line], *, letters: bool) -> _Read:
    parts = skeleton_of(rows_of(as_printed(lines)))
    closing = closing_of(parts.tail)
    header = _header(parts, closing)
    day, title = _value(header["date"]), _value(header["title"])
    body = body_of(parts.body)
    if letters:
        body = body_of_letter(body, doc_type=_value(header["doc_type"]), title=title)
    assignments = assignments_of(body)
    campaign = campaign_of_letter(body) if is_letter(body) else campaign_of(body, title=title)
    reporting = reporting_of(body, assignments, day=day)
    year = int(day[:4]) if day else None
    behind_head = lines[_behind_head(parts, lines) :]
    read = Parts(body, campaign, assignments, reporting, header["issuer"], title, year)
    return _Read(
        header=header,
        closing=closing,
        citations=citations_of([*paragraphs_of(parts.title), *body.paragraphs], own=_own(header)),
        body=body,
        windows=windows_of(body, dated=day),
        assignments=assignments,
        campaign=campaign,
        reporting=reporting,
        beyond=beyond_of(read, behind_head),
    )


def _value(found: Found[str] | None) -> str | None:
    return found.value if found else None


def _behind_head(parts: Skeleton, lines: Sequence[Line]) -> int:
    """The index of the first line behind letterhead and title."""
    first = parts.body[0].number if parts.body else lines[-1].number if lines else 0
    return next((index for index, line in enumerate(lines) if line.number >= first), len(lines))


def _header(parts: Skeleton, closing: Closing) -> dict[str, Found[str] | None]:
    number, symbol = number_and_symbol(parts.head)
    parent, issuer = issuers(parts.head)
    place, date = place_and_date(parts.head)
    values = (_doc_type(parts, symbol), number, symbol, parent, issuer, place, date, title_of(parts))
    signature = closing.signature
    signed = (signature.authority, signature.capacity, signature.position, signature.signer)
    return dict(zip((*HEADER_FIELDS, *SIGNATURE_FIELDS), (*values, *signed), strict=True))


def _doc_type(parts: Skeleton, symbol: Found[str] | None) -> Found[str] | None:
    row = parts.type_row
    if row is not None:
        name = type_of_heading(row.text) or type_of_heading(type_name_at_start(row.text) or "")
        return Found(name, row.number, row.number, rule="header.doc-type.heading") if name else None
    letter = next((row for row in parts.head if _marks_letter(row)), None)
    named = type_of_symbol(symbol.value) if symbol else None
    if named and symbol and letter is None:
        return Found(named, symbol.line_from, symbol.line_to, rule="header.doc-type.symbol", words=symbol.value)
    return Found("CV", letter.number, letter.number, rule="header.doc-type.letter") if letter else None


def _marks_letter(row: Row) -> bool:
    plain = folded(behind_number(row.text))
    return plain.startswith(("v/v", "kinh gui", "(v/v", "v / v"))


def _own(header: dict[str, Found[str] | None]) -> str | None:
    number, symbol = header["number"], header["symbol"]
    if number is None or symbol is None:
        return None
    return f"{number.value}{'-' if '/' in symbol.value else '/'}{symbol.value}"


def _clause(item: Item) -> Clause:
    rest = [paragraph.text for paragraph in item.paragraphs[1:]]
    return Clause(
        label=item.label,
        parent=item.parent.label if item.parent else None,
        heading=item.heading,
        text="\n".join([item.heading, *rest]),
        line_from=item.paragraphs[0].line_from,
        line_to=item.paragraphs[-1].line_to,
    )


def _anchors(read: _Read, lines: Sequence[Line]) -> Anchors:
    anchors = Anchors(lines)
    for name, found in read.header.items():
        anchors.add_found(f"/header/{name}", found)
    for index, entry in enumerate(read.closing.recipients):
        anchors.add_found(f"/recipients/{index}", entry)
    anchors.add_found("/archive", read.closing.archive)
    lettered: dict[str, Sequence[Mention | FoundWindow | FoundAssignment | FoundReporting]] = {
        "citations": read.citations,
        "windows": read.windows,
        "assignments": read.assignments,
        "reporting": read.reporting,
    }
    for name, rows in lettered.items():
        for index, row in enumerate(rows):
            anchors.add_letters(f"/{name}/{index}", row.paragraph, start=row.start, end=row.end, rule=row.rule)
    _anchor_items(anchors, read)
    anchor_beyond(anchors, read.beyond, reporting=read.reporting)
    return anchors


def _anchor_items(anchors: Anchors, read: _Read) -> None:
    for index, item in enumerate(read.body.items):
        first, last = item.paragraphs[0], item.paragraphs[-1]
        anchors.add_letters(f"/outline/{index}", first, start=0, end=len(first.text), rule=item.rule)
        anchors.add(f"/clauses/{index}", first.line_from, line_to=last.line_to, rule="clause")
    groups = {
        "topics": read.campaign.topics,
        "activities": [item for item, _ in read.campaign.activities],
        "budget": read.campaign.budget,
    }
    for name, items in groups.items():
        for index, item in enumerate(items):
            first, last = item.paragraphs[0], item.paragraphs[-1]
            anchors.add(f"/{name}/{index}", first.line_from, line_to=last.line_to, rule=read.campaign.rule(name))
