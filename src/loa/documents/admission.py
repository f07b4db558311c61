"""What is let in: a readable file that is no secret, and, for a campaign, a directing document. Free of Django."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from loa.documents.extraction.extract import extract, is_plan
from loa.documents.ports import ExtractionResult
from loa.documents.reading.limited import read_file
from loa.documents.reading.secrecy import secrecy_mark
from loa.documents.reading.text import ReadDocument
from loa.documents.refusals import ClassifiedDocument, NotAPlan


@dataclass(frozen=True, slots=True)
class AdmittedPlan:
    """A plan's lines and what they say."""

    read: ReadDocument
    result: ExtractionResult


def read_open_document(path: Path) -> ReadDocument:
    """The lines of a document that bears no mark of secrecy.

    :raises UnreadableDocument: the file is refused; `ClassifiedDocument` where it bears such a mark (Luật Bảo vệ bí mật
        nhà nước 2018).
    """
    read = read_file(path)
    if secrecy_mark(read.lines) is not None:
        raise ClassifiedDocument(path.name)
    return read


def read_plan(path: Path) -> AdmittedPlan:
    """A directing document with what it says. Nothing is stored.

    :raises UnreadableDocument: the file is refused; `NotAPlan` where it directs nothing.
    """
    read = read_open_document(path)
    result = extract(read.lines)
    if not is_plan(result):
        raise NotAPlan(path.name)
    return AdmittedPlan(read=read, result=result)
