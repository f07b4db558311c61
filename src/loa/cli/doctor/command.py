"""`./loa doctor`: what is missing or misconfigured, each with its mend. It changes nothing and needs no network."""

from __future__ import annotations

import json
import sys
from collections import Counter
from datetime import UTC, datetime

from loa.cli.doctor.examination import examine
from loa.cli.doctor.finding import Finding, Level, Place
from loa.cli.doctor.lines import lines_of
from loa.config import env
from loa.core.language import gettext as _


def doctor_command(*, as_json: bool, commune_code: str | None) -> int:
    """Print all findings; 1 when something must be mended, and then one line on standard error says how many."""
    place = Place(data=env.data_dir(), commune_code=commune_code, now=datetime.now(UTC))
    findings = examine(place)
    print(_as_json(findings) if as_json else "\n".join(lines_of(findings)))
    errors = _count(findings)[Level.ERROR]
    if errors:
        print(_("Điều phải sửa: {errors}. Cách sửa ghi ngay dưới từng điều.").format(errors=errors), file=sys.stderr)
    return 1 if errors else 0


def _count(findings: list[Finding]) -> Counter[Level]:
    return Counter(finding.level for finding in findings)


def _as_json(findings: list[Finding]) -> str:
    counts = _count(findings)
    answer = {
        "findings": [finding.as_dict() for finding in findings],
        "errors": counts[Level.ERROR],
        "warnings": counts[Level.WARNING],
    }
    return json.dumps(answer, ensure_ascii=False, indent=1)
