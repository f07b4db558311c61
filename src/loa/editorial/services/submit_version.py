""" "Trình duyệt": all forms are made, stored once, and never made again."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction

from loa.core.actor import Actor
from loa.core.content import ContentStore
from loa.core.language import gettext
from loa.core.language import gettext as _
from loa.core.language import gettext_noop as marked
from loa.core.long_work import Note
from loa.core.services import audit
from loa.editorial.forms.all_forms import STEPS, all_forms
from loa.editorial.forms.content import Made
from loa.editorial.models import MessageVersion, Rendition, VersionState
from loa.editorial.ports import Form, NarrationFailed
from loa.editorial.refusals import CannotSubmit
from loa.editorial.selectors import content_of, decided_words, text_hash
from loa.media.engine import MediaFailed
from loa.typeset.text import UnprintableText
from loa.units.rights import Right

logger = logging.getLogger(__name__)

BEGINNING = {
    Form.SPOKEN_SCRIPT: marked("Viết lời phát thanh"),
    Form.AUDIO: marked("Đọc thành tiếng"),
    Form.PAGE: marked("Soạn trang tin"),
    Form.POSTER: marked("In áp phích"),
    Form.SOCIAL: marked("Soạn bài mạng xã hội"),
    Form.SMS: marked("Soạn tin nhắn"),
    Form.TALKING_POINTS: marked("In tờ cho tuyên truyền viên"),
}
FROZEN = (VersionState.SUBMITTED, VersionState.APPROVED)


def submit_version(*, version: MessageVersion, actor: Actor, at: datetime, note: Note | None = None) -> MessageVersion:
    """Make and freeze every form of a draft, and hand it to the approver; a version submitted before stays as it is.

    Slow (speech and print engines run), so no transaction may be open around it. A kill in the middle leaves a draft
    and perhaps files that nothing names; the next call makes the forms anew.

    :param note: is told `(done, of, words)` before each form is made and before all are stored.
    :raises CannotSubmit: no right, void, returned, without a source, or a form that cannot be made.
    """
    row = _own_version(version, actor)
    if row.state in FROZEN:
        return row
    _refuse_unready(row)
    words = text_hash(row)
    made = _made(row, note)
    if note is not None:
        note(STEPS, STEPS, _("Cất giữ các tệp"))
    return _freeze(row, _stored(made), words=words, actor=actor, at=at)


def _own_version(version: MessageVersion, actor: Actor) -> MessageVersion:
    row = MessageVersion.objects.visible_to(actor).select_related("message__commune").filter(pk=version.pk).first()
    if row is None or not actor.may(Right.WRITE_MESSAGE):
        raise CannotSubmit(
            _("Anh/chị không có quyền trình tin này. Bản nháp được giữ nguyên. Hãy nhờ người vận hành trình.")
        )
    return row


def _refuse_unready(version: MessageVersion) -> None:
    if version.state == VersionState.VOID:
        raise CannotSubmit(
            _("Bản {number} đã có bản mới thay thế. Hãy mở bản mới nhất để trình.").format(number=version.number)
        )
    if version.state == VersionState.RETURNED:
        raise CannotSubmit(
            _("{decided} Bản này được giữ nguyên. Hãy sửa thành bản mới rồi trình lại.").format(
                decided=decided_words(version)
            )
        )
    if not (version.title.strip() and version.summary.strip() and version.paragraphs):
        raise CannotSubmit(
            _("Tin còn thiếu tiêu đề, tóm tắt hoặc nội dung. Bản nháp được giữ nguyên. Hãy viết thêm rồi trình lại.")
        )
    if not version.sources.exists():
        raise CannotSubmit(_("Tin chưa có căn cứ. Bản nháp được giữ nguyên. Hãy ghi ít nhất một nguồn rồi trình lại."))


def _in_words(note: Note | None) -> Callable[[int, int, Form], None] | None:
    if note is None:
        return None
    return lambda done, of, form: note(done, of, gettext(BEGINNING[form]))


def _made(version: MessageVersion, note: Note | None = None) -> list[Made]:
    try:
        return all_forms(content_of(version), _in_words(note))
    except (NarrationFailed, MediaFailed) as error:
        logger.warning("version %s: no audio: %s", version.pk, error)
        raise CannotSubmit(
            _(
                "Không tạo được bản âm thanh. Bản nháp được giữ nguyên. "
                "Hãy trình lại; nếu vẫn lỗi thì báo người phụ trách."
            )
        ) from error
    except UnprintableText as error:
        raise CannotSubmit(_("{reason} Bản nháp được giữ nguyên.").format(reason=error)) from error


def _stored(made: list[Made]) -> list[Rendition]:
    """Put the files into the store before any row names them."""
    store = ContentStore(Path(settings.CONTENT_DIR))
    return [
        Rendition(
            form=one.form.value,
            variant=one.variant,
            media_type=one.media_type,
            suffix=one.suffix,
            sha256=store.put(one.data, suffix=one.suffix),
            size=len(one.data),
            facts=dict(one.facts),
        )
        for one in made
    ]


@transaction.atomic
def _freeze(
    version: MessageVersion, renditions: list[Rendition], *, words: str, actor: Actor, at: datetime
) -> MessageVersion:
    """Rows and state in one step; of two people submitting at once the second finds the first one's files."""
    row = MessageVersion.objects.select_for_update().select_related("message__commune").get(pk=version.pk)
    if row.state in FROZEN:
        return row
    _refuse_unready(row)
    if text_hash(row) != words:
        raise CannotSubmit(_("Nội dung vừa được sửa trong lúc tạo tệp. Bản nháp được giữ nguyên. Hãy trình duyệt lại."))
    for rendition in renditions:
        rendition.version, rendition.frozen_at = row, at
    Rendition.objects.bulk_create(renditions)
    row.state = VersionState.SUBMITTED
    row.save(update_fields=["state"])
    audit.record(
        "editorial.version.submitted",
        target=row,
        by=actor,
        at=at,
        detail={"files": {f"{one.form} {one.variant}".strip(): one.sha256 for one in renditions}},
    )
    return row
