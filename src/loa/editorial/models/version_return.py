"""The return: a leader's "not yet", with the reason."""

from __future__ import annotations

from django.db import models

from loa.editorial.models.message import MessageVersion
from loa.units.models import User
from loa.units.scoping import ScopedQuerySet


class VersionReturnQuerySet(ScopedQuerySet["VersionReturn"]):
    commune_path = "version__message__commune"


class VersionReturn(models.Model):
    """One submitted version sent back, once and for good: what is mended is a new version."""

    version = models.OneToOneField(MessageVersion, models.PROTECT, related_name="returned")
    reason = models.TextField()
    returned_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    returned_at = models.DateTimeField()

    objects = VersionReturnQuerySet.as_manager()

    def __str__(self) -> str:
        return self.reason[:60]
