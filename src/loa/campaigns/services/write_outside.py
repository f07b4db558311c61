"""Keeping word for word what a plan asks for and Loa does not do."""

from __future__ import annotations

from dataclasses import asdict

from loa.campaigns.boundary import Extent
from loa.campaigns.models import Campaign, OutsideClause
from loa.campaigns.plan import CUT, Place, Plan


def write_outside(*, campaign: Campaign, plan: Plan) -> dict[str, OutsideClause]:
    """Write a row per clause that is outside as a whole or in part, and return the whole ones by clause.

    A clause under an outside one is part of it and gets no row of its own.
    """
    whole: dict[str, OutsideClause] = {}
    for label, verdict in plan.verdicts.items():
        above = plan.clauses[label].parent
        if verdict.extent is Extent.NONE or (above and plan.outside_clause(above)):
            continue
        is_whole = verdict.extent is Extent.WHOLE
        place = plan.place_of_clause(label) if is_whole else _parts(plan, label)
        row = OutsideClause.objects.create(
            campaign=campaign, reason=verdict.reason, offer=verdict.offer, is_whole=is_whole, **asdict(place)
        )
        if is_whole:
            whole[label] = row
    return whole


def _parts(plan: Plan, label: str) -> Place:
    """The outside words of a mixed clause, from the first line of the first to the last line of the last."""
    places = [plan.place_of_part(label, part) for part in plan.verdicts[label].parts]
    return Place(
        clause=label,
        quote=f" {CUT} ".join(place.quote for place in places),
        line_from=min(place.line_from for place in places),
        line_to=max(place.line_to for place in places),
    )
