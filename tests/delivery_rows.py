"""An approved message with a file of every form, and outlets to bring it out at."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings

from cast import NOW, Cast
from loa.campaigns.models import Campaign
from loa.channels.models import Outlet
from loa.channels.ports import ChannelKind
from loa.core.content import ContentStore
from loa.delivery.models import Dispatch
from loa.delivery.rules import usual_form
from loa.delivery.services.plan_dispatch import plan_dispatch
from loa.documents.models import Document
from loa.editorial.models import Approval, Message, MessageVersion, Rendition, VersionState
from loa.editorial.ports import Form
from loa.editorial.services.approve_version import approve_version

FILES = {
    Form.SPOKEN_SCRIPT: ("text/plain", ".txt"),
    Form.AUDIO: ("audio/mpeg", ".mp3"),
    Form.PAGE: ("text/html", ".html"),
    Form.POSTER: ("application/pdf", ".pdf"),
    Form.SOCIAL: ("text/plain", ".txt"),
    Form.SMS: ("text/plain", ".txt"),
    Form.TALKING_POINTS: ("application/pdf", ".pdf"),
}


def a_version(cast: Cast, *, key: str = "topic:II.1", code: str = "K7M2") -> MessageVersion:
    """A submitted version of a message, its files frozen in the store."""
    document, _new = Document.objects.get_or_create(
        commune=cast.commune,
        sha256="0" * 64,
        defaults={
            "file_name": "ke-hoach.txt",
            "media_type": "text/plain",
            "size": 1,
            "imported_at": NOW,
            "imported_by": cast.hanh.user,
        },
    )
    campaign, _new = Campaign.objects.get_or_create(
        commune=cast.commune, document=document, defaults={"title": "Kế hoạch tuyên truyền", "created_at": NOW}
    )
    message = Message.objects.create(commune=cast.commune, campaign=campaign, key=key, created_at=NOW)
    version = MessageVersion.objects.create(
        message=message,
        number=1,
        code=code,
        title="Phòng chống cháy rừng mùa hanh khô",
        summary="Không đốt rẫy khi có gió.",
        paragraphs=["Không đốt rẫy khi có gió."],
        author=cast.hanh.user,
        created_at=NOW,
        state=VersionState.SUBMITTED,
    )
    for form, (media_type, suffix) in FILES.items():
        data = f"{form} {code}".encode()
        Rendition.objects.create(
            version=version,
            form=form,
            media_type=media_type,
            suffix=suffix,
            sha256=ContentStore(Path(settings.CONTENT_DIR)).put(data, suffix=suffix),
            size=len(data),
            frozen_at=NOW,
        )
    return version


def an_approval(cast: Cast, **version: str) -> Approval:
    return approve_version(version=a_version(cast, **version), actor=cast.lan.actor, at=NOW)


def an_outlet(cast: Cast, channel: ChannelKind = ChannelKind.LOUDSPEAKER, code: str = "") -> Outlet:
    code = code or channel.value
    defaults = {"channel": channel, "name": "Cụm loa khu Suối Đá", "unit": cast.suoi_da}
    return Outlet.objects.get_or_create(commune=cast.commune, code=code, defaults=defaults)[0]


def a_dispatch(
    cast: Cast,
    approval: Approval,
    channel: ChannelKind = ChannelKind.LOUDSPEAKER,
    *,
    due_at: datetime = NOW,
    lasts: timedelta = timedelta(hours=2),
) -> Dispatch:
    """A planned dispatch of the channel's usual form."""
    return plan_dispatch(
        approval=approval,
        rendition=approval.version.renditions.get(form=usual_form(channel)),
        outlet=an_outlet(cast, channel),
        due_at=due_at,
        expires_at=due_at + lasts,
        actor=cast.dung.actor,
        at=NOW,
    )
