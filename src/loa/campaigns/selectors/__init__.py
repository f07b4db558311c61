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
from loa.campaigns.selectors.plans import plans_of, questions_open

__all__ = [
    "AssignmentLine",
    "BoardCounts",
    "CampaignCounts",
    "activities_to_do",
    "assignment_board",
    "board_counts",
    "campaign_counts",
    "campaign_for",
    "channels_of",
    "due_soon_lines",
    "late_lines",
    "lines_by_unit",
    "plans_of",
    "questions_open",
    "reporting_receiver",
    "telling_units",
    "topic_to_tell_first",
    "topics_to_tell",
]
