"""Proof that a person brings: a photo, a link, a log sheet, a headcount."""

from __future__ import annotations

from django.db import models

from loa.campaigns.models import Assignment
from loa.core.language import gettext_noop as marked
from loa.delivery.models import DeliveryReceipt, Dispatch
from loa.units.models import Commune, User
from loa.units.scoping import ScopedQuerySet


class EvidenceKind(models.TextChoices):
    PHOTO = "photo", marked("Ảnh")
    LINK = "link", marked("Đường dẫn")
    LOG_SHEET = "log-sheet", marked("Phiếu ghi")
    HEADCOUNT = "headcount", marked("Số người")


class EvidenceQuerySet(ScopedQuerySet["Evidence"]):
    unit_paths = ("dispatch__outlet__unit_id", "assignment__unit_id")


class Evidence(models.Model):
    """One proof, for a dispatch or an assignment. `sha256` names its file in the content store."""

    commune = models.ForeignKey(Commune, models.PROTECT, related_name="evidence")
    dispatch = models.ForeignKey(Dispatch, models.PROTECT, null=True, blank=True, related_name="evidence")
    assignment = models.ForeignKey(Assignment, models.PROTECT, null=True, blank=True, related_name="evidence")
    receipt = models.OneToOneField(DeliveryReceipt, models.PROTECT, null=True, blank=True, related_name="evidence")
    kind = models.CharField(max_length=10, choices=EvidenceKind.choices)
    sha256 = models.CharField(max_length=64)
    media_type = models.CharField(max_length=100)
    note = models.TextField(blank=True)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    is_simulated = models.BooleanField(default=False)

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("dispatch", "sha256"), name="evidence_once_per_dispatch"),
            models.UniqueConstraint(fields=("assignment", "sha256"), name="evidence_once_per_assignment"),
            models.CheckConstraint(
                condition=models.Q(dispatch__isnull=False) | models.Q(assignment__isnull=False),
                name="evidence_proves_something",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.sha256[:8]}"
