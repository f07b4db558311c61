"""The rows that a plan would make, as plain words, to be held against those that stand. Pure."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence

from loa.campaigns.answers import INTERVALS
from loa.campaigns.deadlines import deadlines_of, own_days_text, span_text
from loa.campaigns.plan import Plan, joined
from loa.campaigns.questions import Question
from loa.campaigns.revision import Kind, Row
from loa.core.language import gettext
from loa.vietnamese.folding import fold

IS_OUTSIDE = "outside"  # stands as the role of a topic or activity that Loa keeps and does not do


def coming_rows(
    plan: Plan, *, title: str, units: Mapping[str, tuple[Hashable, str]], questions: Sequence[Question]
) -> list[Row]:
    """The plan as a whole, then its rows in its order, by kind; the role of a question is the rule that asks it.

    :param title: what the campaign will be called.
    :param units: each printed name → the key of its unit and what the unit is called.
    """
    return [
        Row(Kind.PLAN, "", title, days=span_text(*plan.period)),
        *_topics(plan),
        *_activities(plan),
        *_assignments(plan, units),
        *_reporting(plan),
        *_outside(plan),
        *_costs(plan),
        *(Row(Kind.QUESTION, one.place.clause, one.text, role=one.kind) for one in questions),
    ]


def receiver_key(receiver: str) -> str:
    """To whom a report goes, however it is written."""
    return " ".join(fold(receiver).split())


def interval_text(every: str) -> str:
    """How often something comes round; empty where nothing says so."""
    return gettext(INTERVALS[every]) if every in INTERVALS else ""


def _topics(plan: Plan) -> Iterator[Row]:
    for label in plan.topics:
        is_outside = plan.outside_clause(label) is not None
        words = plan.clauses[label].text if is_outside else plan.duty_of(label)
        yield Row(Kind.TOPIC, label, words, role=IS_OUTSIDE if is_outside else "")


def _activities(plan: Plan) -> Iterator[Row]:
    for item in plan.activities:
        is_outside = plan.outside_clause(item.clause) is not None
        yield Row(
            Kind.ACTIVITY,
            item.clause,
            plan.cut(item.clause, item.title),
            role=IS_OUTSIDE if is_outside else "",
            days=span_text(*plan.span_near(item.clause)),
            channels=tuple(sorted(set(item.channels))),
        )


def _assignments(plan: Plan, units: Mapping[str, tuple[Hashable, str]]) -> Iterator[Row]:
    seen = set()
    for _pointer, row in plan.assignments:
        who, name = units[row.unit]
        if (row.clause, who, row.role) in seen:
            continue
        seen.add((row.clause, who, row.role))
        days = own_days_text(deadlines_of(plan, row.clause), first=plan.period[0])
        duty = plan.work_of(row.clause, row.unit)
        yield Row(Kind.ASSIGNMENT, row.clause, duty, who=who, name=name, role=row.role, days=days)


def _reporting(plan: Plan) -> Iterator[Row]:
    for _pointer, duty in plan.reporting:
        every = interval_text(duty.every or "")
        who, reporter = receiver_key(duty.receiver), duty.reporter or ""
        yield Row(Kind.REPORTING, duty.clause, reporter, who=who, name=duty.receiver, days=every)


def _outside(plan: Plan) -> Iterator[Row]:
    for label, _verdict, places in plan.outside:
        yield Row(Kind.OUTSIDE, label, joined(places).quote)


def _costs(plan: Plan) -> Iterator[Row]:
    for place, _cost in plan.costs:
        yield Row(Kind.COST, place.clause, place.quote)
