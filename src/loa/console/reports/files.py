"""A report as a file."""

from __future__ import annotations

from uuid import uuid4

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST, require_safe

from loa.console.frame.acting import act, refused
from loa.console.frame.files import send_file
from loa.console.frame.screen import StaffRequest, screen
from loa.console.reports.forms import FilesForm
from loa.core.language import gettext as _
from loa.core.services.long_work import begin_work
from loa.reports.models import PeriodReport
from loa.reports.refusals import CannotWriteReport
from loa.reports.selectors.files import is_long_to_write
from loa.reports.selectors.fresh_files import fresh_files
from loa.reports.services.write_report import report_bytes
from loa.reports.tasks import FILES_KIND
from loa.units.rights import Right

MEDIA_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}


@require_safe
@screen(Right.SEE_REPORTS)
def report_file(request: StaffRequest, pk: int, *, form: str) -> HttpResponseBase:
    """The report as DOCX or PDF: the file its building wrote, else one made now and not kept.

    A report of thousands of orders is never made while one waits: a page asks whether to make its files.
    """
    if form not in MEDIA_TYPES:
        raise Http404
    report = _found(request, pk)
    kept = fresh_files(report).get(form)
    if kept is not None:
        return send_file(request, kept, media_type=MEDIA_TYPES[form], name=_name(report, form))
    if is_long_to_write(report):
        request.section = "reports"
        context = {"report": report, "form": FilesForm(initial={"key": uuid4()})}
        return render(request, "console/reports/no_files.html", context)
    try:
        data = report_bytes(report, f".{form}")
    except CannotWriteReport as refusal:
        return refused(request, refusal, to=("report", pk))
    disposition = content_disposition_header(True, _name(report, form)) or "attachment"
    return HttpResponse(data, content_type=MEDIA_TYPES[form], headers={"Content-Disposition": disposition})


@require_POST
@screen(Right.SEE_REPORTS)
def report_files_new(request: StaffRequest, pk: int) -> HttpResponse:
    """Ask for the files of a report as it stands; writing them is long work."""
    report, form = _found(request, pk), FilesForm(request.POST)
    work = act(
        form,
        lambda: begin_work(
            kind=FILES_KIND,
            key=form.cleaned_data["key"],
            payload={"report": report.pk},
            actor=request.actor,
            at=request.at,
        ),
    )
    return redirect("report", pk) if work is None else redirect("work", work.key)


def _found(request: StaffRequest, pk: int) -> PeriodReport:
    reports = PeriodReport.objects.visible_to(request.actor).select_related("commune").defer("draft")
    return get_object_or_404(reports, pk=pk)


def _name(report: PeriodReport, form: str) -> str:
    return _("Báo cáo tuyên truyền tháng {month}-{year}, {commune}.{form}").format(
        month=report.start_date.month, year=report.start_date.year, commune=report.commune.name, form=form
    )
