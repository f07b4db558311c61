"""A file as it arrived, and what was read out of it."""

from __future__ import annotations

from django.db import models

from loa.units.models import Commune, User
from loa.units.scoping import ScopedQuerySet


class DocumentQuerySet(ScopedQuerySet["Document"]):
    def to_review(self) -> DocumentQuerySet:
        """Those that wait for a person's word: read, neither confirmed nor set aside."""
        return self.filter(confirmed_at=None, set_aside_at=None, extraction__isnull=False)


class Document(models.Model):
    """One imported file, kept by its content; the same bytes are imported once per commune.

    Nothing of it is work until a person has confirmed what was read; set aside, it stays in the archive without any.
    """

    commune = models.ForeignKey(Commune, models.PROTECT, related_name="documents")
    sha256 = models.CharField(max_length=64)
    file_name = models.CharField(max_length=255)
    media_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    imported_at = models.DateTimeField()
    imported_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    set_aside_at = models.DateTimeField(null=True, blank=True)
    set_aside_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    objects = DocumentQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=("commune", "sha256"), name="document_once_per_commune")]

    def __str__(self) -> str:
        return self.file_name


class Extraction(models.Model):
    """What one version of the reader made of a document: `data` is the printed JSON, `text` the numbered lines.

    `lines` has what the text alone does not say, by the number of the line: [page or None, confidence or None, the
    doubtful words]; for the first line of each page, and for lines read from a picture. Who looked at doubtful words
    and when stands behind them: [person, time].
    """

    document = models.OneToOneField(Document, models.PROTECT, related_name="extraction")
    data = models.JSONField()
    text = models.TextField()
    lines = models.JSONField(default=dict)
    reader_version = models.CharField(max_length=20)
    extracted_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"extraction of {self.document_id}"
