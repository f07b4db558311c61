"""Write a period report as a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from loa.core.content import write_durably
from loa.core.language import gettext as _
from loa.core.system_errors import reason_of
from loa.reports.models import PeriodReport
from loa.reports.refusals import CannotWriteReport
from loa.reports.selectors import report_document
from loa.typeset.official import OfficialDocument
from loa.typeset.official_docx import official_docx
from loa.typeset.official_pdf import official_pdf
from loa.typeset.text import UnprintableText

WRITERS: dict[str, Callable[[OfficialDocument], bytes]] = {".docx": official_docx, ".pdf": official_pdf}


def write_report(report: PeriodReport, path: Path) -> None:
    """Write `report` to `path`, DOCX or PDF by its suffix, whole or not at all.

    :raises CannotWriteReport: another suffix, a letter the font lacks, no room or no right to write there.
    """
    _write(path, report_bytes(report, path.suffix or path.name))


def write_reports(report: PeriodReport, paths: Iterable[Path]) -> None:
    """Write `report` to each of `paths`; what it says is read once for all of them.

    :raises CannotWriteReport: as `write_report`; the files before the one that failed stay.
    """
    document = report_document(report)
    for path in paths:
        _write(path, _bytes_of(document, path.suffix or path.name))


def _write(path: Path, data: bytes) -> None:
    try:
        write_durably(path, data)
    except OSError as error:
        raise CannotWriteReport(
            _("Không ghi được tệp {path} ({reason}). Số liệu vẫn còn; chọn chỗ khác rồi ghi lại.").format(
                path=path, reason=reason_of(error)
            )
        ) from error


def report_bytes(report: PeriodReport, suffix: str) -> bytes:
    """`report` as the bytes of a `.docx` or a `.pdf`.

    :raises CannotWriteReport: another suffix, or a letter the font lacks.
    """
    _writer_of(suffix)
    return _bytes_of(report_document(report), suffix)


def _bytes_of(document: OfficialDocument, suffix: str) -> bytes:
    try:
        return _writer_of(suffix)(document)
    except UnprintableText as error:
        raise CannotWriteReport(str(error)) from error


def _writer_of(suffix: str) -> Callable[[OfficialDocument], bytes]:
    writer = WRITERS.get(suffix.lower())
    if writer is None:
        raise CannotWriteReport(
            _("Không ghi được báo cáo dạng “{suffix}”. Đặt tên tệp kết thúc bằng .docx hoặc .pdf.").format(
                suffix=suffix
            )
        )
    return writer
