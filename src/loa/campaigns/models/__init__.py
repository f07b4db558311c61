"""Tables of the campaigns: what a plan asks for, row by row, each with its line in the plan."""

from loa.campaigns.models.campaign import Activity, ActivityChannel, Campaign, CostLine, Topic
from loa.campaigns.models.duty import Assignment, AssignmentRole, Deadline, ReportingDuty
from loa.campaigns.models.progress import Progress, Rating
from loa.campaigns.models.question import OpenQuestion, OutsideClause
from loa.campaigns.models.revision import CampaignRevision

__all__ = [
    "Activity",
    "ActivityChannel",
    "Assignment",
    "AssignmentRole",
    "Campaign",
    "CampaignRevision",
    "CostLine",
    "Deadline",
    "OpenQuestion",
    "OutsideClause",
    "Progress",
    "Rating",
    "ReportingDuty",
    "Topic",
]
