"""Two thousand messages with their versions in all states; all show one real file of each form."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from django.conf import settings

from bench.data import words
from bench.data.chance import one_of
from bench.data.people import Town
from bench.data.size import NOW, START, Size
from loa.campaigns.models import Campaign, Topic
from loa.core.canonical import sha256_hex
from loa.core.content import ContentStore
from loa.editorial.codes import ALPHABET, LENGTH
from loa.editorial.forms.content import Made
from loa.editorial.models import Approval, Message, MessageVersion, Rendition, Source, VersionState
from loa.editorial.selectors import approval_bytes
from loa.keys.services.commune_key import sign_with
from loa.units.rights import Role

BATCH = 2_000
AGAIN = 7  # every seventh message was changed once: its first version is void
FROZEN = (VersionState.SUBMITTED, VersionState.APPROVED)
# Of a hundred messages of the last month; all older ones were approved.
STATES = (
    (VersionState.DRAFT, 16),
    (VersionState.SUBMITTED, 18),
    (VersionState.RETURNED, 8),
    (VersionState.VOID, 4),
    (VersionState.APPROVED, 54),
)
RECENT = timedelta(days=30)


@dataclass(slots=True)
class Desk:
    """What the desk made: `approvals` oldest first, and the rendition of each (version, form)."""

    versions: list[MessageVersion] = field(default_factory=list)
    approvals: list[Approval] = field(default_factory=list)
    renditions: dict[tuple[int, str], Rendition] = field(default_factory=dict)


def make_desk(random: Random, town: Town, campaigns: Sequence[Campaign], *, size: Size, forms: Sequence[Made]) -> Desk:
    """Messages spread evenly over the year, each on a topic of the campaign that runs at that time.

    :param forms: one file of every form; all versions show these.
    """
    messages = _messages(random, town, campaigns, size)
    desk = Desk(versions=_versions(random, town, messages))
    _sources(desk.versions)
    frozen = [version for version in desk.versions if version.state in FROZEN]
    for row in _renditions(frozen, forms):
        desk.renditions.setdefault((row.version_id, row.form), row)
    approved = [version for version in frozen if version.state == VersionState.APPROVED]
    desk.approvals = _approvals(random, town, approved)
    return desk


def _messages(random: Random, town: Town, campaigns: Sequence[Campaign], size: Size) -> list[Message]:
    topics: dict[int, list[Topic]] = {}
    for topic in Topic.objects.filter(campaign__in=campaigns, outside=None).order_by("pk"):
        topics.setdefault(topic.campaign_id, []).append(topic)
    rows = []
    for number in range(size.messages):
        at = START + (NOW - START) * number / size.messages
        campaign = campaigns[number * len(campaigns) // size.messages]
        rows.append(
            Message(
                commune=town.commune,
                campaign=campaign,
                topic=random.choice(topics[campaign.pk]),
                key=f"bench:{number}",
                created_at=at,
            )
        )
    return Message.objects.bulk_create(rows, batch_size=BATCH)


def _versions(random: Random, town: Town, messages: Sequence[Message]) -> list[MessageVersion]:
    codes = _codes()
    rows = []
    for number, message in enumerate(messages):
        is_recent = message.created_at > NOW - RECENT
        state = one_of(random, STATES) if is_recent else VersionState.APPROVED
        if number % AGAIN == 0:
            rows.append(_version(random, town, message, number=1, code=next(codes), state=VersionState.VOID))
        last = 2 if number % AGAIN == 0 else 1
        rows.append(_version(random, town, message, number=last, code=next(codes), state=state))
    return MessageVersion.objects.bulk_create(rows, batch_size=BATCH)


def _codes() -> Iterator[str]:
    """Short codes, each once."""
    for letters in itertools.product(ALPHABET, repeat=LENGTH):
        yield "".join(reversed(letters))


def _version(
    random: Random, town: Town, message: Message, *, number: int, code: str, state: VersionState
) -> MessageVersion:
    subject = message.campaign.title.removeprefix("Tuyên truyền ").partition(" trên địa bàn")[0]
    return MessageVersion(
        message=message,
        number=number,
        code=code,
        title=words.title(random, subject),
        summary=words.paragraph(random, subject, sentences=1),
        paragraphs=[words.paragraph(random, subject) for _paragraph in range(3)],
        contact="Phòng Văn hóa - Xã hội xã Đồng Sương",
        useful_until=(message.created_at + timedelta(days=30)).date(),
        author=random.choice(town.people[Role.OPERATOR]),
        created_at=message.created_at + timedelta(hours=number),
        state=state,
    )


def _sources(versions: Sequence[MessageVersion]) -> None:
    """Each version rests on its topic's lines of the plan and on the plan as a whole."""
    rows = []
    for version in versions:
        campaign, topic = version.message.campaign, version.message.topic
        label = f"Kế hoạch {campaign.title}"
        rows.append(Source(version=version, label=label, document_id=campaign.document_id))
        if topic is not None:
            place = {name: getattr(topic, name) for name in ("clause", "quote", "line_from", "line_to")}
            rows.append(Source(version=version, label=label, document_id=campaign.document_id, **place))
    Source.objects.bulk_create(rows, batch_size=BATCH)


def _renditions(versions: Sequence[MessageVersion], forms: Sequence[Made]) -> list[Rendition]:
    store = ContentStore(Path(settings.CONTENT_DIR))
    kept = [(made, store.put(made.data, suffix=made.suffix)) for made in forms]
    rows = [
        Rendition(
            version=version,
            form=made.form,
            variant=made.variant,
            media_type=made.media_type,
            suffix=made.suffix,
            sha256=sha256,
            size=len(made.data),
            facts=dict(made.facts),
            frozen_at=version.created_at + timedelta(minutes=5),
        )
        for version in versions
        for made, sha256 in kept
    ]
    return Rendition.objects.bulk_create(rows, batch_size=BATCH)


def _approvals(random: Random, town: Town, versions: Sequence[MessageVersion]) -> list[Approval]:
    """Real marks over the real lists, so that every check on an approval holds."""
    key = town.commune.signing_key
    rows = []
    for version in versions:
        data = approval_bytes(version)
        rows.append(
            Approval(
                version=version,
                author_id=version.author_id,
                approver=random.choice(town.people[Role.LEADER]),
                approved_at=_after(version.created_at),
                approval_set=data.decode(),
                set_hash=sha256_hex(data),
                signature=sign_with(key, data),
                key=key,
            )
        )
    return Approval.objects.bulk_create(rows, batch_size=BATCH)


def _after(at: datetime) -> datetime:
    return at + timedelta(minutes=50)
