"""The rows of a campaign as they stand, kept as JSON so that a revision can be taken back."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core import serializers
from django.db import models

from loa.campaigns.models import ActivityChannel, Campaign, Deadline
from loa.campaigns.selectors.revising import plan_rows


def take_snapshot(campaign: Campaign) -> str:
    """All rows that the plan made, ended ones too, with their deadlines and channels; the campaign itself first."""
    rows: list[models.Model] = [campaign]
    for found in plan_rows(campaign).values():
        rows += found
    rows += Deadline.objects.filter(assignment__campaign=campaign).order_by("pk")
    rows += ActivityChannel.objects.filter(activity__campaign=campaign).order_by("pk")
    return str(serializers.serialize("json", rows))


def restore_snapshot(campaign: Campaign, snapshot: str, *, at: datetime) -> None:
    """Put every row back as it was; rows that came since must be gone already."""
    Deadline.objects.filter(assignment__campaign=campaign).delete()
    ActivityChannel.objects.filter(activity__campaign=campaign).delete()
    for found in plan_rows(campaign).values():
        found.update(ended_at=at)  # so that no two stand in one place
    for row in serializers.deserialize("json", snapshot):
        row.save()


def pks_in(snapshot: str) -> dict[str, set[int]]:
    """The primary keys that a snapshot holds, by the label of their model."""
    found: dict[str, set[int]] = {}
    for row in serializers.deserialize("json", snapshot):
        one: Any = row.object
        found.setdefault(one._meta.label_lower, set()).add(one.pk)
    return found
