"""Choosing the language of one's screens."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from loa.core.actor import Actor
from loa.core.language import gettext as _
from loa.core.services import audit
from loa.units.models import Language, User
from loa.units.refusals import UnknownLanguage


@transaction.atomic
def choose_language(*, language: str, actor: Actor, at: datetime) -> User:
    """Let the actor's own screens speak `language` (`vi`, `en`) from the next request on.

    :raises UnknownLanguage: any other.
    """
    if language not in Language.values:
        raise UnknownLanguage(_("Loa có tiếng Việt và tiếng Anh. Chưa có gì thay đổi. Hãy chọn một trong hai."))
    user = User.objects.select_for_update().get(pk=actor.person_id)
    if user.language != language:
        user.language = language
        user.save(update_fields=["language"])
        audit.record("units.person.language-chosen", target=user, by=actor, at=at, detail={"language": language})
    return user
