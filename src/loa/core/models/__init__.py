"""Tables of the core: the audit trail, long work, the search index."""

from loa.core.models.audit import AuditEntry, AuditHead
from loa.core.models.long_work import LongWork, WorkState
from loa.core.models.search import SearchEntry

__all__ = ["AuditEntry", "AuditHead", "LongWork", "SearchEntry", "WorkState"]
