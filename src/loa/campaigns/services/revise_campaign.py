"""Letting a revised plan carry a campaign on: what people did stays, what the plan no longer has ends."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from loa.campaigns.models import Campaign, CampaignRevision, OpenQuestion
from loa.campaigns.plan import Plan
from loa.campaigns.refusals import CannotRevise
from loa.campaigns.reviewed_plan import reviewed_plan
from loa.campaigns.revision import Revision, clause_map, matched, revision_of
from loa.campaigns.selectors import campaign_of
from loa.campaigns.selectors.revising import plan_rows, standing_rows
from loa.campaigns.services.answer_question import NO_INTERVAL, write_interval
from loa.campaigns.services.fill_campaign import fill_campaign
from loa.campaigns.services.merge_rows import merge_rows
from loa.campaigns.services.snapshot import take_snapshot
from loa.campaigns.services.write_duties import index_assignment
from loa.core.actor import Actor
from loa.core.language import gettext as _
from loa.core.services import audit
from loa.documents.models import Document
from loa.documents.selectors import review_of
from loa.documents.services.confirm_reading import confirm_reading


@transaction.atomic
def revise_campaign(
    *, campaign: Campaign, document: Document, actor: Actor, at: datetime, seen: int | None = None
) -> Campaign:
    """Make `document`, as reviewed, the plan of `campaign`.

    Rows that both plans have keep their identity with everything done on them; new ones come; those that the new plan
    no longer has end, and are never deleted. Asked again for the same document nothing changes.

    :param seen: the newest batch of corrections that the person saw (0: none); None for who looked at no page.
    :raises MayNotReview: the actor lacks the right, or the document is another commune's.
    :raises SetAside: the document was set aside. :raises StaleCorrection: somebody corrected it since.
    :raises CannotRevise: the campaign is another commune's, or the document is the plan of a campaign already.
    """
    new = confirm_reading(document=document, actor=actor, at=at, seen=seen)
    locked = Campaign.objects.visible_to(actor).select_for_update(of=("self",)).filter(pk=campaign.pk).first()
    if locked is None:
        raise CannotRevise(_("Không tìm thấy đợt tuyên truyền này; chưa có gì thay đổi. Hãy mở lại từ danh sách."))
    if locked.document_id == new.pk:
        return locked
    _refuse_taken(new)
    former, before = locked.document, take_snapshot(locked)
    revision = _carry_on(locked, new, actor=actor, at=at)
    step = CampaignRevision.objects.create(
        campaign=locked,
        number=locked.revisions.count() + 1,
        former_document=former,
        document=new,
        at=at,
        by_id=actor.person_id,
        summary=revision.counts,
        before={"rows": before},
    )
    detail = {"revision": step.number, "document": new.pk, **revision.counts}
    audit.record("campaigns.campaign.revised", target=locked, by=actor, at=at, detail=detail)
    return locked


def _refuse_taken(document: Document) -> None:
    taken = campaign_of(document)
    if taken is not None:
        raise CannotRevise(
            _("Văn bản này đã là kế hoạch của đợt “{title}”; chưa có gì thay đổi. Hãy mở đợt ấy.").format(
                title=taken.title
            )
        )


def _carry_on(campaign: Campaign, document: Document, *, actor: Actor, at: datetime) -> Revision:
    """All rows end, the new plan writes its own, and whichever is the same row again goes on as the old one."""
    former = review_of(campaign.document)
    before, after = reviewed_plan(former), reviewed_plan(review_of(document))
    standing = standing_rows(campaign)
    for rows in plan_rows(campaign).values():
        rows.filter(ended_at=None).update(ended_at=at)
    _take_over(campaign, document, plan=after)
    fill_campaign(campaign=campaign, plan=after, actor=actor, at=at)
    coming = standing_rows(campaign)
    pairs = matched(clause_map(before, after), standing=standing, coming=coming)
    merge_rows(campaign, pairs)
    _settle(campaign)
    return revision_of(before, after, standing=standing, coming=coming, corrected=former.changes)


def _take_over(campaign: Campaign, document: Document, *, plan: Plan) -> None:
    campaign.document = document
    campaign.title = plan.result.header.title or document.file_name
    campaign.start_date, campaign.end_date = plan.period
    campaign.save(update_fields=["document", "title", "start_date", "end_date"])


def _settle(campaign: Campaign) -> None:
    """What was answered and is still asked has its effect on the new rows; duties are found by their new words."""
    rows = OpenQuestion.objects.filter(campaign=campaign, kind=NO_INTERVAL, ended_at=None, answered_at__isnull=False)
    for question in rows:
        write_interval(question)
    for assignment in campaign.assignments.filter(ended_at=None).select_related("unit"):
        index_assignment(assignment)
