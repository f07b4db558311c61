"""Reading reports: the document of a stored report."""

from loa.reports.selectors.document import report_document

__all__ = ["report_document"]
