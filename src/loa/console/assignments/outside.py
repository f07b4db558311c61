"""Clauses that ask a unit for what Loa does not do: named, never made a duty."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from loa.campaigns.models import Campaign, OutsideClause
from loa.documents.models import Extraction

Named = dict[tuple[int, str], list[str]]


@dataclass(frozen=True, slots=True)
class OutsideNote:
    """A clause outside Loa and the units that it names, as the plan prints them."""

    clause: OutsideClause
    units: list[str]


def outside_notes(campaigns: Sequence[Campaign]) -> list[OutsideNote]:
    """The clauses of `campaigns` that are outside as a whole, in the order of each plan, in two queries at most."""
    rows = OutsideClause.objects.filter(campaign__in=campaigns, is_whole=True, ended_at=None).select_related("campaign")
    clauses = list(rows.order_by("-campaign__created_at", "campaign", "line_from", "pk"))
    named = _named_units(clauses)
    return [OutsideNote(row, named.get((row.campaign_id, row.clause), [])) for row in clauses]


def _named_units(clauses: Sequence[OutsideClause]) -> Named:
    """The units of each clause and of those under it, from what was read out of the plan."""
    wanted: dict[int, list[str]] = {}
    for clause in clauses:
        wanted.setdefault(clause.campaign_id, []).append(clause.clause)
    read = Extraction.objects.filter(document__campaign__in=wanted) if wanted else Extraction.objects.none()
    named: Named = {}
    for campaign, rows in read.values_list("document__campaign", "data__assignments"):
        for label in wanted[campaign]:
            units = [row["unit"] for row in rows or () if _is_under(row["clause"], label)]
            named[(campaign, label)] = list(dict.fromkeys(units))
    return named


def _is_under(label: str, above: str) -> bool:
    return label == above or label.startswith(f"{above}.")
