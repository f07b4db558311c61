"""All that an approver hears, sees and weighs before saying yes to one version."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q
from django.http import Http404

from loa.console.approvals.waiting import was_submitted
from loa.console.messages.basis import SourceDocument, source_documents
from loa.console.messages.forms_made import FormsMade, frozen_forms
from loa.console.messages.scripts import Script, script_lines
from loa.console.messages.word_changes import Piece, word_changes
from loa.core.actor import Actor
from loa.core.canonical import sha256_hex
from loa.core.language import gettext as _
from loa.editorial.models import MessageVersion, Source, VersionState
from loa.editorial.selectors import approval_bytes, changes_between, decided_words, spoken_script_marks
from loa.editorial.selectors.lists import SHOWN
from loa.typeset.dates import day_text
from loa.units.rights import Right

Change = tuple[str, list[Piece], list[Piece]]


@dataclass(frozen=True, slots=True)
class Check:
    """One line of what was looked at: `rating` g or y, `data` are words of the message that it names."""

    rating: str
    words: str
    data: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """The page of one version. `seen` is the SHA-256 of what an approval would bind now; empty where none is asked."""

    version: MessageVersion
    before: MessageVersion | None
    made: FormsMade
    script: Script
    sources: list[SourceDocument]
    changes: list[Change]
    checks: list[Check]
    decided: str
    is_own: bool
    may_decide: bool
    seen: str

    @property
    def waits(self) -> bool:
        return self.version.state == VersionState.SUBMITTED


def found_version(actor: Actor, pk: int) -> tuple[MessageVersion, MessageVersion | None]:
    """The version and the last one before it that leaders saw; one query.

    :raises Http404: absent, or another commune's.
    """
    rows = MessageVersion.objects.visible_to(actor).filter(Q(pk=pk) | Q(was_submitted()), message__versions=pk)
    versions = list(rows.select_related(*SHOWN, "message__commune").order_by("-number"))
    version = next((row for row in versions if row.pk == pk), None)
    if version is None:
        raise Http404
    return version, next((row for row in versions if row.number < version.number), None)


def seen_by(actor: Actor, pk: int, *, today: date) -> Seen:
    """What `actor` sees of the version.

    :raises Http404: absent, or another commune's.
    """
    version, before = found_version(actor, pk)
    made = frozen_forms(version)
    sources = list(version.sources.order_by("pk"))
    is_own = version.author_id == actor.user_id
    waits = version.state == VersionState.SUBMITTED
    may_decide = waits and actor.may(Right.APPROVE_MESSAGE) and not is_own
    return Seen(
        version=version,
        before=before,
        made=made,
        script=script_lines(spoken_script_marks(version)),
        sources=source_documents(version, sources),
        changes=_changes(before, version),
        checks=list(_checks(version, made, sources=sources, today=today)),
        decided="" if waits else decided_words(version),
        is_own=is_own,
        may_decide=may_decide,
        seen=bound_hash(version) if may_decide else "",
    )


def bound_hash(version: MessageVersion) -> str:
    """SHA-256 of what an approval of `version` would bind at this moment, 64 hex digits."""
    return sha256_hex(approval_bytes(version))


def _changes(before: MessageVersion | None, version: MessageVersion) -> list[Change]:
    if before is None:
        return []
    return [(change.label, *word_changes(change.old, change.new)) for change in changes_between(before, version)]


def _checks(version: MessageVersion, made: FormsMade, *, sources: Sequence[Source], today: date) -> Iterator[Check]:
    """What the machine can tell; whether the words are true, the approver weighs."""
    named = len({source.label for source in sources})
    yield (
        Check("g", _("Có căn cứ: {count} văn bản").format(count=named))
        if named
        else Check("y", _("Tin chưa ghi căn cứ nào"))
    )
    yield _useful(version, today=today)
    yield from _about_sound(_facts(made, "audio"), _facts(made, "spoken_script"))
    if left_out := _facts(made, "poster").get("paragraphs_left_out"):
        yield Check("y", _("Áp phích không đủ chỗ cho {count} đoạn cuối; các bản khác vẫn có").format(count=left_out))


def _useful(version: MessageVersion, *, today: date) -> Check:
    until = version.useful_until
    if until is None:
        return Check("y", _("Tin không ghi hạn dùng"))
    words = _("Tin đã hết hạn ngày {day}") if until < today else _("Có giá trị đến hết ngày {day}")
    return Check("y" if until < today else "g", words.format(day=day_text(until)))


def _about_sound(audio: dict[str, Any], script: dict[str, Any]) -> Iterator[Check]:
    if audio.get("is_synthetic"):
        yield Check("y", _("Giọng máy đọc, có ghi rõ trong tệp âm thanh"))
    if unknown := script.get("unknown"):
        yield Check("y", _("Máy đọc từng chữ cái, hãy nghe lại:"), data=", ".join(unknown))


def _facts(made: FormsMade, form: str) -> dict[str, Any]:
    rendition = made.files.get(form)
    return rendition.facts if rendition else {}
