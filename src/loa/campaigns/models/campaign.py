"""The campaign of one plan, its topics and its activities."""

from __future__ import annotations

from django.db import models

from loa.campaigns.models.quoted import IN_PLAN, QuotedRow
from loa.channels.ports import CHANNEL_LABELS, ChannelKind
from loa.documents.models import Document
from loa.units.models import Commune
from loa.units.scoping import ScopedQuerySet


class Campaign(models.Model):
    """What one signed plan sets going, from its first to its last stated day (both inclusive, None if unstated).

    `document` is the plan as it stands; the ones before it are in `revisions`.
    """

    commune = models.ForeignKey(Commune, models.PROTECT, related_name="campaigns")
    document = models.OneToOneField(Document, models.PROTECT, related_name="campaign")
    title = models.TextField()
    start_date = models.DateField(null=True, blank=True)
    end_date = models.DateField(null=True, blank=True)
    created_at = models.DateTimeField()

    objects = ScopedQuerySet["Campaign"].as_manager()

    def __str__(self) -> str:
        return self.title


class Topic(QuotedRow):
    """One thing to tell residents; `outside` where Loa keeps the words but does no such work."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="topics")
    text = models.TextField()
    audience = models.TextField(blank=True)  # to whom, as the plan says it
    outside = models.ForeignKey("campaigns.OutsideClause", models.PROTECT, null=True, blank=True, related_name="topics")

    class Meta:
        ordering = ("line_from", "pk")
        constraints = [
            models.UniqueConstraint(fields=("campaign", "clause"), condition=IN_PLAN, name="topic_once_per_clause")
        ]

    def __str__(self) -> str:
        return f"{self.clause} {self.text[:60]}"


class Activity(QuotedRow):
    """One form of communication with its period and channels."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="activities")
    title = models.TextField()
    audience = models.TextField(blank=True)
    start_date = models.DateField(null=True, blank=True)
    end_date = models.DateField(null=True, blank=True)
    outside = models.ForeignKey(
        "campaigns.OutsideClause", models.PROTECT, null=True, blank=True, related_name="activities"
    )

    class Meta:
        ordering = ("line_from", "pk")
        constraints = [
            models.UniqueConstraint(fields=("campaign", "clause"), condition=IN_PLAN, name="activity_once_per_clause")
        ]

    def __str__(self) -> str:
        return f"{self.clause} {self.title[:60]}"


class ActivityChannel(models.Model):
    """One channel of an activity's mix."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="channels")
    channel = models.CharField(max_length=20, choices=[(kind.value, CHANNEL_LABELS[kind]) for kind in ChannelKind])

    class Meta:
        constraints = [models.UniqueConstraint(fields=("activity", "channel"), name="channel_once_per_activity")]

    def __str__(self) -> str:
        return self.channel


class CostLine(QuotedRow):
    """Where the plan says the money comes from; `amount` in đồng where it prints a sum."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="cost_lines")
    amount = models.PositiveBigIntegerField(null=True, blank=True)
    source = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"{self.clause} {self.quote[:60]}"
