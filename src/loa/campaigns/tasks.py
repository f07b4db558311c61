"""The long work of campaigns: an uploaded plan becomes a campaign."""

from __future__ import annotations

from loa.campaigns.services.create_campaign import create_campaign
from loa.core import clock
from loa.core.actor import Actor
from loa.core.language import gettext as _
from loa.core.long_work import Note, Outcome
from loa.core.models import LongWork
from loa.core.refusals import Refusal
from loa.documents.models import Document
from loa.documents.refusals import UploadGone
from loa.documents.services.import_document import import_document
from loa.documents.services.keep_upload import drop_upload, sha256_of_upload, upload_path
from loa.units.models import Commune
from loa.units.selectors import actor_of_key

KIND = "campaigns.plan"
STEPS = 2


def make_campaign(work: LongWork, note: Note) -> Outcome:
    """Read the upload of the payload (`{"upload": token}`) and make its campaign; again after a kill it is the same.

    :raises Refusal: the file is refused, or the person may not import plans any more; the upload is gone then too.
    """
    token = str(work.payload["upload"])
    actor = actor_of_key(work.actor, work.scope_id)
    try:
        note(1, STEPS, _("Đọc văn bản"))
        document = _document(token, work=work, actor=actor)
        note(2, STEPS, _("Lập đợt tuyên truyền"))
        campaign = create_campaign(document=document, actor=actor, at=clock.now())
    except Refusal:
        drop_upload(token)  # a refused file leaves nothing here, least of all one that bears a mark of secrecy
        raise
    drop_upload(token)
    return {"campaign": campaign.pk}


def _document(token: str, *, work: LongWork, actor: Actor) -> Document:
    """The document of the upload; where a try before this one took it in already, that one."""
    try:
        path = upload_path(token)
    except UploadGone:
        known = Document.objects.visible_to(actor).filter(sha256=sha256_of_upload(token)).first()
        if known is None:
            raise
        return known
    commune = Commune.objects.get(pk=work.scope_id)
    return import_document(path=path, commune=commune, actor=actor, at=clock.now())
