"""What a draft may say, and where it is from: the topic's own lines and the documents it rests on."""

from __future__ import annotations

from dataclasses import dataclass

from loa.campaigns.models import Topic
from loa.campaigns.models.quoted import QuotedRow
from loa.campaigns.plan_naming import cited_label, document_word, is_issued_by, issuer_name, plan_label
from loa.campaigns.selectors import activities_to_do, channels_of, telling_units
from loa.documents.ports import ExtractionResult
from loa.editorial.drafting.cited import citations_for
from loa.editorial.drafting.compose import TopicFacts
from loa.editorial.drafting.contact import full_name
from loa.units.models import Unit, UnitKind
from loa.units.naming import committee_of


@dataclass(frozen=True, slots=True)
class PlanSource:
    """One source of a draft: lines of the plan (`row`), or a document that the plan cites."""

    label: str
    row: QuotedRow | None = None


def topic_facts(topic: Topic, plan: ExtractionResult) -> TopicFacts:
    """What the draft may say. A topic that is outside Loa has no words for residents."""
    campaign = topic.campaign
    commune = campaign.commune.name
    units = telling_units(campaign)
    return TopicFacts(
        commune=commune,
        is_own_plan=is_issued_by(commune, plan.header),
        plan_word=document_word(plan.header),
        topic="" if topic.outside_id else topic.text,
        start=campaign.start_date,
        end=campaign.end_date,
        channels=channels_of(campaign),
        doers=tuple(unit.name for unit in units),
        contact=_contact(units[0], commune) if units else committee_of(commune),
    )


def _contact(unit: Unit, commune: str) -> str:
    """An office of the commune in full; bodies beside it as the plan prints them."""
    return full_name(unit.name, commune) if unit.kind in (UnitKind.OFFICE, UnitKind.POST) else unit.name


def plan_sources(topic: Topic, plan: ExtractionResult) -> list[PlanSource]:
    """The topic's own lines, the lines on period, channels and offices, then the documents it rests on."""
    text = " ".join(line.text.strip() for line in plan.lines)
    label = plan_label(plan.header, issuer_name(plan.header, text))
    rows: list[QuotedRow] = [topic, *activities_to_do(topic.campaign)]
    cited = citations_for(plan, text=topic.text, lines=range(topic.line_from, topic.line_to + 1))
    return [*(PlanSource(label, row) for row in rows), *(PlanSource(cited_label(one, text)) for one in cited)]
