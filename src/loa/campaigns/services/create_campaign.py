"""Making the campaign of a plan: one transaction, once per document."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from loa.campaigns.models import Campaign
from loa.campaigns.refusals import MayNotStartCampaign
from loa.campaigns.reviewed_plan import reviewed_plan
from loa.campaigns.selectors import campaign_counts
from loa.campaigns.services.fill_campaign import fill_campaign
from loa.core.actor import Actor
from loa.core.language import gettext as _
from loa.core.services import audit
from loa.documents.models import Document
from loa.documents.selectors import review_of
from loa.units.rights import Right


@transaction.atomic
def create_campaign(*, document: Document, actor: Actor, at: datetime) -> Campaign:
    """Turn what was read out of `document`, as corrected, into a campaign: topics, activities, duties, what is outside.

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
    plan = reviewed_plan(review_of(document))
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
        fill_campaign(campaign=campaign, plan=plan, actor=actor, at=at)
        counts = campaign_counts(campaign)
        audit.record("campaigns.campaign.created", target=campaign, by=actor, at=at, detail=counts.as_dict())
    return campaign
