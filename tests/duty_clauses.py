"""A clause of a plan as the duties read out of it."""

from __future__ import annotations

from loa.documents.extraction.assignments import assignments_of
from loa.documents.extraction.body import body_of
from loa.documents.extraction.cleaning import rows_of
from loa.documents.ports import Line


def rows(clause: str) -> list[str]:
    """Each row as `clause role unit`, under a section that shares out the duties."""
    text = f"IV. TỔ CHỨC THỰC HIỆN\n{clause}"
    body = body_of(rows_of([Line(number, line) for number, line in enumerate(text.splitlines(), start=1)]))
    return [f"{found.row.clause} {found.row.role} {found.row.unit}" for found in assignments_of(body)]
