"""The files of a report that say what its figures say."""

from __future__ import annotations

from pathlib import Path

from django.db.models import Q

from loa.core.models import LongWork
from loa.core.models.long_work import WorkState
from loa.reports.models import PeriodReport
from loa.reports.selectors.files import report_files

KIND = "reports.report"
FILES_KIND = "reports.files"


def fresh_files(report: PeriodReport) -> dict[str, Path]:
    """The paths of `docx` and `pdf` if the work that built `report` last, or one after it, wrote them; else nothing.

    A report may have been built again since, elsewhere: then the files on disk tell older figures.
    """
    built = Q(kind=KIND, started_at__lte=report.built_at, ended_at__gte=report.built_at)
    written = Q(kind=FILES_KIND, started_at__gte=report.built_at)
    made = LongWork.objects.filter(
        built | written,
        scope_id=report.commune_id,
        state=WorkState.DONE,
        outcome__report=report.pk,
    )
    if not made.exists():
        return {}
    return {form: path for form, path in report_files(report).items() if path.is_file()}
