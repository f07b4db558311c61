"""Reading what a revised plan would make of a campaign, and which campaign a new document is likely a version of."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.db.models import Case, Count, F, QuerySet, Value, When

from loa.campaigns.coming import IS_OUTSIDE, coming_rows, interval_text, receiver_key
from loa.campaigns.deadlines import own_days_text, span_text
from loa.campaigns.due_days import DueRule
from loa.campaigns.likeness import header_likeness, is_same_paper, letters_of, plan_words, share
from loa.campaigns.models import Activity, Assignment, Campaign
from loa.campaigns.plan import Plan
from loa.campaigns.reviewed_plan import reviewed_plan
from loa.campaigns.revision import Kind, Revision, Row, Work, revision_of
from loa.campaigns.selectors.review import recognised_for_review
from loa.core.actor import Actor
from loa.documents.models import Document
from loa.documents.ports import Header
from loa.documents.review.changes import Review
from loa.documents.selectors import review_of, reviewed_extraction

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


def revision_preview(
    *, campaign: Campaign, document: Document, review: Review | None = None, former: Review | None = None
) -> Revision:
    """What `document`, as reviewed so far, would make of `campaign`; nothing is written.

    :param review, former: the readings of `document` and of the campaign's plan where the caller has them already.
    """
    past = former or review_of(campaign.document)
    before, after = reviewed_plan(past), reviewed_plan(review or review_of(document))
    recognition, questions = recognised_for_review(document, after)
    units: dict[str, tuple[Hashable, str]] = {
        name: (unit.key or f"new:{unit.name}", unit.name) for name, unit in recognition.units.items()
    }
    title = after.result.header.title or document.file_name
    return revision_of(
        before,
        after,
        standing=standing_rows(campaign),
        coming=coming_rows(after, title=title, units=units, questions=questions),
        corrected=past.changes,
    )


def standing_rows(campaign: Campaign) -> list[Row]:
    """The rows of a campaign that have not ended, with what people did on each; four queries."""
    rows = {kind: found.filter(ended_at=None) for kind, found in plan_rows(campaign).items()}
    plain = _plain_rows(rows)
    whole = span_text(campaign.start_date, campaign.end_date)
    return [
        Row(Kind.PLAN, "", campaign.title, days=whole, pk=campaign.pk),
        *plain[Kind.TOPIC],
        *_activities(rows[Kind.ACTIVITY]),
        *(_assignment(row, first=campaign.start_date) for row in _duties(rows[Kind.ASSIGNMENT])),
        *(row for kind in (Kind.REPORTING, Kind.OUTSIDE, Kind.COST, Kind.QUESTION) for row in plain[kind]),
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


_COUNTED = {Kind.TOPIC: "messages", Kind.QUESTION: "answers"}  # what a number of work is
_UNTOLD: Mapping[str, Any] = {"role": Value(""), "name": Value(""), "every": Value(""), "work": Value(0)}


def _plain_rows(rows: Mapping[Kind, QuerySet[Any]]) -> dict[Kind, list[Row]]:
    """The rows that are words alone, of five tables in one query; what was done on them is a number."""
    outside = Case(When(outside=None, then=Value("")), default=Value(IS_OUTSIDE))
    answered = Case(When(answered_at=None, then=Value(0)), default=Value(1))
    first, *others = (
        _plain(rows, Kind.TOPIC, words="text", role=outside, work=Count("messages")),
        _plain(rows, Kind.REPORTING, words="reporter", name=F("receiver"), every=F("every")),
        _plain(rows, Kind.OUTSIDE, words="quote"),
        _plain(rows, Kind.COST, words="quote"),
        _plain(rows, Kind.QUESTION, words="text", role=F("kind"), work=answered),
    )
    found: dict[Kind, list[Row]] = {kind: [] for kind in Kind}
    for value, pk, clause, words, role, name, every, count in sorted(first.union(*others, all=True)):
        kind, days, who = Kind(value), interval_text(every), receiver_key(name)
        work = Work(**{_COUNTED[kind]: count}) if kind in _COUNTED else Work()
        found[kind].append(Row(kind, clause, words, who=who, name=name, role=role, days=days, pk=pk, work=work))
    return found


def _plain(rows: Mapping[Kind, QuerySet[Any]], kind: Kind, *, words: str, **told: Any) -> QuerySet[Any]:
    """Kind, key, clause, words, role, name, interval and work: the same columns of every table, in this order."""
    columns = {**_UNTOLD, **told}
    return rows[kind].order_by().values_list(Value(kind.value), F("pk"), F("clause"), F(words), *columns.values())


def _activities(rows: QuerySet[Activity]) -> Iterator[Row]:
    """Each with its channels; one query."""
    columns = ("pk", "clause", "title", "outside_id", "start_date", "end_date")
    found = rows.order_by("pk").values_list(*columns, "channels__channel")
    for (pk, clause, title, outside, start, end), group in groupby(found, key=lambda row: row[:-1]):
        role, channels = IS_OUTSIDE if outside else "", sorted(row[-1] for row in group if row[-1])
        days = span_text(start, end)
        yield Row(Kind.ACTIVITY, clause, title, role=role, days=days, channels=tuple(channels), pk=pk)


def _duties(rows: QuerySet[Assignment]) -> Iterable[Assignment]:
    # Asked by the reverse name that the evidence gives: this app knows that proofs exist, not what they are.
    counted = rows.annotate(
        progress_count=Count("progress", distinct=True), proofs_count=Count("evidence", distinct=True)
    )
    return counted.select_related("unit").prefetch_related("deadlines")


def _assignment(row: Assignment, *, first: date | None) -> Row:
    rules = [
        DueRule(one.due_date, one.every, one.day, one.start_date, is_inherited=one.is_inherited)
        for one in sorted(row.deadlines.all(), key=lambda one: one.pk)
    ]
    return Row(
        Kind.ASSIGNMENT,
        row.clause,
        row.duty,
        who=row.unit_id,
        name=row.unit.name,
        role=row.role,
        days=own_days_text(rules, first=first),
        pk=row.pk,
        work=Work(progress=getattr(row, "progress_count", 0), proofs=getattr(row, "proofs_count", 0)),
    )


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
