"""What a person changed in a reading before it became work."""

from __future__ import annotations

from typing import Any, NoReturn

from django.db import models

from loa.documents.models.document import Document
from loa.units.models import User
from loa.units.scoping import ScopedQuerySet


class CorrectionIsFinal(TypeError):
    """A correction was asked to change; it is only ever taken back."""


class CorrectionQuerySet(ScopedQuerySet["Correction"]):
    commune_path = "document__commune"

    def standing(self) -> CorrectionQuerySet:
        """Those that were not taken back, in the order in which they were made."""
        return self.filter(undone_at=None).order_by("pk")

    def newest_batch(self) -> int:
        """The number of the newest deed among them; 0 without any."""
        newest: int | None = self.aggregate(newest=models.Max("batch"))["newest"]
        return newest or 0


class Correction(models.Model):
    """One field as it was and as it became (`documents.review.changes`); the rows of one deed share its `batch`.

    `carried_from` is the correction of an earlier plan that this one says again of its revised version: the first one.
    """

    document = models.ForeignKey(Document, models.PROTECT, related_name="corrections")
    batch = models.PositiveIntegerField()
    field = models.CharField(max_length=200)
    was = models.JSONField(null=True)
    became = models.JSONField(null=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    carried_from = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        ordering = ("pk",)
        constraints = [models.UniqueConstraint(fields=("document", "batch", "field"), name="field_once_per_batch")]

    def __str__(self) -> str:
        return f"{self.field} ({self.batch})"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk is not None:
            raise CorrectionIsFinal(self.pk)
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise CorrectionIsFinal(self.pk)
