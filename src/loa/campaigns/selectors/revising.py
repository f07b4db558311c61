"""Reading what a revised plan would make of a campaign, and which campaign a new document is likely a version of."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Count, QuerySet

from loa.campaigns.answers import INTERVALS
from loa.campaigns.coming import IS_OUTSIDE, coming_rows, deadline_text, question_row, receiver_key, span_text
from loa.campaigns.likeness import header_likeness, is_same_paper, letters_of, plan_words, share
from loa.campaigns.models import Activity, Assignment, Campaign, OpenQuestion, ReportingDuty, Topic
from loa.campaigns.plan import Plan
from loa.campaigns.reviewed_plan import reviewed_plan
from loa.campaigns.revision import Kind, Revision, Row, Work, revision_of
from loa.campaigns.selectors.review import recognised_for_review
from loa.core.actor import Actor
from loa.documents.models import Document
from loa.documents.ports import Header
from loa.documents.selectors import changes_of, review_of, reviewed_extraction

LIKELY = 0.5  # letterheads less alike are of two plans
LOOKED_AT = 5  # so many of the likeliest are compared word by word
SHARED = 0.5  # of the clauses' words


@dataclass(frozen=True, slots=True)
class Likeness:
    """A campaign whose plan has `share` of its words (0 to 1) in common with a document.

    `is_same_text`: letter by letter the same, only the layout or the kind of file differs.
    """

    campaign: Campaign
    share: float
    is_same_text: bool


def likely_same_plan(document: Document, actor: Actor) -> list[Likeness]:
    """The campaigns of which `document` is likely the same plan or a revised one, the likeliest first; few or none.

    Letterheads are compared first, then the words of the clauses of the likeliest.
    """
    plan = Plan(reviewed_extraction(document))
    words, letters = plan_words(plan), letters_of(plan)
    found = []
    for campaign in _with_like_headers(plan.result.header, document, actor=actor):
        other = Plan(reviewed_extraction(campaign.document))
        is_same = letters == letters_of(other) and is_same_paper(plan.result.header, other.result.header)
        common = share(words, plan_words(other))
        if common >= SHARED:
            found.append(Likeness(campaign, common, is_same))
    return sorted(found, key=lambda one: (not one.is_same_text, -one.share, -one.campaign.pk))


def _with_like_headers(header: Header, document: Document, *, actor: Actor) -> list[Campaign]:
    rows = Campaign.objects.visible_to(actor).exclude(document=document)
    headers = rows.values_list("pk", "document__extraction__data__header")
    scored = [(header_likeness(header, Header(**data)), pk) for pk, data in headers if data]
    best = [pk for score, pk in sorted(scored, reverse=True) if score >= LIKELY][:LOOKED_AT]
    return list(rows.filter(pk__in=best).select_related("document__extraction"))


def revision_preview(*, campaign: Campaign, document: Document) -> Revision:
    """What `document`, as reviewed so far, would make of `campaign`; nothing is written."""
    before, after = reviewed_plan(review_of(campaign.document)), reviewed_plan(review_of(document))
    recognition, questions = recognised_for_review(document, after)
    units: dict[str, tuple[Hashable, str]] = {
        name: (unit.key or f"new:{unit.name}", unit.name) for name, unit in recognition.units.items()
    }
    return revision_of(
        before,
        after,
        standing=standing_rows(campaign),
        coming=coming_rows(after, units=units, questions=questions),
        corrected=changes_of(campaign.document),
    )


def standing_rows(campaign: Campaign) -> list[Row]:
    """The rows of a campaign that have not ended, with what people did on each; nine queries."""
    rows = {kind: found.filter(ended_at=None) for kind, found in plan_rows(campaign).items()}
    return [
        *map(_topic, _counted(rows[Kind.TOPIC], messages="messages")),
        *map(_activity, rows[Kind.ACTIVITY].prefetch_related("channels")),
        *map(_assignment, _duties(rows[Kind.ASSIGNMENT])),
        *map(_duty_to_report, rows[Kind.REPORTING]),
        *(Row(kind, row.clause, row.quote, pk=row.pk) for kind in (Kind.OUTSIDE, Kind.COST) for row in rows[kind]),
        *map(_question, rows[Kind.QUESTION]),
    ]


def plan_rows(campaign: Campaign) -> dict[Kind, QuerySet[Any]]:
    """All rows that plans made in a campaign, ended ones too, by their kind."""
    return {
        Kind.OUTSIDE: campaign.outside_clauses.order_by("pk"),  # first: topics and activities point to it
        Kind.TOPIC: campaign.topics.order_by("pk"),
        Kind.ACTIVITY: campaign.activities.order_by("pk"),
        Kind.ASSIGNMENT: campaign.assignments.order_by("pk"),
        Kind.REPORTING: campaign.reporting_duties.order_by("pk"),
        Kind.COST: campaign.cost_lines.order_by("pk"),
        Kind.QUESTION: campaign.open_questions.order_by("pk"),
    }


def _counted(rows: QuerySet[Any], **counts: str) -> QuerySet[Any]:
    counted: QuerySet[Any, Any] = rows.annotate(
        **{f"{name}_count": Count(path, distinct=True) for name, path in counts.items()}
    )
    return counted


def _duties(rows: QuerySet[Any]) -> Iterable[Assignment]:
    # Asked by the reverse name that the evidence gives: this app knows that proofs exist, not what they are.
    counted = _counted(rows, progress="progress", proofs="evidence")
    return counted.select_related("unit").prefetch_related("deadlines")


def _topic(row: Topic) -> Row:
    work = Work(messages=getattr(row, "messages_count", 0))
    return Row(Kind.TOPIC, row.clause, row.text, role=IS_OUTSIDE if row.outside_id else "", pk=row.pk, work=work)


def _activity(row: Activity) -> Row:
    return Row(
        Kind.ACTIVITY,
        row.clause,
        row.title,
        role=IS_OUTSIDE if row.outside_id else "",
        days=span_text(row.start_date, row.end_date),
        channels=tuple(sorted(one.channel for one in row.channels.all())),
        pk=row.pk,
    )


def _assignment(row: Assignment) -> Row:
    days = (
        deadline_text(one.start_date, one.due_date, every=one.every, day=one.day)
        for one in sorted(row.deadlines.all(), key=lambda one: one.pk)
    )
    return Row(
        Kind.ASSIGNMENT,
        row.clause,
        row.duty,
        who=row.unit_id,
        name=row.unit.name,
        role=row.role,
        days="; ".join(days),
        pk=row.pk,
        work=Work(progress=getattr(row, "progress_count", 0), proofs=getattr(row, "proofs_count", 0)),
    )


def _duty_to_report(row: ReportingDuty) -> Row:
    who, every = receiver_key(row.receiver), INTERVALS.get(row.every, "")
    return Row(Kind.REPORTING, row.clause, row.reporter, who=who, name=row.receiver, days=every, pk=row.pk)


def _question(row: OpenQuestion) -> Row:
    work = Work(answers=int(row.answered_at is not None))
    return replace(question_row(row.kind, row.text, clause=row.clause), pk=row.pk, work=work)


_WORK: Mapping[Kind, tuple[str, ...]] = {
    Kind.TOPIC: ("messages",),
    Kind.ASSIGNMENT: ("progress", "evidence"),
    Kind.QUESTION: ("answered_at",),
}


def is_worked_on(kind: Kind, rows: QuerySet[Any]) -> bool:
    """Whether people did anything on these rows: a message, a report of progress, a proof, an answer."""
    return any(rows.filter(**{f"{path}__isnull": False}).exists() for path in _WORK.get(kind, ()))


def is_written_about(campaign: Campaign) -> bool:
    """Whether there is a message of the campaign; asked by the reverse name that the messages give."""
    return Campaign.objects.filter(pk=campaign.pk, messages__isnull=False).exists()
