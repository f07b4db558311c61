"""Write a period report as a file."""

from __future__ import annotations

from collections.abc import Callable
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
    writer = WRITERS.get(path.suffix.lower())
    if writer is None:
        raise CannotWriteReport(
            _("Không ghi được báo cáo dạng “{suffix}”. Đặt tên tệp kết thúc bằng .docx hoặc .pdf.").format(
                suffix=path.suffix or path.name
            )
        )
    try:
        write_durably(path, writer(report_document(report)))
    except UnprintableText as error:
        raise CannotWriteReport(str(error)) from error
    except OSError as error:
        raise CannotWriteReport(
            _("Không ghi được tệp {path} ({reason}). Số liệu vẫn còn; chọn chỗ khác rồi ghi lại.").format(
                path=path, reason=reason_of(error)
            )
        ) from error
