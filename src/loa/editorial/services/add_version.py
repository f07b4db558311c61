"""One more version of a message, with a code of its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from loa.editorial.codes import new_code
from loa.editorial.models import Message, MessageVersion


@dataclass(frozen=True, slots=True)
class Words:
    """What a version says. `useful_until` is the last day it is worth telling, or None."""

    title: str
    summary: str
    paragraphs: list[str]
    contact: str
    useful_until: date | None


def add_version(*, message: Message, number: int, words: Words, author_id: int, at: datetime) -> MessageVersion:
    """Write version `number` of `message` as a draft; the caller holds the transaction and the message's lock."""
    return MessageVersion.objects.create(
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


def _free_code() -> str:
    """A code that no version has; the unique column stops the one clash in millions that slips through."""
    while MessageVersion.objects.filter(code=(code := new_code())).exists():
        pass
    return code
