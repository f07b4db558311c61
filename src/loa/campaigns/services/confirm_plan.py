"""A person's word that what was read is right: from here on the plan is work."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from loa.campaigns.models import Campaign
from loa.campaigns.refusals import PlanIsThereAlready
from loa.campaigns.selectors import campaign_of
from loa.campaigns.selectors.revising import likely_same_plan
from loa.campaigns.services.create_campaign import create_campaign
from loa.core.actor import Actor
from loa.core.language import gettext as _
from loa.documents.models import Document
from loa.documents.services.confirm_reading import confirm_reading


@transaction.atomic
def confirm_plan(*, document: Document, actor: Actor, at: datetime, seen: int | None = None) -> Campaign:
    """Make the campaign of what was read of `document` and corrected; asked again it returns the one that is there.

    :param seen: the newest batch of corrections that the person saw (0: none); None for who looked at no page.
    :raises MayNotReview: the actor lacks the right, or the document is another commune's.
    :raises SetAside: the document was set aside. :raises StaleCorrection: somebody corrected it since.
    :raises PlanIsThereAlready: a campaign of the very same text is there, from another file.
    """
    locked = confirm_reading(document=document, actor=actor, at=at, seen=seen)
    campaign = campaign_of(locked)
    if campaign is None:
        _refuse_second(locked, actor)
        campaign = create_campaign(document=locked, actor=actor, at=at)
    return campaign


def _refuse_second(document: Document, actor: Actor) -> None:
    """The same plan in another kind of file is no second campaign."""
    same = next((one.campaign for one in likely_same_plan(document, actor) if one.is_same_text), None)
    if same is not None:
        raise PlanIsThereAlready(
            _(
                "Đã có đợt “{title}” lập từ đúng kế hoạch này, chỉ khác tệp; chưa lập thêm đợt nào. "
                "Hãy mở đợt ấy, hoặc xác nhận tệp này là bản sửa đổi của đợt ấy."
            ).format(title=same.title),
            same.pk,
        )
