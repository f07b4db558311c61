"""What an approval binds, and whether it still holds: the version's words, its sources and its frozen files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings

from loa.core import clock
from loa.core.canonical import canonical_bytes, sha256_hex
from loa.core.content import ContentMissing, ContentStore
from loa.editorial.forms.content import Basis, Content
from loa.editorial.models import Approval, MessageVersion, Rendition, VersionState
from loa.keys.models import KeyHolder, SigningKey
from loa.keys.signing import is_signed_by

TEXT = "text"  # the form under which the version's own words stand in the approval set
REHEARSAL = "Bản chạy thử"  # the demo's clock is simulated, and so is its leader


def page_address(version: MessageVersion) -> str:
    """Where residents find the version: in its QR mark, its text messages, on its poster."""
    return f"{version.message.commune.portal_url.rstrip('/')}/tin/{version.code}/"


def content_of(version: MessageVersion) -> Content:
    """The version's words as plain values, for all its forms."""
    clauses: dict[str, list[str]] = {}
    for source in version.sources.order_by("pk"):
        clauses.setdefault(source.label, []).extend([source.clause] if source.clause else [])
    commune = version.message.commune
    return Content(
        commune=commune.name,
        province=commune.province,
        code=version.code,
        address=page_address(version),
        title=version.title,
        summary=version.summary,
        paragraphs=tuple(version.paragraphs),
        contact=version.contact,
        useful_until=version.useful_until,
        bases=tuple(Basis(label, tuple(dict.fromkeys(named))) for label, named in clauses.items()),
        notice=REHEARSAL if clock.is_simulated() else "",
    )


def text_hash(version: MessageVersion) -> str:
    """SHA-256 of the version's own words and sources in canonical form, 64 hex digits."""
    sources = version.sources.order_by("pk").select_related("document")
    words = {
        "code": version.code,
        "title": version.title,
        "summary": version.summary,
        "paragraphs": version.paragraphs,
        "contact": version.contact,
        "useful_until": version.useful_until.isoformat() if version.useful_until else None,
        "sources": [
            {
                "label": source.label,
                "document": source.document.sha256 if source.document else None,
                "clause": source.clause,
                "quote": source.quote,
                "lines": [source.line_from, source.line_to],
            }
            for source in sources
        ],
    }
    return sha256_hex(canonical_bytes(words))


def approval_set(version: MessageVersion) -> list[dict[str, Any]]:
    """What an approval binds: `{form, variant, sha256}` of each rendition and of the text, sorted."""
    rows = [
        {"form": row.form, "variant": row.variant, "sha256": row.sha256}
        for row in Rendition.objects.filter(version_id=version.pk)
    ]
    rows.append({"form": TEXT, "variant": "", "sha256": text_hash(version)})
    return sorted(rows, key=lambda row: (row["form"], row["variant"], row["sha256"]))


def approval_bytes(version: MessageVersion) -> bytes:
    """The approval set in canonical form: these bytes are hashed and signed."""
    return canonical_bytes(approval_set(version))


def is_approved(version: MessageVersion) -> bool:
    """Whether the commune's word still holds for exactly this text and these files, all read anew from the rows.

    The files themselves are hashed by `has_intact_files` and, when an order is built, by delivery.
    """
    row = MessageVersion.objects.select_related("message__commune__signing_key").filter(pk=version.pk).first()
    approval = Approval.objects.select_related("key").filter(version_id=version.pk).first()
    if row is None or approval is None or row.state != VersionState.APPROVED:
        return False
    if row.author_id != approval.author_id or row.author_id == approval.approver_id:
        return False
    data = approval_bytes(row)
    return (
        approval.approval_set == data.decode()
        and approval.set_hash == sha256_hex(data)
        and _is_key_of(approval.key, row)
        and is_signed_by(data, signature=approval.signature, public_key=approval.key.public_key)
    )


def _is_key_of(key: SigningKey, version: MessageVersion) -> bool:
    """Whether `key` is the commune's own, in force. Another commune's key proves nothing here."""
    own = version.message.commune.signing_key_id
    return key.pk == own and key.holder == KeyHolder.COMMUNE and key.revoked_at is None


def rendition_file(rendition: Rendition) -> Path:
    """Where this machine keeps the frozen file."""
    return _store().path(rendition.sha256, suffix=rendition.suffix)


def has_intact_files(version: MessageVersion) -> bool:
    """Whether each frozen file is there and is, byte for byte, the one that was frozen; False without any file."""
    rows = list(Rendition.objects.filter(version_id=version.pk))
    return bool(rows) and all(_is_intact(row) for row in rows)


def _is_intact(rendition: Rendition) -> bool:
    try:
        return len(_store().get(rendition.sha256, suffix=rendition.suffix)) == rendition.size
    except (ContentMissing, OSError):
        return False


def _store() -> ContentStore:
    return ContentStore(Path(settings.CONTENT_DIR))
