"""What people add beside the plan's own rows: progress, returned drafts, long work, and the words to find it all by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from random import Random
from uuid import UUID

from bench.data import words
from bench.data.chance import one_of
from bench.data.messages import BATCH, Desk
from bench.data.people import Town
from bench.data.size import NOW
from loa.campaigns.models import Assignment, AssignmentRole, Campaign, Deadline, Progress
from loa.campaigns.models.progress import Rating
from loa.core.models import LongWork
from loa.core.models.long_work import WorkState
from loa.core.services.search import index_row
from loa.editorial.models import MessageVersion, VersionReturn, VersionState
from loa.units.models import User
from loa.units.rights import Role

RATINGS = ((Rating.GREEN, 70), (Rating.YELLOW, 20), (Rating.RED, 10))
WORKS_A_PERSON = 4


def make_extras(random: Random, town: Town, desk: Desk) -> None:
    """Rows that hang on the others."""
    Progress.objects.bulk_create(_progress(random, town), batch_size=BATCH)
    VersionReturn.objects.bulk_create(_returns(random, town, desk.versions))
    LongWork.objects.bulk_create(_works(random, town, desk.versions))
    _index(town, desk)


def _progress(random: Random, town: Town) -> Iterator[Progress]:
    """Two or three reports on each duty that has begun; the newest stands."""
    due = dict(Deadline.objects.values_list("assignment_id", "due_date"))
    officers = town.people[Role.CULTURE]
    for assignment in Assignment.objects.filter(campaign__commune=town.commune).select_related("campaign"):
        is_request = assignment.role == AssignmentRole.REQUEST
        for number in range(random.randint(0, 3)):
            yield Progress(
                assignment=assignment,
                rating="" if is_request else one_of(random, RATINGS),
                note=words.paragraph(random, "việc được giao", sentences=1),
                due_date=due.get(assignment.pk),
                at=assignment.campaign.created_at + timedelta(days=10 * (number + 1)),
                by=random.choice(officers),
            )


def _returns(random: Random, town: Town, versions: Sequence[MessageVersion]) -> Iterator[VersionReturn]:
    for version in versions:
        if version.state == VersionState.RETURNED:
            yield VersionReturn(
                version=version,
                reason="Ghi rõ nơi tiếp nhận và số điện thoại để bà con hỏi.",
                returned_by=random.choice(town.people[Role.LEADER]),
                returned_at=version.created_at + timedelta(hours=2),
            )


def _works(random: Random, town: Town, versions: Sequence[MessageVersion]) -> Iterator[LongWork]:
    """Some work of each person of the offices that ended, the last one still under way."""
    people: list[User] = [person for role in (Role.CULTURE, Role.OPERATOR) for person in town.people[role]]
    for person in people:
        for number in range(WORKS_A_PERSON):
            is_last = number == WORKS_A_PERSON - 1
            yield LongWork(
                key=UUID(int=random.getrandbits(128), version=4),
                kind="editorial.version",
                scope_id=town.commune.pk,
                actor=f"user:{person.pk}",
                state=WorkState.RUNNING if is_last else WorkState.DONE,
                step=3 if is_last else 7,
                steps=7,
                words="Đang đọc thành tiếng",
                outcome={} if is_last else {"version": random.choice(versions).pk},
                created_at=NOW - timedelta(minutes=2),
                started_at=NOW - timedelta(minutes=1),
                ended_at=None if is_last else NOW,
                lease_until=NOW + timedelta(minutes=5) if is_last else None,
            )


def _index(town: Town, desk: Desk) -> None:
    """The words of plans, duties, messages, outlets, units and people, as the services that write them give them."""
    scope = town.commune.pk
    for campaign in Campaign.objects.filter(commune=town.commune):
        index_row(campaign, scope_id=scope, title=campaign.title)
    for duty in Assignment.objects.filter(campaign__commune=town.commune).select_related("unit"):
        index_row(duty, scope_id=scope, title=f"{duty.clause} {duty.unit.name}", words=duty.duty, unit_id=duty.unit_id)
    for version in desk.versions:
        text = "\n".join([version.code, version.summary, *version.paragraphs])
        index_row(version.message, scope_id=scope, title=version.title, words=text)
    for outlet in town.outlets:
        index_row(outlet, scope_id=scope, title=outlet.name, words=outlet.code, unit_id=outlet.unit_id)
    for unit in (*town.hamlets, *town.offices):
        index_row(unit, scope_id=scope, title=unit.name, unit_id=unit.pk)
