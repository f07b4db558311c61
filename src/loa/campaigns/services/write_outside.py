"""Keeping word for word what a plan asks for and Loa does not do."""

from __future__ import annotations

from dataclasses import asdict

from loa.campaigns.boundary import Extent
from loa.campaigns.models import Campaign, OutsideClause
from loa.campaigns.plan import Plan, joined


def write_outside(*, campaign: Campaign, plan: Plan) -> dict[str, OutsideClause]:
    """Write a row per clause that is outside as a whole or in part, and return the whole ones by clause.

    A clause under an outside one is part of it and gets no row of its own.
    """
    whole: dict[str, OutsideClause] = {}
    for label, verdict, places in plan.outside:
        is_whole = verdict.extent is Extent.WHOLE
        row = OutsideClause.objects.create(
            campaign=campaign, reason=verdict.reason, offer=verdict.offer, is_whole=is_whole, **asdict(joined(places))
        )
        if is_whole:
            whole[label] = row
    return whole
