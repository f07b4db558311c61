"""How a duty goes, in the words of who does it. Rows only grow."""

from __future__ import annotations

from django.db import models

from loa.campaigns.models.duty import Assignment
from loa.core.language import gettext_noop as marked
from loa.units.models import User
from loa.units.scoping import ScopedQuerySet

NOTE_LENGTH = 300


class Rating(models.TextChoices):
    GREEN = "g", marked("Đúng hạn")
    YELLOW = "y", marked("Cần chú ý")
    RED = "r", marked("Chậm")


class ProgressQuerySet(ScopedQuerySet["Progress"]):
    commune_path = "assignment__campaign__commune"
    unit_paths = ("assignment__unit_id",)


class Progress(models.Model):
    """One report on one assignment. A request is reported on but never rated: its `rating` is empty.

    `due_date` is the due day the report is for, as it stood then; None where the plan states none.
    """

    assignment = models.ForeignKey(Assignment, models.PROTECT, related_name="progress")
    rating = models.CharField(max_length=1, choices=Rating.choices, blank=True)
    note = models.CharField(max_length=NOTE_LENGTH, blank=True)
    due_date = models.DateField(null=True, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")

    objects = ProgressQuerySet.as_manager()

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.assignment_id} {self.rating}"
