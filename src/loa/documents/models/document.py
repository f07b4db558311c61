"""A file as it arrived, and what was read out of it."""

from __future__ import annotations

from django.db import models

from loa.units.models import Commune, User
from loa.units.scoping import ScopedQuerySet


class Document(models.Model):
    """One imported file, kept by its content; the same bytes are imported once per commune."""

    commune = models.ForeignKey(Commune, models.PROTECT, related_name="documents")
    sha256 = models.CharField(max_length=64)
    file_name = models.CharField(max_length=255)
    media_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    imported_at = models.DateTimeField()
    imported_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    objects = ScopedQuerySet["Document"].as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=("commune", "sha256"), name="document_once_per_commune")]

    def __str__(self) -> str:
        return self.file_name


class Extraction(models.Model):
    """What one version of the reader made of a document: `data` is the printed JSON, `text` the numbered lines."""

    document = models.OneToOneField(Document, models.PROTECT, related_name="extraction")
    data = models.JSONField()
    text = models.TextField()
    reader_version = models.CharField(max_length=20)
    extracted_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"extraction of {self.document_id}"
