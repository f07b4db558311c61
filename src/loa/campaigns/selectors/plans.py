"""Reading the list of campaigns and what they leave open."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from loa.campaigns.models import Campaign, CampaignRevision, OpenQuestion, OutsideClause, Topic
from loa.core.actor import Actor
from loa.documents.models import Document


def plans_of(actor: Actor) -> QuerySet[Campaign]:
    """The campaigns the actor may see, newest first, with their documents.

    Each carries `topic_count`, `question_count` (those without an answer) and `outside_count` (whole clauses).
    """
    return (
        Campaign.objects.visible_to(actor)
        .select_related("document")
        .annotate(
            topic_count=_count(Topic.objects.filter(ended_at=None)),
            question_count=_count(OpenQuestion.objects.unanswered()),
            outside_count=_count(OutsideClause.objects.filter(is_whole=True, ended_at=None)),
        )
        .order_by("-created_at", "-pk")
    )


def questions_open(actor: Actor) -> QuerySet[OpenQuestion]:
    """The questions nobody has answered, newest campaign first, in the order of each plan, with their campaigns."""
    rows = OpenQuestion.objects.visible_to(actor).unanswered().select_related("campaign")
    return rows.order_by("-campaign__created_at", "campaign", "line_from", "pk")


def campaign_of(document: Document) -> Campaign | None:
    """The campaign that this document sets going, or that a plan revising it does by now; None before confirmation."""
    own = Campaign.objects.filter(document=document).first()
    if own is not None:
        return own
    step = CampaignRevision.objects.standing().filter(former_document=document).select_related("campaign").first()
    return step.campaign if step else None


def _count(rows: QuerySet[Any]) -> Coalesce:
    """How many `rows` each campaign has; a query of its own, so that counts do not multiply one another."""
    counted = rows.filter(campaign=OuterRef("pk")).order_by().values("campaign").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)
