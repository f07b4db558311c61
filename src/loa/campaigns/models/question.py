"""What a person must settle, and what Loa leaves alone."""

from __future__ import annotations

from datetime import datetime

from django.db import models

from loa.campaigns.models.campaign import Campaign
from loa.campaigns.models.quoted import IN_PLAN, QuotedRow
from loa.units.models import User
from loa.units.scoping import ScopedQuerySet

LEFT_OPEN = "left-open"  # an answer that settles nothing yet: the office that wrote the plan is asked


class OpenQuestionQuerySet(ScopedQuerySet["OpenQuestion"]):
    commune_path = "campaign__commune"

    def unanswered(self) -> OpenQuestionQuerySet:
        """Those that nobody has answered and that the plan still raises."""
        return self.filter(answered_at=None, ended_at=None)

    def unsettled(self, *, before: datetime) -> OpenQuestionQuerySet:
        """Those without an answer that settles them, as it was at the instant `before`."""
        settled = models.Q(answered_at__lt=before) & ~models.Q(answer=LEFT_OPEN)
        return self.filter(ended_at=None).exclude(settled)


class OpenQuestion(QuotedRow):
    """Something the plan leaves open; `kind` names the rule that asked.

    `answer` is a value of the kind's closed list (`campaigns.answers`), else free text.
    """

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="open_questions")
    kind = models.CharField(max_length=40)
    text = models.TextField()
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    objects = OpenQuestionQuerySet.as_manager()

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                fields=("campaign", "kind", "clause", "text"), condition=IN_PLAN, name="question_asked_once"
            )
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
        constraints = [
            models.UniqueConstraint(fields=("campaign", "clause"), condition=IN_PLAN, name="outside_once_per_clause")
        ]

    def __str__(self) -> str:
        return f"{self.clause}: {self.reason}"
