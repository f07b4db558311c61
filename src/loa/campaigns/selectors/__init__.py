"""Reading campaigns, their duties and their open questions."""

from loa.campaigns.selectors.board import (
    AssignmentLine,
    BoardCounts,
    assignment_board,
    board_counts,
    due_soon_lines,
    late_lines,
    lines_by_unit,
)
from loa.campaigns.selectors.campaign import (
    CampaignCounts,
    activities_to_do,
    campaign_counts,
    campaign_for,
    channels_of,
    reporting_receiver,
    telling_units,
    topic_to_tell_first,
    topics_to_tell,
)
from loa.campaigns.selectors.plans import campaign_of, plans_of, questions_open
from loa.campaigns.selectors.review import questions_for_review
from loa.campaigns.selectors.revising import Likeness, likely_same_plan, revision_preview

__all__ = [
    "AssignmentLine",
    "BoardCounts",
    "CampaignCounts",
    "Likeness",
    "activities_to_do",
    "assignment_board",
    "board_counts",
    "campaign_counts",
    "campaign_for",
    "campaign_of",
    "channels_of",
    "due_soon_lines",
    "late_lines",
    "likely_same_plan",
    "lines_by_unit",
    "plans_of",
    "questions_for_review",
    "questions_open",
    "reporting_receiver",
    "revision_preview",
    "telling_units",
    "topic_to_tell_first",
    "topics_to_tell",
]
