"""Reading one campaign: what it holds, whom it reaches, to whom it reports."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass

from django.db.models import QuerySet

from loa.campaigns.models import Activity, ActivityChannel, AssignmentRole, Campaign, Topic
from loa.campaigns.refusals import CampaignNotFound
from loa.channels.ports import ChannelKind
from loa.core.actor import Actor
from loa.core.language import gettext as _
from loa.units.models import Unit
from loa.vietnamese.folding import fold


@dataclass(frozen=True, slots=True)
class CampaignCounts:
    """Rows of a campaign. `outside` counts whole clauses; `assignments` are lead and support, requests stand apart."""

    topics: int
    activities: int
    outside: int
    requests: int
    assignments: int
    open_questions: int

    def as_dict(self) -> dict[str, int]:
        """The counts by name, for the audit trail and for JSON."""
        return asdict(self)


def campaign_counts(campaign: Campaign) -> CampaignCounts:
    """What the campaign holds, by its plan as it stands."""
    duties = campaign.assignments.filter(ended_at=None)
    return CampaignCounts(
        topics=campaign.topics.filter(ended_at=None).count(),
        activities=campaign.activities.filter(ended_at=None).count(),
        outside=campaign.outside_clauses.filter(is_whole=True, ended_at=None).count(),
        requests=duties.filter(role=AssignmentRole.REQUEST).count(),
        assignments=duties.exclude(role=AssignmentRole.REQUEST).count(),
        open_questions=campaign.open_questions.filter(ended_at=None).count(),
    )


def campaign_for(actor: Actor, campaign_id: int) -> Campaign:
    """The campaign, if the actor may see it.

    :raises CampaignNotFound: the same for absent and forbidden.
    """
    campaign = Campaign.objects.visible_to(actor).filter(pk=campaign_id).first()
    if campaign is None:
        raise CampaignNotFound(_("Không tìm thấy đợt tuyên truyền này. Hãy mở lại từ danh sách."))
    return campaign


def topics_to_tell(campaign: Campaign) -> QuerySet[Topic]:
    """The topics that are work, in the order of the plan."""
    return campaign.topics.filter(outside=None, ended_at=None).exclude(text="")


def activities_to_do(campaign: Campaign) -> QuerySet[Activity]:
    """The activities that are work for Loa, in the order of the plan."""
    return campaign.activities.filter(outside=None, ended_at=None)


def channels_of(*campaigns: Campaign) -> tuple[ChannelKind, ...]:
    """The channels of all activities that are work, each once, in the order of Nghị định 49/2024/NĐ-CP, Điều 3."""
    rows = ActivityChannel.objects.filter(
        activity__campaign__in=campaigns, activity__outside=None, activity__ended_at=None
    )
    used = set(rows.values_list("channel", flat=True))
    return tuple(kind for kind in ChannelKind if kind.value in used)


def telling_units(campaign: Campaign) -> list[Unit]:
    """The units that lead the activities, each once, in the order of the plan."""
    clauses = activities_to_do(campaign).values_list("clause", flat=True)
    leads = list(campaign.assignments.filter(role=AssignmentRole.LEAD, ended_at=None).select_related("unit"))
    named = [row.unit for clause in clauses for row in leads if f"{row.clause}.".startswith(f"{clause}.")]
    return list({unit.pk: unit for unit in named}.values())


# Offices above a commune; a report goes up to the highest one the plan names.
_UPPER = re.compile(r"(?:so|bo|cuc|tong cuc)\b.*|.*\b(?:tinh|thanh pho|trung uong|chinh phu)\b.*")


def reporting_receiver(campaign: Campaign) -> str:
    """To whom the campaign's reports go in the end: an office above the commune, else the last receiver named.

    Empty where the plan names none.
    """
    receivers = [duty.receiver for duty in campaign.reporting_duties.filter(ended_at=None).order_by("pk")]
    upper = [receiver for receiver in receivers if _UPPER.fullmatch(fold(receiver))]
    return (upper or receivers[-1:] or [""])[0]


# What a resident can do with it counts; what offices do among themselves counts against it.
_USEFUL = re.compile(
    r"\b(?:huong dan|dang ky|dich vu cong|thu tuc|ho so|phong tranh|phong ngua|canh bao|lua dao|thoi han|nop|ho tro"
    r"|tro cap|tiem chung|kham|dinh danh|vneid|nguoi dan|ho dan|ho gia dinh|an toan|suc khoe|quyen loi|che do|mien giam"
    r"|tiep can|su dung|dich benh|thien tai|giao thong|ve sinh|moi truong)\b"
)
_INTERNAL = re.compile(
    r"\b(?:kiem tra|don doc|so ket|tong ket|tien do|quan triet|cong tac chi dao|nguoi dung dau|dien hinh|khen thuong"
    r"|y nghia|tam quan trong|quan diem|muc tieu|ket qua noi bat|bai hoc|noi bo|dang vien|lanh dao)\b"
)


def topic_to_tell_first(campaign: Campaign) -> Topic | None:
    """The topic most useful to residents: what they can do, get or avoid before what offices do. None without topics.

    The first of the plan wins a tie, so the answer is always the same.
    """
    return max(topics_to_tell(campaign).order_by("line_from", "pk"), key=_usefulness, default=None)


def _usefulness(topic: Topic) -> int:
    words = fold(topic.text)
    return len(set(_USEFUL.findall(words))) - 2 * len(set(_INTERNAL.findall(words)))
