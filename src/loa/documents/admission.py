"""What is let in: a readable file that is no secret, and, for a campaign, a directing document. Free of Django."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from loa.documents.ports import ExtractionResult
from loa.documents.reading.limited import extract_file, read_file
from loa.documents.reading.ocr.scan import Note
from loa.documents.reading.text import ReadDocument
from loa.documents.refusals import NotAPlan


@dataclass(frozen=True, slots=True)
class AdmittedPlan:
    """A plan's lines and what they say."""

    read: ReadDocument
    result: ExtractionResult


def read_open_document(path: Path, note: Note | None = None) -> ReadDocument:
    """The lines of a document that bears no mark of secrecy.

    :param note: told (page, pages) as pages of pictures are read.
    :raises UnreadableDocument: the file is refused; `ClassifiedDocument` where it bears such a mark (Luật Bảo vệ bí mật
        nhà nước 2018).
    """
    return read_file(path, note)


def extract_open_document(path: Path, note: Note | None = None) -> AdmittedPlan:
    """The lines of a document that bears no mark of secrecy, and what they say.

    :raises UnreadableDocument: as `read_open_document`.
    """
    read, result = extract_file(path, note)
    return AdmittedPlan(read=read, result=result)


def read_plan(path: Path, note: Note | None = None) -> AdmittedPlan:
    """A directing document with what it says. Nothing is stored.

    :raises UnreadableDocument: the file is refused; `NotAPlan` where it directs nothing.
    """
    admitted = extract_open_document(path, note)
    if not is_plan(admitted.result):
        raise NotAPlan(path.name)
    return admitted


def read_directive(path: Path, note: Note | None = None) -> AdmittedPlan:
    """A plan, or a letter without numbers that asks for telling: for a review, where a person looks before it is work.

    :raises UnreadableDocument: as `read_plan`.
    """
    read, result = extract_file(path, note, as_plan=True)
    if not is_plan(result):
        raise NotAPlan(path.name)
    return AdmittedPlan(read=read, result=result)


def is_plan(result: ExtractionResult) -> bool:
    """A directing document: a title block of Nghị định 30/2020/NĐ-CP or the Party's, and at least one item."""
    header = result.header
    named = header.doc_type is not None and header.title is not None
    return named and (header.symbol is not None or header.issuer is not None) and bool(result.clauses)
