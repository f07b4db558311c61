"""The demo plays at 17:00 on a working day of the plan's first month."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from loa.cli.demo.day import demo_start
from loa.core.clock import VIETNAM
from loa.documents.ports import ExtractionResult, Header, Window

TODAY = date(2026, 1, 15)


def a_plan(issued: str | None, *windows: tuple[str | None, str | None]) -> ExtractionResult:
    return ExtractionResult(
        header=Header(date=issued),
        recipients=(),
        archive=None,
        citations=(),
        clauses=(),
        windows=tuple(Window("III.1", start, end, None, None) for start, end in windows),
        assignments=(),
        topics=(),
        activities=(),
        budget=(),
        reporting=(),
    )


@pytest.mark.parametrize(
    ("plan", "day"),
    [
        (a_plan("2025-09", ("2025-09-04", "2025-12-31")), (2025, 9, 4)),
        (a_plan("2025-09-10", ("2025-09-04", "2025-12-31")), (2025, 9, 10)),
        (a_plan(None, ("2025-09-06", "2025-12-31")), (2025, 9, 8)),  # Saturday: Monday
        (a_plan(None, ("2025-08-30", "2025-12-31")), (2025, 8, 30)),  # the month's last days are a weekend: stays in it
        (a_plan("2025", ("2025-03-03", None)), (2025, 3, 3)),
        (a_plan(None, (None, "2025-12-31")), (2025, 12, 1)),
        (a_plan(None), (2026, 1, 15)),
    ],
)
def test_the_day_is_inside_the_plans_first_month(plan: ExtractionResult, day: tuple[int, int, int]) -> None:
    assert demo_start(plan, today=TODAY) == datetime(*day, 17, 0, tzinfo=VIETNAM)
