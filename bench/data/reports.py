"""Twelve monthly reports, their figures counted from the made-up rows and naming them as proofs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal

from django.db import models

from bench.data.dispatches import Air
from bench.data.messages import Desk
from bench.data.people import Town
from bench.data.size import START, Size
from loa.channels.ports import ChannelKind, Outcome
from loa.core.clock import VIETNAM
from loa.core.services.audit import target_name
from loa.delivery.models import AttemptOutcome, Dispatch
from loa.reports import indicators as table
from loa.reports.models import Figure, PeriodReport
from loa.reports.period import month_period
from loa.reports.services.build_report import build_report
from loa.units.rights import Role
from loa.units.selectors import actor_for

Month = tuple[int, int]
Proof = tuple[datetime, str, models.Model]
Proofs = dict[tuple[Month, str], list[models.Model]]


def make_reports(town: Town, desk: Desk, air: Air, *, size: Size) -> list[PeriodReport]:
    """The reports of the whole months from the first on; every figure with all its proofs.

    The real service, which takes seconds for a month, builds the last one; the others show its document.
    """
    proofs = _proofs(desk, air)
    reports = []
    for number in range(size.reports):
        months = START.month + number
        period = month_period(START.year + (months - 1) // 12, (months - 1) % 12 + 1)
        report = PeriodReport.objects.create(
            commune=town.commune, start_date=period.start_date, end_date=period.end_date, built_at=period.end_at
        )
        Figure.objects.bulk_create(_figures(report, proofs))
        reports.append(report)
    officer = actor_for(town.people[Role.CULTURE][0], town.commune)
    last = f"{reports[-1].start_date:%Y-%m}"
    built = build_report(commune=town.commune, period=last, actor=officer, at=reports[-1].built_at)
    PeriodReport.objects.filter(commune=town.commune).update(draft=built.draft)
    return reports


def _figures(report: PeriodReport, proofs: Proofs) -> Iterator[Figure]:
    this = _month(report.start_date)
    for indicator in dict.fromkeys(key for _month_of, key in proofs):
        rows = proofs.get((this, indicator), [])
        so_far = sum(len(found) for (month, key), found in proofs.items() if key == indicator and month <= this)
        yield Figure(
            report=report,
            indicator=indicator,
            value=Decimal(len(rows)),
            simulated=Decimal(0),
            cumulative=Decimal(so_far),
            proofs=[target_name(row) for row in rows],
        )


def _proofs(desk: Desk, air: Air) -> Proofs:
    """The rows behind each indicator, month by month."""
    proofs: Proofs = defaultdict(list)
    for at, indicator, row in (*_desk_proofs(desk, air), *_air_proofs(air)):
        proofs[_month(at), indicator].append(row)
    return proofs


def _desk_proofs(desk: Desk, air: Air) -> Iterator[Proof]:
    for approval in desk.approvals:
        yield approval.approved_at, table.MESSAGES_APPROVED.key, approval
    for evidence in air.evidence:
        yield evidence.added_at, table.EVIDENCE_ADDED.key, evidence


def _air_proofs(air: Air) -> Iterator[Proof]:
    for dispatch in air.dispatches:
        yield dispatch.due_at, _key(table.PLANNED, dispatch), dispatch
    for attempt in air.attempts:
        if attempt.outcome == AttemptOutcome.ACCEPTED:
            yield attempt.started_at, _key(table.SENT, attempt.dispatch), attempt
    for receipt in air.receipts:
        if receipt.outcome == Outcome.PLAYED:
            yield receipt.happened_at, _key(table.PLAYED, receipt.dispatch), receipt
        elif receipt.outcome == Outcome.HEARD:
            yield receipt.happened_at, _key(table.HEARD, receipt.dispatch), receipt


def _key(indicator: table.Indicator, dispatch: Dispatch) -> str:
    return table.channel_key(indicator, ChannelKind(dispatch.outlet.channel))


def _month(at: datetime | date) -> Month:
    day = at.astimezone(VIETNAM) if isinstance(at, datetime) else at
    return day.year, day.month
