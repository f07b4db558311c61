"""The long work of reports: counting a month and writing its files, or writing those alone."""

from __future__ import annotations

from loa.core import clock
from loa.core.language import gettext as _
from loa.core.long_work import Note, Outcome
from loa.core.models import LongWork
from loa.reports.models import PeriodReport
from loa.reports.refusals import MayNotReport
from loa.reports.selectors.files import report_files
from loa.reports.selectors.fresh_files import FILES_KIND, KIND
from loa.reports.services.build_report import build_report
from loa.reports.services.write_report import write_reports
from loa.units.models import Commune
from loa.units.rights import Right
from loa.units.selectors import actor_of_key

__all__ = ["FILES_KIND", "KIND", "make_files", "make_report"]

STEPS = 2


def make_report(work: LongWork, note: Note) -> Outcome:
    """Count the month of the payload (`{"period": "YYYY-MM"}`) anew and write it as DOCX and PDF.

    :raises Refusal: no right any more, no such month, nothing to report, or no room for the files.
    """
    actor = actor_of_key(work.actor, work.scope_id)
    commune = Commune.objects.get(pk=work.scope_id)
    note(1, STEPS, _("Đếm số liệu"))
    report = build_report(commune=commune, period=str(work.payload["period"]), actor=actor, at=clock.now())
    note(2, STEPS, _("Viết tệp DOCX và PDF"))
    write_reports(report, report_files(report).values())
    return {"report": report.pk}


def make_files(work: LongWork, note: Note) -> Outcome:
    """Write the stored report of the payload (`{"report": pk}`) as DOCX and PDF; its figures stay as they are.

    :raises Refusal: no right any more, no such report, or no room for the files.
    """
    actor = actor_of_key(work.actor, work.scope_id)
    report = PeriodReport.objects.visible_to(actor).filter(pk=work.payload["report"]).first()
    if report is None or not actor.may(Right.SEE_REPORTS):
        raise MayNotReport(_("Không tìm thấy báo cáo này nên chưa viết tệp nào. Hãy mở lại từ trang Báo cáo."))
    note(1, 1, _("Viết tệp DOCX và PDF"))
    write_reports(report, report_files(report).values())
    return {"report": report.pk}
