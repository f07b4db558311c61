"""The sources of a version for its page, one document after another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from loa.editorial.models import MessageVersion, Source


@dataclass(slots=True)
class SourceDocument:
    """One document with the places of it that the version rests on; without places it is only named."""

    label: str
    campaign_id: int | None  # the plan's page, where it is the plan of this message
    places: list[Source] = field(default_factory=list)


def source_documents(version: MessageVersion, sources: Iterable[Source]) -> list[SourceDocument]:
    """`sources` grouped by their label, in the order in which they were named."""
    campaign = version.message.campaign
    documents: dict[str, SourceDocument] = {}
    for source in sources:
        own = campaign.pk if source.document_id == campaign.document_id else None
        document = documents.setdefault(source.label, SourceDocument(source.label, own))
        if source.quote:
            document.places.append(source)
    return list(documents.values())
