"""The rows that a plan would make, as plain words, to be held against those that stand. Pure."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from datetime import date

from loa.campaigns.answers import INTERVALS
from loa.campaigns.plan import Plan, day_of, joined
from loa.campaigns.questions import Question
from loa.campaigns.revision import Kind, Row
from loa.documents.ports import Window
from loa.vietnamese.folding import fold

IS_OUTSIDE = "outside"  # stands as the role of a topic or activity that Loa keeps and does not do


def coming_rows(plan: Plan, *, units: Mapping[str, tuple[Hashable, str]], questions: Sequence[Question]) -> list[Row]:
    """The rows of `plan` in its order, by kind; the role of a question is the rule that asks it.

    :param units: each printed name → the key of its unit and what the unit is called.
    """
    return [
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


def span_text(start: date | None, end: date | None) -> str:
    """`08/09/2025 – 30/11/2025`; empty where neither is stated."""
    return " – ".join(f"{day:%d/%m/%Y}" for day in (start, end) if day)


def deadline_text(start: date | None, due: date | None, *, every: str, day: str) -> str:
    """One deadline as comparable words: its days, or how often it comes round."""
    repeat = " ".join(filter(None, (INTERVALS.get(every, ""), day)))
    return span_text(start, due) or repeat


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
        days = "; ".join(_window_texts(plan, row.clause))
        duty = plan.duty_of(row.clause)
        yield Row(Kind.ASSIGNMENT, row.clause, duty, who=who, name=name, role=row.role, days=days)


def _window_texts(plan: Plan, label: str) -> list[str]:
    first, last = plan.period
    windows = plan.windows_near(label)
    if windows:
        return [_window_text(window) for window in windows]
    return [span_text(first, last)] if last else []


def _window_text(window: Window) -> str:
    return deadline_text(day_of(window.start), day_of(window.end), every=window.every or "", day=window.day or "")


def _reporting(plan: Plan) -> Iterator[Row]:
    for _pointer, duty in plan.reporting:
        every = INTERVALS.get(duty.every or "", "")
        who, reporter = receiver_key(duty.receiver), duty.reporter or ""
        yield Row(Kind.REPORTING, duty.clause, reporter, who=who, name=duty.receiver, days=every)


def _outside(plan: Plan) -> Iterator[Row]:
    for label, _verdict, places in plan.outside:
        yield Row(Kind.OUTSIDE, label, joined(places).quote)


def _costs(plan: Plan) -> Iterator[Row]:
    for place, _cost in plan.costs:
        yield Row(Kind.COST, place.clause, place.quote)
