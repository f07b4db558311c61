"""A frozen form of a version: one file, named by its hash, never made again."""

from __future__ import annotations

from django.db import models

from loa.editorial.models.message import MessageVersion
from loa.editorial.ports import Form
from loa.units.scoping import ScopedQuerySet


class RenditionQuerySet(ScopedQuerySet["Rendition"]):
    commune_path = "version__message__commune"


class Rendition(models.Model):
    """One file of one form. `facts` holds what the form itself counts (seconds, loudness, segments)."""

    version = models.ForeignKey(MessageVersion, models.PROTECT, related_name="renditions")
    form = models.CharField(max_length=20, choices=[(form.value, form.value) for form in Form])
    variant = models.CharField(max_length=40, default="")
    media_type = models.CharField(max_length=100)
    suffix = models.CharField(max_length=10)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    facts = models.JSONField(default=dict)
    frozen_at = models.DateTimeField()

    objects = RenditionQuerySet.as_manager()

    class Meta:
        ordering = ("form", "variant")
        constraints = [
            models.UniqueConstraint(fields=("version", "form", "variant"), name="rendition_once_per_form_and_variant")
        ]

    def __str__(self) -> str:
        return f"{self.form} {self.sha256[:8]}"
