"""A message written by hand: not drafted from the plan, but with its source like any other."""

from __future__ import annotations

from datetime import datetime
from typing import NotRequired, TypedDict, Unpack
from uuid import UUID

from django.db import transaction

from loa.campaigns.models import Campaign, Topic
from loa.core.actor import Actor
from loa.core.language import gettext as _
from loa.core.services import audit
from loa.documents.selectors import reviewed_extraction
from loa.editorial.models import Message, MessageVersion, Source
from loa.editorial.refusals import CannotDraft
from loa.editorial.selectors import plan_sources
from loa.editorial.services.add_source import source_row, tidy_label
from loa.editorial.services.add_version import add_version
from loa.editorial.words import Words, tidy_words
from loa.units.rights import Right


class Own(TypedDict):
    """The keywords of a message written by hand. `topic` is the clause of the plan that it tells, if any.

    `source_label` names its source in words; it may be empty where the topic's own lines are the source.
    `key` comes with the form, so that a form sent twice is one message.
    """

    campaign: Campaign
    topic: NotRequired[Topic | None]
    words: Words
    source_label: str
    key: UUID


def start_message(*, actor: Actor, at: datetime, **own: Unpack[Own]) -> MessageVersion:
    """Write the first draft of a message; the same `key` again is the same message, in its newest version.

    :param own: `campaign`, `topic`, `words`, `source_label`, `key`.
    :raises CannotDraft: no right, another commune's plan, a topic that is another plan's or outside Loa, no source,
        or the key was used for other words.
    :raises UnusableWords: no title, or a part that is too long.
    """
    campaign, topic = own["campaign"], own.get("topic")
    _refuse_strangers(campaign, topic, actor=actor)
    words = tidy_words(own["words"])
    label = tidy_label(own["source_label"])
    if topic is None and not label:
        raise CannotDraft(
            _("Tin chưa có căn cứ. Chưa có gì được ghi. Hãy ghi nguồn bằng lời hoặc chọn một khoản của kế hoạch.")
        )
    return _add(own, words, label=label, actor=actor, at=at)


def _refuse_strangers(campaign: Campaign, topic: Topic | None, *, actor: Actor) -> None:
    is_ours = Campaign.objects.visible_to(actor).filter(pk=campaign.pk).exists()
    is_of_plan = topic is None or topic.campaign_id == campaign.pk
    if not (is_ours and is_of_plan) or actor.user_id is None or not actor.may(Right.WRITE_MESSAGE):
        raise CannotDraft(
            _(
                "Anh/chị không có quyền soạn tin cho đợt tuyên truyền này. Chưa có gì được ghi. "
                "Hãy nhờ người vận hành soạn."
            )
        )
    if topic is not None and topic.outside_id is not None:
        raise CannotDraft(
            _(
                "Khoản {clause} ngoài phạm vi của Loa, chỉ lưu nguyên văn. Chưa có tin nào được soạn. "
                "Hãy chọn nội dung khác, hoặc làm tin đính chính, cảnh báo lừa đảo có dẫn nguồn."
            ).format(clause=topic.clause)
        )


@transaction.atomic
def _add(own: Own, words: Words, *, label: str, actor: Actor, at: datetime) -> MessageVersion:
    """Message, version and sources together, under the campaign's lock: of two equal forms the second is told."""
    campaign = Campaign.objects.select_for_update().get(pk=own["campaign"].pk)
    key = f"own:{own['key']}"
    known = Message.objects.filter(commune_id=campaign.commune_id, key=key).first()
    if known is not None:
        return _same_or_refused(known, words)
    topic = own.get("topic")
    message = Message.objects.create(
        commune_id=campaign.commune_id, campaign=campaign, topic=topic, key=key, created_at=at
    )
    version = add_version(message=message, number=1, words=words, author_id=actor.person_id, at=at)
    Source.objects.bulk_create(_sources(version, topic, label=label))
    detail = {"code": version.code, "clause": topic.clause if topic else ""}
    audit.record("editorial.version.started", target=version, by=actor, at=at, detail=detail)
    return version


def _same_or_refused(message: Message, words: Words) -> MessageVersion:
    """The newest version, where the first said just this; other words under a used key are not lost in silence."""
    versions = list(message.versions.order_by("number"))
    first = versions[0]
    written = Words(first.title, first.summary, first.paragraphs, first.contact, first.useful_until)
    if written != words:
        raise CannotDraft(
            _(
                "Tin này đã được ghi trước đó với lời khác (mã tin {code}). Lời mới chưa được ghi. "
                "Hãy mở tin đó rồi sửa, hoặc mở mẫu mới để viết tin khác."
            ).format(code=versions[-1].code)
        )
    return versions[-1]


def _sources(version: MessageVersion, topic: Topic | None, *, label: str) -> list[Source]:
    """The topic's own lines first, then the source in words."""
    rows: list[Source] = []
    if topic is not None:
        plan = plan_sources(topic, reviewed_extraction(topic.campaign.document))[0]
        rows.append(source_row(version, topic.campaign, source=plan))
    return [*rows, Source(version=version, label=label)] if label else rows
