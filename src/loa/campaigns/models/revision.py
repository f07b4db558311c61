"""How a campaign came from one plan to the next."""

from __future__ import annotations

from django.db import models

from loa.campaigns.models.campaign import Campaign
from loa.documents.models import Document
from loa.units.models import User
from loa.units.scoping import ScopedQuerySet


class CampaignRevisionQuerySet(ScopedQuerySet["CampaignRevision"]):
    commune_path = "campaign__commune"

    def standing(self) -> CampaignRevisionQuerySet:
        """Those that were not taken back, oldest first."""
        return self.filter(undone_at=None).order_by("number")


class CampaignRevision(models.Model):
    """One step from `former_document` to `document`: who took it, when, and what it changed (`summary`, plain values).

    `before` keeps the rows as they stood, so that the step can be taken back while nobody has worked on what it made.
    """

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="revisions")
    number = models.PositiveSmallIntegerField()
    former_document = models.ForeignKey(Document, models.PROTECT, related_name="revised_campaigns")
    document = models.ForeignKey(Document, models.PROTECT, related_name="revising")
    at = models.DateTimeField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    summary = models.JSONField(default=dict)
    before = models.JSONField(default=dict)
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    objects = CampaignRevisionQuerySet.as_manager()

    class Meta:
        ordering = ("pk",)
        constraints = [models.UniqueConstraint(fields=("campaign", "number"), name="revision_numbered_once")]

    def __str__(self) -> str:
        return f"{self.campaign_id} ({self.number})"
