"""What is read beyond the fields of the layout: audiences, costs, task tables, units under all their names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loa.documents.ports import Line

from .anchors import Anchors
from .assignment_rows import FoundAssignment
from .audiences import FoundAudience, audiences_of
from .body import Body
from .campaign import CampaignParts
from .costs import FoundCost, costs_of
from .found import Found
from .reporting import FoundReporting, Place
from .tables import tables_of
from .tasks import ROW as TASK_ROW
from .tasks import FoundTask, tasks_of
from .unit_groups import NAMED, Mention, UnitGroup, defined_names, unit_groups_of
from .units import names_in


@dataclass(frozen=True, slots=True)
class Parts:
    """What the other rules have read already."""

    body: Body
    campaign: CampaignParts
    assignments: Sequence[FoundAssignment]
    reporting: Sequence[FoundReporting]
    issuer: Found[str] | None
    title: str | None
    year: int | None


@dataclass(frozen=True, slots=True)
class Beyond:
    """All as found."""

    audiences: Sequence[FoundAudience]
    costs: Sequence[FoundCost]
    tasks: Sequence[FoundTask]
    units: Sequence[UnitGroup]


def beyond_of(parts: Parts, lines: Sequence[Line]) -> Beyond:
    """Read them; `lines` are those of the body and of what follows it."""
    passages = list(parts.body.passages())
    tables = tables_of(lines)
    tasks = tasks_of(tables, year=parts.year)
    mentions = [*_issuer(parts), *_duties(parts), *_reports(parts), *_tasks(tasks)]
    return Beyond(
        audiences=audiences_of(passages, title=parts.title),
        costs=costs_of(passages, tables, budget=parts.campaign.budget),
        tasks=tasks,
        units=unit_groups_of(
            mentions,
            issuer=parts.issuer.value if parts.issuer else None,
            defined=defined_names(parts.body.paragraphs),
        ),
    )


def anchor_beyond(anchors: Anchors, beyond: Beyond, *, reporting: Sequence[FoundReporting]) -> None:
    """Give each row the place it was read from; a unit has all of its places, a report that of its receiver too."""
    for index, report in enumerate(reporting):
        if place := report.named:
            anchors.add_letters(
                f"/reporting/{index}", place.paragraph, start=place.start, end=place.end, rule=report.rule
            )
    for index, audience in enumerate(beyond.audiences):
        anchors.add_letters(
            f"/audiences/{index}", audience.paragraph, start=audience.start, end=audience.end, rule=audience.rule
        )
    for index, cost in enumerate(beyond.costs):
        anchors.add(f"/costs/{index}", cost.line_from, line_to=cost.line_to, words=cost.row.text, rule=cost.rule)
    for index, task in enumerate(beyond.tasks):
        anchors.add(f"/tasks/{index}", task.line_from, line_to=task.line_to, rule=TASK_ROW)
    for index, unit in enumerate(beyond.units):
        for mention in dict.fromkeys(unit.places):
            anchors.add(f"/units/{index}", mention.line_from, line_to=mention.line_to, words=mention.name, rule=NAMED)


def _issuer(parts: Parts) -> Iterator[Mention]:
    if parts.issuer is not None:
        yield Mention(parts.issuer.value, parts.issuer.line_from, parts.issuer.line_to)


def _duties(parts: Parts) -> Iterator[Mention]:
    for found in parts.assignments:
        if not found.is_vague:
            yield Mention(found.row.unit, *found.paragraph.lines_of(found.start, found.end))


def _reports(parts: Parts) -> Iterator[Mention]:
    for found in parts.reporting:
        duty = found.duty
        reporter = duty.reporter or ""
        named = (
            [name.text for name in names_in(reporter, 0, end=len(reporter)) if not name.is_vague] if reporter else []
        )
        for name in (*named, duty.receiver, duty.through):
            for place in (Place(found.paragraph, found.start, found.end), found.named):
                at = place.paragraph.text.find(name, place.start, place.end) if name and place else -1
                if name and place and at >= 0:
                    yield Mention(name, *place.paragraph.lines_of(at, at + len(name)))


def _tasks(tasks: Sequence[FoundTask]) -> Iterator[Mention]:
    for task in tasks:
        for name in (*task.row.lead, *task.row.support):
            yield Mention(name, task.line_from, task.line_to)
