"""What a person must settle, and what Loa leaves alone."""

from __future__ import annotations

from django.db import models

from loa.campaigns.models.campaign import Campaign
from loa.campaigns.models.quoted import QuotedRow


class OpenQuestion(QuotedRow):
    """Something the plan leaves open; `kind` names the rule that asked."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="open_questions")
    kind = models.CharField(max_length=40)
    text = models.TextField()

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(fields=("campaign", "kind", "clause", "text"), name="question_asked_once")
        ]

    def __str__(self) -> str:
        return self.text


class OutsideClause(QuotedRow):
    """A clause that asks for watching, profiling or silencing: kept word for word, never work.

    `is_whole` is False where only the quoted part of the clause is outside and the rest is work.
    """

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="outside_clauses")
    reason = models.TextField()
    offer = models.TextField()
    is_whole = models.BooleanField(default=True)

    class Meta:
        ordering = ("pk",)
        constraints = [models.UniqueConstraint(fields=("campaign", "clause"), name="outside_once_per_clause")]

    def __str__(self) -> str:
        return f"{self.clause}: {self.reason}"
