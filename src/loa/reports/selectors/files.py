"""Where the files of a report lie."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings

from loa.delivery.models import Dispatch
from loa.reports.models import PeriodReport
from loa.reports.period import Period
from loa.units.selectors import system_actor

QUICK = 1_000  # orders that are read within a second or two


def report_files(report: PeriodReport) -> dict[str, Path]:
    """The paths of the report's forms, `docx` and `pdf`, whether or not they are written yet."""
    stem = f"bao-cao-{report.commune.code}-{report.start_date:%Y-%m}"
    return {form: Path(settings.REPORT_DIR) / f"{stem}.{form}" for form in ("docx", "pdf")}


def is_long_to_write(report: PeriodReport) -> bool:
    """Whether writing the report takes longer than a page may: all orders up to the end of its month are read."""
    period = Period(report.start_date, report.end_date)
    orders = Dispatch.objects.visible_to(system_actor(report.commune, "reports")).filter(due_at__lt=period.end_at)
    return orders.order_by()[: QUICK + 1].count() > QUICK
