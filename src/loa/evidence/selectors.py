"""Reading proofs."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings

from loa.core.content import ContentStore
from loa.evidence.models import Evidence
from loa.evidence.proof_file import SUFFIXES


def evidence_file(evidence: Evidence) -> Path:
    """Where this machine keeps the file of a proof."""
    return ContentStore(Path(settings.CONTENT_DIR)).path(evidence.sha256, suffix=SUFFIXES[evidence.media_type])
