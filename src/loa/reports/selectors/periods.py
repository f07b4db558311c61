"""The reports of a commune, and the months it can report on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from django.db.models import Count, Q, QuerySet

from loa.campaigns.models import Campaign
from loa.core.actor import Actor
from loa.core.clock import VIETNAM
from loa.delivery.models import Dispatch
from loa.reports.models import PeriodReport
from loa.reports.period import Period, month_period


def reports_of(actor: Actor) -> QuerySet[PeriodReport]:
    """The reports the actor sees, the newest month first; `asked` figures each, `known` of them with a real number.

    `tried` counts the figures with a simulated part.
    """
    return (
        PeriodReport.objects.visible_to(actor)
        .defer("draft")
        .annotate(
            asked=Count("figures"),
            known=Count("figures", filter=Q(figures__value__isnull=False)),
            tried=Count("figures", filter=Q(figures__simulated__gt=0)),
        )
        .order_by("-start_date", "-end_date")
    )


def months_to_report(actor: Actor, *, now: datetime) -> tuple[Period, ...]:
    """The months up to `now` that a report is owed for, and that of the last dispatch that was due; the newest first.

    It is owed from the month in which the plan came to be work here, whatever earlier day the plan itself names.
    """
    today = now.astimezone(VIETNAM).date()
    months: set[tuple[int, int]] = set()
    for start, end, created in Campaign.objects.visible_to(actor).values_list("start_date", "end_date", "created_at"):
        here = created.astimezone(VIETNAM).date()
        first = max(start or here, here)
        months.update(_months(first, min(end or today, today)))
    due = Dispatch.objects.visible_to(actor).filter(due_at__lt=month_period(today.year, today.month).end_at)
    last = due.order_by("-due_at").values_list("due_at", flat=True).first()
    if last is not None:
        months.add((last.astimezone(VIETNAM).year, last.astimezone(VIETNAM).month))
    return tuple(month_period(year, month) for year, month in sorted(months, reverse=True))


def _months(first: date, last: date) -> Iterator[tuple[int, int]]:
    year, month = first.year, first.month
    while (year, month) <= (last.year, last.month):
        yield year, month
        year, month = year + month // 12, month % 12 + 1
