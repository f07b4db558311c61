"""One A4 work order: what to put up, where, by when, by whom, and a box to note by hand that it was done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from loa.typeset.dates import moment_text
from loa.typeset.engine import Page, to_pdf
from loa.typeset.qr import qr_svg
from loa.typeset.text import shortened

# What fits beside the box for the hand; a folder with more files says how many more.
TITLE_LETTERS, PART_LETTERS = 300, 160
FILES, STEPS = 6, 6


@dataclass(frozen=True, slots=True)
class WorkFile:
    """A file to take along: its name in the folder, and what it is ("Áp phích A4, in 1 bản")."""

    name: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class WorkOrderSheet:
    """The words of one work order.

    :param task: what to do, "Niêm yết áp phích".
    :param message: the title of the message.
    :param place: the outlet, as people call it.
    :param start_at, end_at: to be done in `[start_at, end_at)`, aware instants.
    :param by_whom: the person or post; empty leaves a line to fill in.
    :param reference: the order's own name, so that the returned sheet finds its dispatch.
    """

    commune: str
    province: str
    issuer: str
    task: str
    message: str
    place: str
    start_at: datetime
    end_at: datetime
    by_whom: str
    code: str
    address: str
    files: tuple[WorkFile, ...]
    steps: tuple[str, ...] = ()
    reference: str = ""


def work_order_pdf(sheet: WorkOrderSheet) -> bytes:
    """The work order as a PDF of exactly one A4 page, the same bytes for the same words.

    :raises UnprintableText: a letter that the font lacks.
    """
    return to_pdf(Page(template="work_order.typ", data=_data(sheet), qr=qr_svg(sheet.address)))


def _data(sheet: WorkOrderSheet) -> dict[str, object]:
    return {
        "commune": sheet.commune,
        "province": sheet.province,
        "issuer": shortened(sheet.issuer, PART_LETTERS),
        "task": shortened(sheet.task, PART_LETTERS),
        "message": shortened(sheet.message, TITLE_LETTERS),
        "place": shortened(sheet.place, PART_LETTERS),
        "start": moment_text(sheet.start_at),
        "end": moment_text(sheet.end_at),
        "by_whom": shortened(sheet.by_whom, PART_LETTERS),
        "code": sheet.code,
        "address": sheet.address,
        "files": [
            {"name": shortened(file.name, PART_LETTERS), "note": shortened(file.note, PART_LETTERS)}
            for file in _shown_files(sheet.files)
        ],
        "steps": [shortened(words, PART_LETTERS) for words in sheet.steps[:STEPS]],
        "reference": sheet.reference,
    }


def _shown_files(files: tuple[WorkFile, ...]) -> tuple[WorkFile, ...]:
    more = len(files) - FILES
    return files[:FILES] + ((WorkFile(f"và {more} tệp khác trong thư mục của phiếu"),) if more > 0 else ())
