"""Taking in a plan: the file is kept as it came, what it says stands beside it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction

from loa.core.actor import Actor
from loa.core.canonical import sha256_hex
from loa.core.content import ContentStore
from loa.core.services import audit
from loa.documents.admission import AdmittedPlan, read_directive
from loa.documents.extraction.serial import to_json
from loa.documents.line_notes import notes_of
from loa.documents.models import Document, Extraction
from loa.documents.reading.limited import check_file
from loa.documents.reading.ocr.scan import Note
from loa.documents.refusals import FileChanged, FileNotAllowed, MayNotImport
from loa.units.models import Commune
from loa.units.rights import Right

READER_VERSION = "3"
FILE_NAME_LENGTH = 255


def import_document(*, path: Path, commune: Commune, actor: Actor, at: datetime, note: Note | None = None) -> Document:
    """Store a directing document of `commune` with its extraction; the same bytes again give the same row.

    Nothing is stored before the file has passed every check.

    :param note: told (page, pages) as pages of pictures are read.
    :raises MayNotImport: the actor has no right to do so in this commune.
    :raises UnreadableDocument: the file is refused; the subclass says why (`NotAPlan`, `ClassifiedDocument` …).
    """
    if actor.scope_id != commune.pk or actor.user_id is None or not actor.may(Right.IMPORT_PLAN):
        raise MayNotImport
    data = _bytes_of(path)
    known = Document.objects.visible_to(actor).filter(sha256=sha256_hex(data)).first()
    if known is not None:
        return known
    plan = read_directive(path, note)
    if plan.read.sha256 != sha256_hex(data):
        raise FileChanged(path.name)
    ContentStore(settings.CONTENT_DIR).put(data)
    arrival = {
        "file_name": _shown_name(path),
        "media_type": plan.read.media_type,
        "size": len(data),
        "imported_at": at,
        "imported_by_id": actor.user_id,
    }
    return _record(plan, arrival, actor=actor)


def _bytes_of(path: Path) -> bytes:
    check_file(path)
    try:
        return path.read_bytes()
    except OSError as error:
        raise FileNotAllowed(path.name) from error


def _shown_name(path: Path) -> str:
    """The name as the database can keep it; its ending stays when it must be cut."""
    name = path.name.encode("utf-8", "replace").decode()
    room = FILE_NAME_LENGTH - len(path.suffix)
    return name if len(name) <= FILE_NAME_LENGTH else name[:room] + path.suffix


@transaction.atomic
def _record(plan: AdmittedPlan, arrival: dict[str, Any], *, actor: Actor) -> Document:
    """Row, extraction and audit line together; a second import at the same moment finds the first one's row."""
    document, is_new = Document.objects.get_or_create(
        commune_id=actor.scope_id, sha256=plan.read.sha256, defaults=arrival
    )
    if is_new:
        Extraction.objects.create(
            document=document,
            data=to_json(plan.result, explain=True),
            text="\n".join(line.text for line in plan.read.lines),
            lines=notes_of(plan.read.lines),
            reader_version=READER_VERSION,
            extracted_at=document.imported_at,
        )
        detail = {"file_name": document.file_name, "sha256": document.sha256}
        audit.record("documents.document.imported", target=document, by=actor, at=document.imported_at, detail=detail)
    return document
