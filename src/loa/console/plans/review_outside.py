"""The clauses that are outside Loa, as the review shows them: word for word, with the reason; never work."""

from __future__ import annotations

from dataclasses import dataclass

from loa.campaigns.boundary import Extent
from loa.campaigns.plan import Plan, joined
from loa.console.plans.anchoring import Anchoring, Ref
from loa.console.plans.marking import Kind


@dataclass(frozen=True, slots=True)
class OutsidePart:
    """What of a clause is outside; `is_whole` is False where the rest of it is work."""

    id: str
    clause: str
    quote: str
    reason: str
    offer: str
    is_whole: bool
    refs: tuple[Ref, ...]


def outside_parts(plan: Plan, anchoring: Anchoring) -> list[OutsidePart]:
    """In the order of the plan; a clause under an outside one is part of it."""
    found: list[OutsidePart] = []
    for label, verdict, places in plan.outside:
        is_whole, part_id = verdict.extent is Extent.WHOLE, f"ngoai-{len(found) + 1}"
        refs = tuple(
            anchoring.ref(place.quote, (place.line_from, place.line_to), field_id=part_id, kind=Kind.OUT)
            for place in places
        )
        quote = joined(places).quote
        found.append(OutsidePart(part_id, label, quote, verdict.reason, verdict.offer, is_whole, refs))
    return found
