"""Whose plan it is, as seen from the commune that has it, and what a plan of others gives to the commune. Pure."""

from __future__ import annotations

from loa.campaigns.plan import Plan
from loa.campaigns.plan_naming import issuer_name
from loa.documents.ports import ExtractionResult
from loa.units.levels import Origin, is_elsewhere, origin_of
from loa.units.models import Commune


def issuer_of(result: ExtractionResult) -> str:
    """The issuer in ordinary letters, as the document itself prints it in a sentence where it does."""
    return issuer_name(result.header, "\n".join(line.text for line in result.lines))


def origin_of_plan(result: ExtractionResult, commune: Commune) -> Origin:
    """Whether the commune issued it, a superior, or somebody else; by its letterhead."""
    parent = result.header.parent_issuer or ""
    return origin_of(issuer_of(result), home=commune.name, province=commune.province, parent=parent)


def given_to(commune: Commune, plan: Plan, *, origin: Origin) -> list[str]:
    """The clauses by which a plan of others gives work to the commune, in the order of the plan, each once."""
    rows = (row for _pointer, row in plan.assignments)
    return list(
        dict.fromkeys(row.clause for row in rows if not is_elsewhere(row.unit, home=commune.name, origin=origin))
    )
