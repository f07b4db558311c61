"""What may be searched: each kind of row with the right that shows it, its label and its page."""

from __future__ import annotations

from dataclasses import dataclass

from loa.core.actor import Actor
from loa.core.language import gettext_noop as marked
from loa.units.rights import Right


@dataclass(frozen=True, slots=True)
class SearchKind:
    """A model by its label (`app.model`), and the URL name of the page of one of its rows."""

    model: str
    label: str
    right: Right
    url_name: str


KINDS = (
    SearchKind("editorial.message", marked("Tin bài"), Right.SEE_MESSAGES, "message"),
    SearchKind("campaigns.campaign", marked("Kế hoạch"), Right.SEE_PLANS, "plan"),
    SearchKind("campaigns.assignment", marked("Phân công"), Right.SEE_ASSIGNMENTS, "assignment"),
    SearchKind("reports.periodreport", marked("Báo cáo"), Right.SEE_REPORTS, "report"),
    SearchKind("channels.outlet", marked("Điểm phát"), Right.SEE_OUTLETS, "outlet"),
    SearchKind("units.unit", marked("Đơn vị"), Right.SEE_UNITS, "unit"),
    # A person is found by the first role held here; the page is the person's.
    SearchKind("units.membership", marked("Người dùng"), Right.MANAGE_PEOPLE, "person"),
)


def kinds_for(actor: Actor) -> dict[str, SearchKind]:
    """What `actor` may search, by the model's label."""
    return {kind.model: kind for kind in KINDS if actor.may(kind.right)}
