"""Writing what a plan wants told, by which channels, and from what money."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict

from loa.campaigns.models import Activity, ActivityChannel, Campaign, CostLine, OutsideClause, Topic
from loa.campaigns.plan import Plan
from loa.channels.ports import ChannelKind


def write_content(*, campaign: Campaign, plan: Plan, outside: Mapping[str, OutsideClause]) -> None:
    """Write topics, activities with their channels and period, and cost lines.

    Outside rows keep their words and point to `outside`; a mixed one keeps only the words that are work.
    """
    for label in plan.topics:
        row = outside.get(plan.outside_clause(label) or "")
        text = plan.clauses[label].text if row else plan.duty_of(label)
        Topic.objects.create(
            campaign=campaign,
            text=text,
            audience=plan.audience_of(label),
            outside=row,
            **asdict(plan.place_of_clause(label)),
        )
    _write_activities(campaign, plan, outside=outside)
    for place, cost in plan.costs:
        CostLine.objects.create(campaign=campaign, amount=cost.amount, source=cost.source or "", **asdict(place))


def _write_activities(campaign: Campaign, plan: Plan, *, outside: Mapping[str, OutsideClause]) -> None:
    for item in plan.activities:
        start, end = plan.span_near(item.clause)
        activity = Activity.objects.create(
            campaign=campaign,
            title=plan.cut(item.clause, item.title),
            audience=plan.audience_of(item.clause),
            start_date=start,
            end_date=end,
            outside=outside.get(plan.outside_clause(item.clause) or ""),
            **asdict(plan.place_of_clause(item.clause)),
        )
        known = [ChannelKind(channel) for channel in dict.fromkeys(item.channels)]
        ActivityChannel.objects.bulk_create(ActivityChannel(activity=activity, channel=kind.value) for kind in known)
