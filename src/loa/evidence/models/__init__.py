"""Tables of the evidence."""

from loa.evidence.models.evidence import Evidence, EvidenceKind

__all__ = ["Evidence", "EvidenceKind"]
