"""Build a period report: count everything, keep each figure with its proofs."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from loa.core.actor import Actor
from loa.core.language import gettext as _
from loa.core.services import audit
from loa.core.services.search import index_row
from loa.reports.models import Figure, PeriodReport
from loa.reports.period import Period, read_period
from loa.reports.refusals import MayNotReport, NothingToReport
from loa.reports.selectors import report_document
from loa.reports.selectors.counting import Count, count_all
from loa.reports.selectors.ledger import read_ledger
from loa.reports.stored_document import stored
from loa.units.models import Commune
from loa.units.rights import Right


@transaction.atomic
def build_report(*, commune: Commune, period: str, actor: Actor, at: datetime) -> PeriodReport:
    """Count the figures of `commune` over the month `period` (`YYYY-MM`); building again replaces them.

    Figures follow the outline of Nghị định 09/2019/NĐ-CP reports: this period, and cumulative since the campaign began.

    :raises MayNotReport: the actor has no right to report for this commune.
    :raises WrongPeriod: `period` is no month. :raises NothingToReport: no campaign touches it.
    """
    if actor.scope_id != commune.pk or not actor.may(Right.BUILD_REPORT):
        raise MayNotReport(
            _("Anh/chị không có quyền lập báo cáo của {commune}. Hãy nhờ công chức Văn hóa - Xã hội lập.").format(
                commune=commune.name
            )
        )
    days = read_period(period)
    counts = _counts(commune, days)
    report = _stored_report(commune, days, at=at)
    report.figures.all().delete()
    Figure.objects.bulk_create(_figure(report, count) for count in counts)
    report.draft = stored(report_document(report))
    report.save(update_fields=["draft"])
    title = f"Báo cáo tháng {days.start_date.month}/{days.start_date.year}"
    index_row(report, scope_id=commune.pk, title=title)
    detail = {"period": period, "figures": len(counts)}
    audit.record("reports.report.built", target=report, by=actor, at=at, detail=detail)
    return report


def _counts(commune: Commune, days: Period) -> tuple[Count, ...]:
    ledger = read_ledger(commune, days)
    if not ledger.campaigns:
        raise NothingToReport(
            _(
                "Trong tháng {period}, {commune} chưa có đợt tuyên truyền nào. Hãy nhập kế hoạch trước rồi lập báo cáo."
            ).format(commune=commune.name, period=f"{days.start_date.month}/{days.start_date.year}")
        )
    return count_all(ledger, days)


def _stored_report(commune: Commune, days: Period, *, at: datetime) -> PeriodReport:
    PeriodReport.objects.get_or_create(
        commune=commune, start_date=days.start_date, end_date=days.end_date, defaults={"built_at": at}
    )
    report = PeriodReport.objects.select_for_update().get(
        commune=commune, start_date=days.start_date, end_date=days.end_date
    )
    report.built_at = at
    report.save(update_fields=["built_at"])
    return report


def _figure(report: PeriodReport, count: Count) -> Figure:
    return Figure(
        report=report,
        indicator=count.indicator,
        value=count.value,
        simulated=count.simulated,
        cumulative=count.cumulative,
        proofs=list(count.proofs),
    )
