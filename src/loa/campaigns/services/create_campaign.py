"""Making the campaign of a plan: one transaction, once per document."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from loa.campaigns.models import Campaign, OpenQuestion
from loa.campaigns.plan import Plan
from loa.campaigns.questions import Question, questions_of
from loa.campaigns.refusals import MayNotStartCampaign
from loa.campaigns.selectors import campaign_counts
from loa.campaigns.services.write_content import write_content
from loa.campaigns.services.write_duties import write_duties
from loa.campaigns.services.write_outside import write_outside
from loa.core.actor import Actor
from loa.core.language import gettext as _
from loa.core.services import audit
from loa.core.services.search import index_row
from loa.documents.extraction.serial import from_json
from loa.documents.models import Document
from loa.units.rights import Right


@transaction.atomic
def create_campaign(*, document: Document, actor: Actor, at: datetime) -> Campaign:
    """Turn what was read out of `document` into a campaign: topics, activities, duties, what is outside, what is open.

    Asked again for the same document it returns the campaign that is there.

    :raises MayNotStartCampaign: the actor lacks the right, or the document is another commune's.
    """
    if not actor.may(Right.IMPORT_PLAN) or not Document.objects.visible_to(actor).filter(pk=document.pk).exists():
        raise MayNotStartCampaign(
            _(
                "Anh/chị không có quyền lập đợt tuyên truyền từ văn bản này. Chưa có gì thay đổi. "
                "Hãy nhờ công chức Văn hóa - Xã hội."
            )
        )
    plan = Plan(from_json(document.extraction.data, document.extraction.text))
    start, end = plan.period
    campaign, is_new = Campaign.objects.get_or_create(
        document=document,
        defaults={
            "commune": document.commune,
            "title": plan.result.header.title or document.file_name,
            "start_date": start,
            "end_date": end,
            "created_at": at,
        },
    )
    if is_new:
        _fill(campaign, plan, actor=actor, at=at)
    return campaign


def _fill(campaign: Campaign, plan: Plan, *, actor: Actor, at: datetime) -> None:
    outside = write_outside(campaign=campaign, plan=plan)
    write_content(campaign=campaign, plan=plan, outside=outside)
    questions = write_duties(campaign=campaign, plan=plan, actor=actor, at=at)
    for question in [*questions_of(plan), *questions]:
        _ask(campaign, question)
    _index(campaign, plan)
    counts = campaign_counts(campaign)
    audit.record("campaigns.campaign.created", target=campaign, by=actor, at=at, detail=counts.as_dict())


def _index(campaign: Campaign, plan: Plan) -> None:
    header = plan.result.header
    words = [header.number, header.symbol, header.issuer, *(clause.text for clause in plan.clauses.values())]
    index_row(campaign, scope_id=campaign.commune_id, title=campaign.title, words="\n".join(filter(None, words)))


def _ask(campaign: Campaign, question: Question) -> None:
    OpenQuestion.objects.get_or_create(
        campaign=campaign,
        kind=question.kind,
        clause=question.place.clause,
        text=question.text,
        defaults={
            "quote": question.place.quote,
            "line_from": question.place.line_from,
            "line_to": question.place.line_to,
        },
    )
