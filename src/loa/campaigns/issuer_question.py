"""What a review asks of a plan that the commune did not issue itself. Pure."""

from __future__ import annotations

from dataclasses import replace

from loa.campaigns.plan import Plan
from loa.campaigns.plan_origin import given_to, issuer_of, origin_of_plan
from loa.campaigns.questions import OTHER_ISSUER, Question
from loa.units.levels import Origin
from loa.units.models import Commune

CLAUSES_NAMED = 8


def issuer_question(plan: Plan, commune: Commune) -> Question | None:
    """Whether a plan of a superior or of somebody else shall be followed here; None where the commune issued it."""
    origin = origin_of_plan(plan.result, commune)
    if origin is Origin.HOME:
        return None
    issuer = issuer_of(plan.result)
    if origin is Origin.SUPERIOR:
        text = (
            f"Đây là kế hoạch của cấp trên ({issuer}). {_given_words(plan, commune)} "
            "Lập đợt tuyên truyền để theo dõi kế hoạch này?"
        )
    else:
        text = f"Văn bản này của {issuer}, không phải của {commune.name}. Vẫn lập đợt tuyên truyền?"
    # The answer is to this issuer; who is corrected to another one is asked about anew.
    place = replace(plan.place_of("/header/issuer", ""), quote=plan.result.header.issuer or "")
    return Question(OTHER_ISSUER, text, place)


def _given_words(plan: Plan, commune: Commune) -> str:
    clauses = given_to(commune, plan, origin=Origin.SUPERIOR)
    if not clauses:
        return f"Chưa thấy mục nào giao việc cho {commune.name}."
    more = len(clauses) - CLAUSES_NAMED
    rest = f" và {more} mục khác" if more > 0 else ""
    return f"Việc giao cho {commune.name} là mục {', '.join(clauses[:CLAUSES_NAMED])}{rest}."
