"""Tables of the core: the audit trail."""

from loa.core.models.audit import AuditEntry, AuditHead

__all__ = ["AuditEntry", "AuditHead"]
