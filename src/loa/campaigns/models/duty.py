"""Who does what until when, and who reports to whom."""

from __future__ import annotations

from django.db import models

from loa.campaigns.models.campaign import Campaign
from loa.campaigns.models.quoted import IN_PLAN, QuotedRow
from loa.core.language import gettext_noop as marked
from loa.units.models import Unit, UnitKind
from loa.units.scoping import ScopedQuerySet


class AssignmentRole(models.TextChoices):
    LEAD = "lead", marked("Chủ trì")
    SUPPORT = "support", marked("Phối hợp")
    REQUEST = "request", marked("Đề nghị")


class AssignmentQuerySet(ScopedQuerySet["Assignment"]):
    commune_path = "campaign__commune"
    unit_paths = ("unit_id",)

    def rated(self) -> AssignmentQuerySet:
        """Those whose day the commune answers for: see `Assignment.is_rated`."""
        return self.exclude(role=AssignmentRole.REQUEST).exclude(unit__kind=UnitKind.ELSEWHERE)


class Assignment(QuotedRow):
    """One duty of one unit. A request asks a body outside the issuer's command and is never urged like a duty."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="assignments")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="assignments")
    role = models.CharField(max_length=10, choices=AssignmentRole.choices)
    duty = models.TextField()

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                fields=("campaign", "clause", "unit", "role"),
                condition=IN_PLAN,
                name="assignment_once_per_clause_unit_role",
            )
        ]

    def __str__(self) -> str:
        return f"{self.clause} {self.unit} ({self.role})"

    @property
    def is_rated(self) -> bool:
        """Whether the commune answers for its day: no request, and no work of a superior or of another place."""
        return self.role != AssignmentRole.REQUEST and not self.unit.is_elsewhere


class Deadline(models.Model):
    """When an assignment is due: one day (`due_date`), or again and again (`every`, `day` as the plan prints it)."""

    assignment = models.ForeignKey(Assignment, models.CASCADE, related_name="deadlines")
    start_date = models.DateField(null=True, blank=True)
    due_date = models.DateField(null=True, blank=True)
    every = models.CharField(max_length=10, blank=True)
    day = models.CharField(max_length=5, blank=True)
    is_inherited = models.BooleanField(default=False)  # from the campaign's period, the clause states none

    def __str__(self) -> str:
        return f"{self.due_date or self.every}"


class ReportingDuty(QuotedRow):
    """Who reports to whom, how often; `every` is empty where the plan says no interval.

    `first_due` is the first day that the plan itself makes plain.
    """

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="reporting_duties")
    reporter = models.CharField(max_length=200, blank=True)
    receiver = models.CharField(max_length=200)
    every = models.CharField(max_length=10, blank=True)
    is_ad_hoc = models.BooleanField(default=False)
    first_due = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.reporter} → {self.receiver}"
