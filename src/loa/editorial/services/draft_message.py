"""A first draft on one topic, from what the plan itself says."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from loa.campaigns.models import Campaign, Topic
from loa.core.actor import Actor
from loa.core.language import gettext as _
from loa.core.services import audit
from loa.documents.selectors import reviewed_extraction
from loa.editorial.drafting.compose import Draft, compose
from loa.editorial.models import Message, MessageVersion, Source
from loa.editorial.refusals import CannotDraft
from loa.editorial.selectors import PlanSource, plan_sources, topic_facts
from loa.editorial.services.add_source import source_row
from loa.editorial.services.add_version import add_version
from loa.editorial.words import Words
from loa.units.rights import Right


def draft_message(*, campaign: Campaign, topic: Topic, actor: Actor, at: datetime) -> MessageVersion:
    """Draft one message on `topic` for a person to better; a topic drafted before keeps its latest version.

    :raises CannotDraft: no right, another commune's plan, or a topic that is outside Loa.
    """
    _refuse_strangers(campaign, topic, actor=actor)
    drafted = _latest(campaign, topic)
    if drafted is not None:
        return drafted
    draft, sources = _composed(topic)
    return _add(topic, draft, sources=sources, actor=actor, at=at)


def _key(topic: Topic) -> str:
    return f"topic:{topic.clause}"


def _latest(campaign: Campaign, topic: Topic) -> MessageVersion | None:
    versions = MessageVersion.objects.filter(message__campaign=campaign, message__key=_key(topic))
    return versions.order_by("-number").first()


def _refuse_strangers(campaign: Campaign, topic: Topic, *, actor: Actor) -> None:
    is_ours = Campaign.objects.visible_to(actor).filter(pk=campaign.pk).exists()
    if not is_ours or topic.campaign_id != campaign.pk or actor.user_id is None or not actor.may(Right.WRITE_MESSAGE):
        raise CannotDraft(
            _(
                "Anh/chị không có quyền soạn tin cho đợt tuyên truyền này. Chưa có gì được ghi. "
                "Hãy nhờ người vận hành soạn."
            )
        )


def _composed(topic: Topic) -> tuple[Draft, list[PlanSource]]:
    plan = reviewed_extraction(topic.campaign.document)
    draft = compose(topic_facts(topic, plan))
    if draft is None:
        raise CannotDraft(
            _(
                "Khoản {clause} ngoài phạm vi của Loa, chỉ lưu nguyên văn. Chưa có tin nào được soạn. "
                "Hãy chọn nội dung khác, hoặc làm tin đính chính, cảnh báo lừa đảo có dẫn nguồn."
            ).format(clause=topic.clause)
        )
    return draft, plan_sources(topic, plan)


@transaction.atomic
def _add(topic: Topic, draft: Draft, *, sources: list[PlanSource], actor: Actor, at: datetime) -> MessageVersion:
    """Message, version and sources together; of two people drafting at once the second gets the first one's draft."""
    campaign = Campaign.objects.select_for_update().get(pk=topic.campaign_id)
    drafted = _latest(campaign, topic)
    if drafted is not None:
        return drafted
    message = Message.objects.create(
        commune_id=campaign.commune_id, campaign=campaign, topic=topic, key=_key(topic), created_at=at
    )
    words = Words(
        title=draft.title,
        summary=draft.summary,
        paragraphs=list(draft.paragraphs),
        contact=draft.contact,
        useful_until=campaign.end_date,
    )
    version = add_version(message=message, number=1, words=words, author_id=actor.person_id, at=at)
    Source.objects.bulk_create(source_row(version, campaign, source=source) for source in sources)
    audit.record(
        "editorial.version.drafted",
        target=version,
        by=actor,
        at=at,
        detail={"code": version.code, "clause": topic.clause},
    )
    return version
