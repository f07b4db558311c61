"""A period report and its figures, each with the rows that prove it."""

from __future__ import annotations

from django.db import models

from loa.units.models import Commune
from loa.units.scoping import ScopedQuerySet


class PeriodReport(models.Model):
    """The report of one commune over the days `[start_date, end_date)`.

    `draft` is its document as it read when it was built, without the annex (`reports.stored_document`).
    """

    commune = models.ForeignKey(Commune, models.PROTECT, related_name="reports")
    start_date = models.DateField()
    end_date = models.DateField()
    built_at = models.DateTimeField()
    draft = models.JSONField(null=True, blank=True)

    objects = ScopedQuerySet["PeriodReport"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("commune", "start_date", "end_date"), name="report_once_per_period")
        ]

    def __str__(self) -> str:
        return f"{self.start_date} – {self.end_date}"


class Figure(models.Model):
    """One counted number. `proofs` lists the rows it was counted from, as `app.model:pk`.

    `value` counts real proofs only; `simulated` those whose receipts say that nobody heard; `cumulative` is
    `value` since the campaign began. None means that nothing could be counted, which is not the same as 0.
    """

    report = models.ForeignKey(PeriodReport, models.CASCADE, related_name="figures")
    indicator = models.CharField(max_length=60)
    value = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    simulated = models.DecimalField(max_digits=14, decimal_places=2)
    cumulative = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    proofs = models.JSONField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=("report", "indicator"), name="figure_once_per_indicator")]

    def __str__(self) -> str:
        return f"{self.indicator} {self.value}"
