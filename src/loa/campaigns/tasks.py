"""The long work of campaigns: an uploaded plan is read and waits for a person's word."""

from __future__ import annotations

from django.db import InterfaceError, OperationalError

from loa.campaigns.selectors import campaign_of
from loa.core import clock
from loa.core.actor import Actor
from loa.core.language import gettext as _
from loa.core.long_work import Note, Outcome
from loa.core.models import LongWork
from loa.core.services.long_work import forget_payload
from loa.documents.models import Document
from loa.documents.reading.ocr.scan import Note as PageNote
from loa.documents.refusals import ClassifiedDocument, UploadGone
from loa.documents.services.import_document import import_document
from loa.documents.services.keep_upload import drop_upload, sha256_of_upload, upload_path
from loa.units.models import Commune
from loa.units.selectors import actor_of_key

KIND = "campaigns.plan"
STEPS = 2


def read_plan_file(work: LongWork, note: Note) -> Outcome:
    """Read the upload of the payload (`{"upload": token}`); again after a kill it is the same.

    The outcome is the document that waits for review, or its campaign where it was confirmed before.

    :raises Refusal: the file is refused, or the person may not import plans any more; the upload is gone then too.
    """
    token = str(work.payload.get("upload", ""))
    actor = actor_of_key(work.actor, work.scope_id)
    try:
        note(1, STEPS, _("Đọc văn bản"))
        document = _document(token, work=work, actor=actor, note=_page_note(note))
        note(2, STEPS, _("Chuẩn bị trang đối chiếu"))
    except (OperationalError, InterfaceError):
        raise  # it is tried again
    except Exception as error:
        drop_upload(token)  # nothing of a file that was not taken in stays
        if isinstance(error, ClassifiedDocument):
            forget_payload(work)
        raise
    drop_upload(token)
    campaign = campaign_of(document)
    return {"document": document.pk} if campaign is None else {"campaign": campaign.pk}


def _page_note(note: Note) -> PageNote:
    """Each page of a scan is a step of its own to who waits, and holds the claim on the work."""

    def tell(page: int, pages: int) -> None:
        note(1, STEPS, _("Nhận dạng chữ: trang {page} trên {pages}").format(page=page, pages=pages))

    return tell


def _document(token: str, *, work: LongWork, actor: Actor, note: PageNote) -> Document:
    """The document of the upload; where a try before this one took it in already, that one."""
    try:
        path = upload_path(token)
    except UploadGone:
        known = Document.objects.visible_to(actor).filter(sha256=sha256_of_upload(token)).first()
        if known is None:
            raise
        return known
    commune = Commune.objects.get(pk=work.scope_id)
    return import_document(path=path, commune=commune, actor=actor, at=clock.now(), note=note)
