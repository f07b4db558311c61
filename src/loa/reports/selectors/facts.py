"""All that the sections of a report draw on, gathered once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from loa.campaigns.models import Campaign
from loa.campaigns.plan_naming import document_word, issuer_name, plan_label
from loa.documents.models import Extraction
from loa.documents.ports import ExtractionResult
from loa.documents.selectors import reviewed_extraction
from loa.reports import wording
from loa.reports.models import Figure, PeriodReport
from loa.reports.period import Period
from loa.reports.selectors.ledger import Ledger, read_ledger
from loa.units.models import Commune


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """One stored report with its figures, and the rows they were counted from."""

    commune: Commune
    period: Period
    built_at: datetime
    ledger: Ledger
    plans: dict[int, ExtractionResult]  # by campaign; none where the plan was never read
    figures: dict[str, Figure]

    @property
    def simulated(self) -> list[Figure]:
        """The figures with a simulated part."""
        return [figure for figure in self.figures.values() if figure.simulated]

    def plan_label(self, campaign: Campaign) -> str:
        """`Kế hoạch số 05/KH-UBND ngày 20/8/2025 của Ủy ban nhân dân xã …`; what the plan leaves blank stays blank."""
        plan = self.plans.get(campaign.pk)
        if plan is None:
            return document_word(None)
        issuer = issuer_name(plan.header, "\n".join(line.text for line in plan.lines))
        return plan_label(plan.header, issuer, with_blanks=True)

    def value(self, key: str) -> Decimal | None:
        """What really was counted in this period; None where nothing was."""
        figure = self.figures.get(key)
        return None if figure is None else figure.value

    def is_known(self, key: str) -> bool:
        """Whether anything, real or simulated, was counted, in this period or before."""
        figure = self.figures.get(key)
        return figure is not None and (figure.cumulative is not None or bool(figure.simulated))

    def cells(self, key: str) -> tuple[str, str, str, str]:
        """This period, cumulative, simulated, number of proofs: as words."""
        figure = self.figures.get(key)
        if figure is None:
            return (wording.NO_DATA, wording.NO_DATA, "–", "–")
        return (
            wording.number_words(figure.value),
            wording.number_words(figure.cumulative),
            wording.number_words(figure.simulated) if figure.simulated else "–",
            str(len(figure.proofs)) if figure.proofs else "–",
        )

    def proved(self, prefix: str, table: str) -> set[int]:
        """The primary keys of `table` (`app.model`) among the proofs of the figures that start with `prefix`."""
        names = (name for key, figure in self.figures.items() if key.startswith(prefix) for name in figure.proofs)
        return {int(name.partition(":")[2]) for name in names if name.startswith(f"{table}:")}

    @property
    def ends_early(self) -> bool:
        """Whether the figures were counted before the period was over."""
        return self.built_at < self.period.end_at


def read_facts(report: PeriodReport) -> ReportFacts:
    """The facts of `report`: figures as stored, rows as they are."""
    period = Period(start_date=report.start_date, end_date=report.end_date)
    ledger = read_ledger(report.commune, period)
    return ReportFacts(
        commune=report.commune,
        period=period,
        built_at=report.built_at,
        ledger=ledger,
        plans=dict(_plans(ledger.campaigns)),
        figures={figure.indicator: figure for figure in report.figures.all()},
    )


def _plans(campaigns: Iterable[Campaign]) -> Iterator[tuple[int, ExtractionResult]]:
    for campaign in campaigns:
        try:
            yield campaign.pk, reviewed_extraction(campaign.document)
        except Extraction.DoesNotExist:
            continue
