"""The lists of dispatches, and one with all its proofs."""

from __future__ import annotations

from django.db.models import Prefetch, QuerySet

from loa.campaigns.models import Campaign
from loa.core.actor import Actor
from loa.core.language import gettext as _
from loa.delivery.models import DeliveryAttempt, DeliveryReceipt, Dispatch, DispatchState
from loa.delivery.refusals import DispatchNotFound
from loa.delivery.rules import SELF_ANSWERING
from loa.editorial.models import Rendition
from loa.units.models import Commune

SHOWN = ("outlet__unit", "rendition__version__message__campaign")


def dispatches_list(actor: Actor) -> QuerySet[Dispatch]:
    """The orders that `actor` may see, the latest due first; all a list shows comes in one query."""
    return Dispatch.objects.visible_to(actor).select_related(*SHOWN).order_by("-due_at", "-pk")


def telling(rows: QuerySet[Dispatch], renditions: QuerySet[Rendition]) -> QuerySet[Dispatch]:
    """The orders among `rows` that bring out one of `renditions`.

    Asked for as a subquery: with a join, a database without statistics reads every order of the commune first.
    """
    return rows.filter(rendition__in=renditions.order_by().values("pk"))


def dispatch_for(actor: Actor, dispatch_id: int) -> Dispatch:
    """One order that `actor` may see, with its attempts and receipts, each in the order they came.

    :raises DispatchNotFound: absent, or another unit's or commune's; the answer is the same.
    """
    rows = dispatches_list(actor).select_related("approval__approver").filter(pk=dispatch_id)
    attempts = Prefetch("attempts", DeliveryAttempt.objects.order_by("number"))
    receipts = Prefetch("receipts", DeliveryReceipt.objects.order_by("received_at", "pk"))
    dispatch = rows.prefetch_related(attempts, receipts).first()
    if dispatch is None:
        raise DispatchNotFound(_("Không tìm thấy lệnh phát này. Hãy mở lại từ danh sách lệnh phát."))
    return dispatch


def dispatches_of(campaign: Campaign, actor: Actor) -> QuerySet[Dispatch]:
    """The orders of a campaign that `actor` may see, in the order they were planned."""
    return (
        Dispatch.objects.visible_to(actor)
        .filter(rendition__version__message__campaign=campaign)
        .select_related("outlet", "rendition__version")
    )


def work_orders_open(commune: Commune, actor: Actor) -> QuerySet[Dispatch]:
    """The orders handed to a person that still lack their proof, late ones included."""
    return (
        Dispatch.objects.visible_to(actor)
        .filter(outlet__commune=commune, state__in=(DispatchState.SENT, DispatchState.UNKNOWN))
        .exclude(outlet__channel__in=SELF_ANSWERING)
        .select_related("outlet", "rendition__version")
    )
