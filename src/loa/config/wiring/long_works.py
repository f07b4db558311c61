"""Each kind of long work gets its handler; a new work wakes the maker."""

from __future__ import annotations

from loa.campaigns import tasks as campaigns
from loa.core.long_work import bind_waker, bind_work
from loa.core.tasks import wake
from loa.editorial import tasks as editorial
from loa.reports import tasks as reports


def bind_long_works() -> None:
    """Every kind that this installation does. For the process that does the work."""
    bind_work(campaigns.KIND, campaigns.read_plan_file)
    bind_work(editorial.KIND, editorial.make_renditions)
    bind_work(reports.KIND, reports.make_report)
    bind_work(reports.FILES_KIND, reports.make_files)


def bind_work_waking() -> None:
    """A work that was asked for wakes the maker at once. For the process that asks."""
    bind_waker(wake)
