"""One more version of a message, with a code of its own."""

from __future__ import annotations

from datetime import datetime

from loa.core.services.search import index_row
from loa.editorial.codes import new_code
from loa.editorial.models import Message, MessageVersion
from loa.editorial.words import Words


def add_version(*, message: Message, number: int, words: Words, author_id: int, at: datetime) -> MessageVersion:
    """Write version `number` of `message` as a draft; the caller holds the transaction and the message's lock."""
    version = MessageVersion.objects.create(
        message=message,
        number=number,
        code=_free_code(),
        title=words.title,
        summary=words.summary,
        paragraphs=words.paragraphs,
        contact=words.contact,
        useful_until=words.useful_until,
        author_id=author_id,
        created_at=at,
    )
    text = "\n".join([version.code, words.summary, *words.paragraphs, words.contact])
    index_row(message, scope_id=message.commune_id, title=words.title, words=text)
    return version


def _free_code() -> str:
    """A code that no version has; the unique column stops the one clash in millions that slips through."""
    while MessageVersion.objects.filter(code=(code := new_code())).exists():
        pass
    return code
