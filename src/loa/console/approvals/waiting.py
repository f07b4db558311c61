"""What waits for a leader, and what leaders decided last, as the list shows it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from heapq import nlargest

from django.db.models import Exists, OuterRef

from loa.core.actor import Actor
from loa.core.language import gettext as _
from loa.editorial.models import Approval, MessageVersion, Rendition, VersionReturn
from loa.units.models import User

DECIDED_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Waiting:
    """One version to decide on. `before` is the last version that leaders saw, `parts` what differs from it."""

    version: MessageVersion
    since: datetime
    before: MessageVersion | None
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Decided:
    """One decision; `reason` is empty for an approval, `mark` for a return."""

    version: MessageVersion
    by: User
    at: datetime
    mark: str = ""
    reason: str = ""


def was_submitted() -> Exists:
    """Whether leaders saw a version, whatever became of it: its files were frozen for them."""
    return Exists(Rendition.objects.filter(version=OuterRef("pk")))


def waiting_rows(versions: Sequence[MessageVersion]) -> list[Waiting]:
    """The rows of `versions`, which carry `submitted_at`; one query."""
    before = _seen_before(versions)
    return [_row(version, before.get(version.message_id)) for version in versions]


def _row(version: MessageVersion, before: MessageVersion | None) -> Waiting:
    since = getattr(version, "submitted_at", None) or version.created_at
    return Waiting(version, since, before, tuple(_parts(before, version)) if before else ())


def _seen_before(versions: Sequence[MessageVersion]) -> dict[int, MessageVersion]:
    """The last version before each of `versions` that leaders saw, by message."""
    numbers = {version.message_id: version.number for version in versions if version.number > 1}
    rows = MessageVersion.objects.filter(was_submitted(), message__in=numbers).select_related("returned")
    found = rows.order_by("number") if numbers else ()
    return {row.message_id: row for row in found if row.number < numbers[row.message_id]}


def _parts(before: MessageVersion, after: MessageVersion) -> Iterable[str]:
    """The parts of a message whose words differ; its page shows them word by word."""
    fields = (
        (_("tiêu đề"), before.title, after.title),
        (_("tóm tắt"), before.summary, after.summary),
        (_("nội dung"), before.paragraphs, after.paragraphs),
        (_("liên hệ"), before.contact, after.contact),
        (_("hạn dùng"), before.useful_until, after.useful_until),
    )
    return (name for name, old, new in fields if old != new)


def last_decided(actor: Actor) -> list[Decided]:
    """The last decisions of the commune's leaders, the latest first; two queries."""
    shown = ("version__author", "version__message__campaign")
    approvals = Approval.objects.visible_to(actor).select_related("approver", *shown).order_by("-approved_at", "-pk")
    returns = VersionReturn.objects.visible_to(actor).select_related("returned_by", *shown)
    rows = [
        *(Decided(row.version, row.approver, row.approved_at, mark=str(row)) for row in approvals[:DECIDED_SHOWN]),
        *(
            Decided(row.version, row.returned_by, row.returned_at, reason=row.reason)
            for row in returns.order_by("-returned_at", "-pk")[:DECIDED_SHOWN]
        ),
    ]
    return nlargest(DECIDED_SHOWN, rows, key=lambda row: row.at)
