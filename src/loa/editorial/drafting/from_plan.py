"""Gathers what a plan says about one topic: its words, period, channels, offices, and the lines they stand on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from loa.campaigns.models import Activity, Assignment, AssignmentRole, Campaign, Topic
from loa.campaigns.models.quoted import QuotedRow
from loa.channels.ports import ChannelKind
from loa.documents.extraction.serial import from_json
from loa.documents.ports import Citation, ExtractionResult
from loa.editorial.drafting.cited import cited_label, document_word, issuer_name, plan_label
from loa.editorial.drafting.compose import TopicFacts
from loa.units.models import Unit, UnitKind
from loa.vietnamese.folding import fold

_KINDS = ("đặc khu", "phường", "thị trấn", "xã")


@dataclass(frozen=True, slots=True)
class PlanSource:
    """One source of a draft: lines of the plan (`row`), or a document that the plan cites."""

    label: str
    row: QuotedRow | None = None


def read_plan(campaign: Campaign) -> ExtractionResult:
    """What was read out of the campaign's plan."""
    extraction = campaign.document.extraction
    return from_json(extraction.data, extraction.text)


def topic_facts(topic: Topic, plan: ExtractionResult) -> TopicFacts:
    """What the draft may say. A topic that is outside Loa has no words for residents."""
    campaign = topic.campaign
    commune = campaign.commune.name
    activities = telling_activities(campaign)
    doers = _doers(campaign, activities)
    return TopicFacts(
        commune=commune,
        is_own_plan=fold(commune) in fold(plan.header.issuer or commune),
        plan_word=document_word(plan.header),
        topic="" if topic.outside_id else topic.text,
        start=campaign.start_date,
        end=campaign.end_date,
        channels=_channels(activities),
        doers=tuple(unit.name for unit in doers),
        contact=_full_name(doers[0], commune) if doers else f"Ủy ban nhân dân {commune}",
    )


def telling_activities(campaign: Campaign) -> list[Activity]:
    """The activities that are work for Loa, in the order of the plan."""
    return list(campaign.activities.filter(outside=None).prefetch_related("channels"))


def plan_sources(topic: Topic, plan: ExtractionResult) -> list[PlanSource]:
    """The topic's own lines, the lines on period, channels and offices, then the documents it rests on."""
    text = " ".join(line.text.strip() for line in plan.lines)
    label = plan_label(plan.header, issuer_name(plan.header, topic.campaign.commune.name, text))
    rows: list[QuotedRow] = [topic, *telling_activities(topic.campaign)]
    cited = (cited_label(citation, text) for citation in _cited(topic, plan))
    return [*(PlanSource(label, row) for row in rows), *(PlanSource(words) for words in cited)]


def _channels(activities: Iterable[Activity]) -> tuple[ChannelKind, ...]:
    named = {row.channel for activity in activities for row in activity.channels.all()}
    return tuple(kind for kind in ChannelKind if kind.value in named)


def _doers(campaign: Campaign, activities: list[Activity]) -> list[Unit]:
    """The leading units of the activities, each once, in the order of the plan."""
    clauses = [activity.clause for activity in activities]
    leads = Assignment.objects.filter(campaign=campaign, role=AssignmentRole.LEAD).select_related("unit")
    named = [row.unit for clause in clauses for row in leads if _is_within(row.clause, clause)]
    return list({unit.pk: unit for unit in named}.values())


def _is_within(clause: str, parent: str) -> bool:
    return clause == parent or clause.startswith(f"{parent}.")


def _full_name(unit: Unit, commune: str) -> str:
    """ "Công an xã" and "Phòng Văn hóa - Xã hội" with the commune they belong to; other bodies as printed."""
    if unit.kind not in (UnitKind.OFFICE, UnitKind.POST) or fold(commune) in fold(unit.name):
        return unit.name
    for kind in _KINDS:
        if unit.name.lower().endswith(f" {kind}"):
            return f"{unit.name[: -len(kind)]}{commune}"
    return f"{unit.name} {commune}"


def _cited(topic: Topic, plan: ExtractionResult) -> Iterator[Citation]:
    """Citations that stand in the topic, in the preamble, or that the topic names for short ("Kế hoạch số 02")."""
    first_clause = min((clause.line_from for clause in plan.clauses), default=0)
    short_numbers = set(re.findall(r"số (\d+)\b(?![-/\d])", topic.text))
    for number, citation in enumerate(plan.citations):
        lines = [anchor.line_from for anchor in plan.anchors.get(f"/citations/{number}", ())]
        in_topic = any(topic.line_from <= line <= topic.line_to for line in lines)
        in_preamble = any(line < first_clause for line in lines)
        is_short = re.split(r"[-/]", citation.symbol)[0] in short_numbers
        if in_topic or in_preamble or is_short:
            yield citation
