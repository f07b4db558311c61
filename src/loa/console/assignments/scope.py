"""Which plans a board is of: those under way, those that are over, or one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, QuerySet
from django.http import Http404

from loa.campaigns.models import Assignment, Campaign, Deadline, Progress
from loa.core.actor import Actor
from loa.core.clock import VIETNAM
from loa.core.language import gettext as _
from loa.evidence.models import Evidence

ENDED = "da-ket-thuc"  # the value of `plan` for the list of those that are over
A_YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Scope:
    """The plans with duties that the actor sees, newest first, and those of them that the page is of."""

    under_way: list[Campaign]
    ended: list[Campaign]
    chosen: list[Campaign]
    wanted: str  # `plan` as asked: empty, ENDED, or a primary key

    @property
    def campaign(self) -> Campaign | None:
        """The one plan of the page; None where there are several or none."""
        return self.chosen[0] if len(self.chosen) == 1 else None

    @property
    def plan_count(self) -> int:
        return len(self.chosen)

    @property
    def has_many(self) -> bool:
        """Whether each duty has to say of which plan it is."""
        return len(self.chosen) > 1

    @property
    def lists_ended(self) -> bool:
        """Whether the page lists the plans that are over: their duties, of years, are seen plan by plan."""
        return self.wanted == ENDED

    @property
    def ended_count(self) -> int:
        return len(self.ended)


def scope_of(actor: Actor, *, today: date, wanted: str) -> Scope:
    """The plans of the page, in one query.

    :param wanted: empty for those under way, ENDED for the list of the others, else the primary key of one.
    :raises Http404: no such plan, or not the actor's.
    """
    campaigns = list(_campaigns(actor, today=today))
    under_way = [campaign for campaign in campaigns if _is_under_way(campaign, today=today)]
    ended = [campaign for campaign in campaigns if campaign not in under_way]
    if wanted in ("", ENDED):
        chosen = [] if wanted else under_way
    else:
        chosen = [campaign for campaign in campaigns if str(campaign.pk) == wanted]
        if not chosen:
            raise Http404(_("Không tìm thấy kế hoạch này."))
    return Scope(under_way, ended, chosen, wanted)


def _campaigns(actor: Actor, *, today: date) -> QuerySet[Campaign]:
    """Each with `has_silence`: a duty whose day has passed and of which nobody ever said or showed anything."""
    own = Assignment.objects.visible_to(actor).filter(campaign=OuterRef("pk"), ended_at=None)
    this = OuterRef("pk")
    silent = own.filter(
        Exists(Deadline.objects.filter(assignment=this, due_date__lt=today)),
        ~Exists(Progress.objects.filter(assignment=this)),
        ~Exists(Evidence.objects.filter(assignment=this, is_simulated=False)),
    ).rated()
    rows = Campaign.objects.visible_to(actor).filter(Exists(own)).annotate(has_silence=Exists(silent))
    return rows.order_by("-created_at", "-pk")


def _is_under_way(campaign: Campaign, *, today: date) -> bool:
    """Until its last day; a year longer while a duty of it is silent. Without a last day: for a year."""
    last = campaign.end_date or campaign.created_at.astimezone(VIETNAM).date() + A_YEAR
    return today <= last or (getattr(campaign, "has_silence", False) and today <= last + A_YEAR)
