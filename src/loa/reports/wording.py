"""How a report says things: numbers, clauses, what a plan is about, in administrative Vietnamese."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from loa.campaigns.models import Campaign
from loa.campaigns.plan_naming import listed

NO_DATA = "chưa có số liệu"


def number_words(value: Decimal | None) -> str:
    """`1.462`, `7,4`; `chưa có số liệu` for None."""
    if value is None:
        return NO_DATA
    rounded = value.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)
    whole, _point, rest = f"{rounded:,}".partition(".")
    rest = rest.rstrip("0")
    return whole.replace(",", ".") + (f",{rest}" if rest else "")


def clauses_words(clauses: Iterable[str]) -> str:
    """`mục II.8, III.3 và V.3`, each once, in the order of the plan."""
    return f"mục {listed(dict.fromkeys(clauses))}"


def plan_subject(campaign: Campaign) -> str:
    """The plan's title as it goes on in a sentence; empty where it is printed in capitals only."""
    title = " ".join(campaign.title.split())
    if not title or title.isupper():
        return ""
    return title[0].lower() + title[1:]
