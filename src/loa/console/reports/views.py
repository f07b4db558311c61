"""The reports of the commune: the list, one report with its draft, and what a figure was counted from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from loa.channels.ports import ChannelKind
from loa.console.frame.acting import act, with_errors
from loa.console.frame.listing import ROWS_A_PAGE
from loa.console.frame.screen import StaffRequest, screen
from loa.console.reports.draft import draft_blocks
from loa.console.reports.forms import ReportForm
from loa.core.services.long_work import begin_work
from loa.reports.models import Figure, PeriodReport
from loa.reports.period import Period
from loa.reports.selectors.periods import months_to_report, reports_of
from loa.reports.selectors.proofs import proof_rows
from loa.reports.selectors.sheet import SheetLine, ladder_of, sheet_groups, sheet_lines, silent_lines
from loa.reports.stored_document import read_stored
from loa.reports.tasks import KIND
from loa.units.rights import Right

LIST = "console/reports/list.html"


@require_safe
@screen(Right.SEE_REPORTS)
def reports(request: StaffRequest) -> HttpResponse:
    """All reports, the newest month first, and the form that asks for one."""
    return render(request, LIST, _list_context(request))


@require_POST
@screen(Right.BUILD_REPORT)
def report_new(request: StaffRequest) -> HttpResponse:
    """Ask for the report of a month; building it is long work."""
    request.section = "reports"
    form = ReportForm(request.POST, months=months_to_report(request.actor, now=request.at))
    work = act(
        form,
        lambda: begin_work(
            kind=KIND,
            key=form.cleaned_data["key"],
            payload={"period": form.cleaned_data["period"]},
            actor=request.actor,
            at=request.at,
        ),
    )
    if work is None:
        return with_errors(request, LIST, context=_list_context(request, form=form))
    return redirect("work", work.key)


@require_safe
@screen(Right.SEE_REPORTS)
def report(request: StaffRequest, pk: int) -> HttpResponse:
    """One report: its figures, each of which opens its rows, beside its draft."""
    request.section = "reports"
    found = get_object_or_404(PeriodReport.objects.visible_to(request.actor), pk=pk)
    lines = sheet_lines(found)
    silent = silent_lines(lines)
    document = read_stored(found.draft) if found.draft else None
    period = Period(found.start_date, found.end_date)
    context = {
        "report": found,
        "is_early": found.built_at < period.end_at,
        "sheet": sheet_groups(lines),
        "silent": silent,
        "silent_count": len(silent),
        "asked": len(lines),
        "known": sum(line.figure.value is not None for line in lines),
        "has_tried": any(line.figure.simulated for line in lines),
        **_ladder(lines, None),
        "document": document,
        "blocks": draft_blocks(document, lines) if document else [],
        "form": ReportForm(months=[period], initial={"period": f"{found.start_date:%Y-%m}", "key": uuid4()}),
    }
    return render(request, "console/reports/report.html", context)


@require_safe
@screen(Right.SEE_REPORTS)
def figure(request: StaffRequest, pk: int, *, figure: int) -> HttpResponse:
    """One figure: how it is counted, the rows that make it, and the four states of its channel beside it."""
    request.section = "reports"
    found = get_object_or_404(PeriodReport.objects.visible_to(request.actor).defer("draft"), pk=pk)
    number = get_object_or_404(Figure, pk=figure, report=found)
    lines = sheet_lines(found)
    line = next(line for line in lines if line.figure.pk == number.pk)
    page = Paginator(number.proofs, ROWS_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "report": found,
        "line": line,
        "page": page,
        "rows": proof_rows(list(page.object_list), request.actor),
        **(_ladder(lines, line.channel) if line.channel else {}),
    }
    return render(request, "console/reports/figure.html", context)


def _ladder(lines: Sequence[SheetLine], channel: ChannelKind | None) -> dict[str, Any]:
    ladder = ladder_of(lines, channel)
    return {
        "ladder": ladder,
        "tried": [rung for rung in ladder if rung.figure.simulated],
    }


def _list_context(request: StaffRequest, *, form: ReportForm | None = None) -> dict[str, Any]:
    months = () if not request.actor.may(Right.BUILD_REPORT) else months_to_report(request.actor, now=request.at)
    page = Paginator(reports_of(request.actor), ROWS_A_PAGE).get_page(request.GET.get("page"))
    return {"page": page, "months": months, "form": form or ReportForm(months=months)}
