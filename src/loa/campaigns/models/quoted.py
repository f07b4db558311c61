"""The shape of every row that was read out of a plan."""

from __future__ import annotations

from django.db import models


class QuotedRow(models.Model):
    """A row with its clause and the words of the plan it came from (lines from 1, inclusive)."""

    clause = models.CharField(max_length=40)
    quote = models.TextField()
    line_from = models.PositiveIntegerField()
    line_to = models.PositiveIntegerField()

    class Meta:
        abstract = True
