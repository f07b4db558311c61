"""The findings for a person: one line each, the mend beneath it, and a sentence at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from loa.cli.doctor.finding import Finding, Level
from loa.core.language import gettext
from loa.core.language import gettext as _
from loa.core.language import gettext_noop as marked

MARKS = {Level.OK: "✓", Level.NOTE: "·", Level.WARNING: "!", Level.ERROR: "✗"}
WORDS = {
    Level.OK: marked("Đạt"),
    Level.NOTE: marked("Thông tin"),
    Level.WARNING: marked("Nên sửa"),
    Level.ERROR: marked("Phải sửa"),
}


def lines_of(findings: Sequence[Finding]) -> list[str]:
    """All lines, aligned, in the order of the checks."""
    width = max(len(gettext(word)) for word in WORDS.values())
    lines = []
    for finding in findings:
        lines.append(f"{MARKS[finding.level]} {gettext(WORDS[finding.level]):<{width}}  {finding.found}")
        if finding.mend:
            lines.append(f"  {'':<{width}}  → {finding.mend}")
    return [*lines, "", _ending(findings)]


def _ending(findings: Sequence[Finding]) -> str:
    counts = Counter(finding.level for finding in findings)
    if not counts[Level.ERROR] and not counts[Level.WARNING]:
        return _("Đã xem {all} điều. Không có gì phải sửa.").format(all=len(findings))
    return _("Đã xem {all} điều: {errors} phải sửa, {warnings} nên sửa.").format(
        all=len(findings), errors=counts[Level.ERROR], warnings=counts[Level.WARNING]
    )
