"""Tables of the reports."""

from loa.reports.models.report import Figure, PeriodReport

__all__ = ["Figure", "PeriodReport"]
