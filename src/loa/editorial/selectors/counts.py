"""How long the short text forms are: what their files were counted at, or what a draft would come to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from loa.core.language import gettext
from loa.core.language import gettext_noop as marked
from loa.editorial.forms.sms import WITH_MARKS, WITHOUT_MARKS, sms
from loa.editorial.forms.social import LIMIT, social
from loa.editorial.models import MessageVersion
from loa.editorial.ports import Form
from loa.editorial.selectors.binding import content_of

VARIANTS = {WITH_MARKS: marked("Có dấu"), WITHOUT_MARKS: marked("Không dấu")}


@dataclass(frozen=True, slots=True)
class TextCount:
    """One text form. `segments` are the parts that a network bills (`encoding` GSM-7 or UCS-2), 0 where none does.

    `limit` is the most characters that the form may have, or None.
    """

    variant: str
    label: str
    characters: int
    encoding: str = ""
    segments: int = 0
    limit: int | None = None


def sms_counts(version: MessageVersion) -> list[TextCount]:
    """The text message with marks and without: characters, encoding and billed parts of each."""
    frozen = [(row.variant, row.facts) for row in version.renditions.filter(form=Form.SMS).order_by("variant")]
    counted: Iterable[tuple[str, Mapping[str, Any]]] = frozen or [
        (made.variant, made.facts) for made in sms(content_of(version))
    ]
    return [
        TextCount(
            variant=variant,
            label=gettext(VARIANTS.get(variant, variant)),
            characters=facts.get("characters", 0),
            encoding=facts.get("encoding", ""),
            segments=facts.get("segments", 0),
        )
        for variant, facts in counted
    ]


def social_counts(version: MessageVersion) -> TextCount:
    """The post for social pages: its characters, and how many it may have."""
    frozen = version.renditions.filter(form=Form.SOCIAL).first()
    facts = frozen.facts if frozen else social(content_of(version)).facts
    return TextCount(variant="", label="", characters=facts.get("characters", 0), limit=LIMIT)
