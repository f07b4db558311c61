"""The approval: a second person's word for exactly these bytes."""

from __future__ import annotations

from django.db import models

from loa.editorial.models.message import MessageVersion
from loa.units.models import User
from loa.units.scoping import ScopedQuerySet


class ApprovalQuerySet(ScopedQuerySet["Approval"]):
    commune_path = "version__message__commune"


class Approval(models.Model):
    """One approval of one version. `approval_set` is the canonical list it binds, `set_hash` its SHA-256.

    `signature` is the commune's detached Ed25519 mark over the list. A database rule keeps author and approver apart.
    """

    version = models.OneToOneField(MessageVersion, models.PROTECT, related_name="approval")
    author = models.ForeignKey(User, models.PROTECT, related_name="+")
    approver = models.ForeignKey(User, models.PROTECT, related_name="+")
    approved_at = models.DateTimeField()
    approval_set = models.TextField()
    set_hash = models.CharField(max_length=64)
    signature = models.CharField(max_length=128)
    key = models.ForeignKey("keys.SigningKey", models.PROTECT, related_name="+")

    objects = ApprovalQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~models.Q(author=models.F("approver")), name="author_is_not_approver")
        ]

    def __str__(self) -> str:
        return self.set_hash[:8]
