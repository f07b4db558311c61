"""The shape of every row that was read out of a plan."""

from __future__ import annotations

from django.db import models

IN_PLAN = models.Q(ended_at=None)


class QuotedRow(models.Model):
    """A row with its clause and the words of the plan it came from (lines from 1, inclusive).

    `ended_at` is when a revised plan no longer had it: the row stays with all that was done, and is no longer work.
    """

    clause = models.CharField(max_length=40)
    quote = models.TextField()
    line_from = models.PositiveIntegerField()
    line_to = models.PositiveIntegerField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True
