"""Writing who does what until when, and who reports to whom."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime

from loa.campaigns.deadlines import deadlines_of
from loa.campaigns.models import Assignment, AssignmentRole, Campaign, Deadline, ReportingDuty
from loa.campaigns.plan import Plan, day_of
from loa.campaigns.plan_origin import origin_of_plan
from loa.campaigns.questions import Question
from loa.campaigns.unit_questions import told_of, unit_names_of, unit_questions
from loa.core.actor import Actor
from loa.core.services.search import index_row
from loa.units.models.unit import NAME_LETTERS
from loa.units.services.recognise_units import recognise_units


def write_duties(*, campaign: Campaign, plan: Plan, actor: Actor, at: datetime) -> list[Question]:
    """Write assignments, requests, deadlines and reporting duties; nothing of a clause outside Loa becomes one.

    Returns the questions that the units' names raise.
    """
    recognised = recognise_units(
        commune=campaign.commune,
        names=unit_names_of(plan),
        actor=actor,
        at=at,
        told=told_of(plan),
        origin=origin_of_plan(plan.result, campaign.commune),
    )
    for pointer, row in plan.assignments:
        assignment, is_new = Assignment.objects.get_or_create(
            campaign=campaign,
            clause=row.clause,
            unit=recognised.units[row.unit],
            role=AssignmentRole(row.role),
            ended_at=None,
            defaults={"duty": plan.work_of(row.clause, row.unit), **_without_clause(plan, pointer, label=row.clause)},
        )
        if is_new:
            _write_deadlines(assignment, plan)
            index_assignment(assignment)
    _write_reporting(campaign, plan)
    return unit_questions(plan, recognised.likenesses, unit_of=recognised.units)


def index_assignment(assignment: Assignment) -> None:
    """Let the duty be found by its unit and its words."""
    unit, scope_id = assignment.unit, assignment.campaign.commune_id
    title = f"{unit.name}: {assignment.duty}" if assignment.duty else unit.name
    index_row(assignment, scope_id=scope_id, title=title, words=assignment.quote, unit_id=unit.pk)


def _without_clause(plan: Plan, pointer: str, *, label: str) -> dict[str, object]:
    place = asdict(plan.place_of(pointer, label))
    del place["clause"]
    return place


def _write_deadlines(assignment: Assignment, plan: Plan) -> None:
    rules = deadlines_of(plan, assignment.clause)
    Deadline.objects.bulk_create(Deadline(assignment=assignment, **asdict(rule)) for rule in rules)


def _write_reporting(campaign: Campaign, plan: Plan) -> None:
    for pointer, duty in plan.reporting:
        ReportingDuty.objects.create(
            campaign=campaign,
            reporter=(duty.reporter or "")[:NAME_LETTERS],
            receiver=duty.receiver[:NAME_LETTERS],
            every=duty.every or "",
            is_ad_hoc=duty.is_ad_hoc,
            first_due=day_of(duty.first_due),
            **asdict(plan.place_of(pointer, duty.clause)),
        )
