"""The lists of the desk: newest versions, what waits for the leader, what came back."""

from __future__ import annotations

from django.db.models import BooleanField, Case, Exists, OuterRef, QuerySet, Subquery, Value, When

from loa.core.actor import Actor
from loa.core.language import gettext as _
from loa.editorial.models import Message, MessageVersion, Rendition, VersionState
from loa.editorial.refusals import VersionNotFound

SHOWN = ("message__campaign", "message__topic", "author", "approval__approver", "returned__returned_by")


def messages_of(actor: Actor) -> QuerySet[MessageVersion]:
    """The newest version of each message that `actor` may see, newest first; all a list shows comes in one query."""
    newer = MessageVersion.objects.filter(message=OuterRef("message"), number__gt=OuterRef("number"))
    newest = MessageVersion.objects.visible_to(actor).filter(~Exists(newer))
    return newest.select_related(*SHOWN).order_by("-created_at", "-pk")


def waiting_for_approval(actor: Actor) -> QuerySet[MessageVersion]:
    """The submitted versions, the one that waits longest first; each has `submitted_at`, when its files were frozen."""
    frozen = Rendition.objects.filter(version=OuterRef("pk")).order_by("frozen_at").values("frozen_at")[:1]
    submitted = MessageVersion.objects.visible_to(actor).filter(state=VersionState.SUBMITTED)
    return submitted.select_related(*SHOWN).annotate(submitted_at=Subquery(frozen)).order_by("submitted_at", "pk")


def returned_to(actor: Actor) -> QuerySet[MessageVersion]:
    """The returned versions that nobody revised yet: those that `actor` wrote (`is_own`), then the last returned."""
    is_own = Case(When(author_id=actor.user_id, then=Value(True)), default=Value(False), output_field=BooleanField())
    returned = MessageVersion.objects.visible_to(actor).filter(state=VersionState.RETURNED)
    return returned.select_related(*SHOWN).annotate(is_own=is_own).order_by("-is_own", "-returned__returned_at", "-pk")


def versions_of(message: Message) -> QuerySet[MessageVersion]:
    """All versions of a message, newest first. The caller found the message through its own door."""
    return MessageVersion.objects.filter(message=message).select_related(*SHOWN).order_by("-number")


def version_for(actor: Actor, version_id: int) -> MessageVersion:
    """One version that `actor` may see, with what its page shows.

    :raises VersionNotFound: absent or another commune's; the answer is the same.
    """
    rows = MessageVersion.objects.visible_to(actor).select_related(*SHOWN, "message__commune")
    version = rows.filter(pk=version_id).first()
    if version is None:
        raise VersionNotFound(_("Không tìm thấy tin bài này. Hãy mở lại từ danh sách tin bài."))
    return version
