"""What a revised plan was: its document as it was, for reading alone."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.safestring import SafeString

from loa.campaigns.models import Campaign, CampaignRevision
from loa.campaigns.plan_naming import issuer_name, plan_label
from loa.console.plans.marking import Segment
from loa.console.plans.paper import paper_of, styles_of
from loa.console.plans.unmarked import has_marks
from loa.documents.selectors import reviewed_extraction


@dataclass(frozen=True, slots=True)
class Revised:
    """The newest revision of a campaign: its day, and what the plan before it is called."""

    step: CampaignRevision
    former: str


def revised(campaign: Campaign) -> Revised | None:
    """None for a plan that stands as it was first confirmed; else in two queries."""
    step = campaign.revisions.standing().select_related("former_document__extraction").last()
    if step is None:
        return None
    read = reviewed_extraction(step.former_document)
    text = "\n".join(line.text for line in read.lines)
    return Revised(step, plan_label(read.header, issuer_name(read.header, text)))


def former_paper(step: CampaignRevision) -> SafeString:
    """The document before the revision, line by line, without marks of what was read."""
    read = reviewed_extraction(step.former_document)
    lines = [[Segment(line.text)] for line in read.lines]
    return paper_of(lines, styles=styles_of(read), fields={}, is_plain=not has_marks(read))
