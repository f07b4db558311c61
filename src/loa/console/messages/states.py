"""How the state of a version looks: shape, word, colour."""

from __future__ import annotations

from django.utils.safestring import SafeString

from loa.console.templatetags.loa import rag
from loa.core.language import gettext
from loa.editorial.models import VersionState

MARK_OF = {VersionState.APPROVED: "g", VersionState.SUBMITTED: "y", VersionState.RETURNED: "r"}


def state_mark(state: str) -> SafeString:
    """A hollow ring while it is written or once it is void, else the mark of how it stands with the leader."""
    known = VersionState(state)
    return rag(MARK_OF.get(known, "n"), gettext(str(known.label)))
