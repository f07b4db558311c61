"""The long work of messages: all forms of a version are made."""

from __future__ import annotations

from loa.core import clock
from loa.core.long_work import Note, Outcome
from loa.core.models import LongWork
from loa.editorial.models import MessageVersion
from loa.editorial.services.submit_version import submit_version
from loa.units.selectors import actor_of_key

KIND = "editorial.version"


def make_renditions(work: LongWork, note: Note) -> Outcome:
    """Make and freeze all forms of the version of the payload (`{"version": pk}`); one submitted before stays as it is.

    :raises Refusal: the version cannot be submitted, or the person may not any more.
    """
    actor = actor_of_key(work.actor, work.scope_id)
    version = MessageVersion.objects.get(pk=work.payload["version"])
    return {"version": submit_version(version=version, actor=actor, at=clock.now(), note=note).pk}
