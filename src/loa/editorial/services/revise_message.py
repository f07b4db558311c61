"""Any change is a new version; the one before it, and its approval, no longer hold."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from loa.core.actor import Actor
from loa.core.language import gettext as _
from loa.core.services import audit
from loa.editorial.models import Message, MessageVersion, Source, VersionState
from loa.editorial.refusals import CannotRevise
from loa.editorial.services.add_version import add_version
from loa.editorial.words import Words, plain_words, tidy_words
from loa.units.rights import Right

CHANGEABLE = frozenset({"title", "summary", "paragraphs", "contact", "useful_until"})
SOURCE_FIELDS = ("label", "document_id", "clause", "quote", "line_from", "line_to")


@transaction.atomic
def revise_message(
    *, version: MessageVersion, changes: Mapping[str, Any], actor: Actor, at: datetime
) -> MessageVersion:
    """Write `changes` as a new draft with a code of its own, and make the older version void.

    The same change asked for again (after a kill, say) gives the version it already led to. A returned version may be
    taken up as it is: what it lacks may be a source, which only a draft takes.

    :param changes: new values of `title`, `summary`, `paragraphs` (strings), `contact`, `useful_until` (date or None).
    :raises CannotRevise: no right, another commune's, nothing changes, or a newer version says something else.
    :raises UnusableWords: no title, or a part that is too long.
    """
    message = _own_message(version, changes, actor=actor)
    older = message.versions.get(pk=version.pk)
    words = tidy_words(_words(older, changes))
    newest = message.versions.order_by("-number").first() or older
    if newest.pk != older.pk:
        return _same_or_refused(newest, words, actor=actor)
    if words == plain_words(_words(older, {})) and older.state != VersionState.RETURNED:
        raise CannotRevise(_("Chưa có chỗ nào thay đổi. Bản hiện tại được giữ nguyên."))
    newer = add_version(message=message, number=older.number + 1, words=words, author_id=actor.person_id, at=at)
    _copy_sources(older, newer)
    MessageVersion.objects.filter(pk=older.pk).update(state=VersionState.VOID)
    detail = {"from": older.number, "code": newer.code, "changed": sorted(changes)}
    audit.record("editorial.version.revised", target=newer, by=actor, at=at, detail=detail)
    return newer


def _own_message(version: MessageVersion, changes: Mapping[str, Any], *, actor: Actor) -> Message:
    message = Message.objects.visible_to(actor).select_for_update().filter(pk=version.message_id).first()
    if message is None or actor.user_id is None or not actor.may(Right.WRITE_MESSAGE):
        raise CannotRevise(
            _("Anh/chị không có quyền sửa tin này. Bản hiện tại được giữ nguyên. Hãy nhờ người vận hành.")
        )
    unknown = set(changes) - CHANGEABLE
    if unknown:
        raise TypeError(f"not a field of a version: {sorted(unknown)}")
    return message


def _words(version: MessageVersion, changes: Mapping[str, Any]) -> Words:
    return Words(**{name: changes.get(name, getattr(version, name)) for name in sorted(CHANGEABLE)})


def _same_or_refused(newest: MessageVersion, words: Words, *, actor: Actor) -> MessageVersion:
    if newest.author_id == actor.user_id and plain_words(_words(newest, {})) == words:
        return newest
    raise CannotRevise(
        _("Tin đã có bản {number} mới hơn. Thay đổi này chưa được ghi. Hãy mở bản {number} rồi sửa tiếp.").format(
            number=newest.number
        )
    )


def _copy_sources(older: MessageVersion, newer: MessageVersion) -> None:
    Source.objects.bulk_create(
        Source(version=newer, **{name: getattr(source, name) for name in SOURCE_FIELDS})
        for source in older.sources.order_by("pk")
    )
