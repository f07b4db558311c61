"""The frozen files that rows name: all there, and a sample of them byte for byte the same."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import SystemRandom

from django.conf import settings

from loa.cli.doctor.finding import Finding, error, ok
from loa.core.canonical import sha256_hex
from loa.core.content import ContentStore
from loa.core.language import gettext as _
from loa.documents.models import Document
from loa.editorial.models import Rendition
from loa.editorial.selectors import rendition_file
from loa.evidence.models import Evidence
from loa.evidence.selectors import evidence_file

SAMPLE = 30  # files
MOST_BYTES = 64 * 1024**2  # bytes read for the sample


def check_store() -> list[Finding]:
    """Files that rows name and the store lacks, and those of a sample whose bytes are no longer their own."""
    named = dict(_named())
    missing = [path for path in named if not path.is_file()]
    kept = [path for path in named if path not in set(missing)]
    damaged = [path for path in _sample(kept) if sha256_hex(path.read_bytes()) != named[path]]
    mend = _("Chép lại các tệp này từ thư mục store của bản sao lưu.")
    findings = []
    if missing:
        found = _("Kho tệp thiếu {count} tệp mà dữ liệu nhắc đến, trước hết là {name}.")
        findings.append(error("store", found.format(count=len(missing), name=missing[0].name), mend=mend))
    if damaged:
        found = _("Kho tệp có {count} tệp bị đổi nội dung, trước hết là {name}.")
        findings.append(error("store", found.format(count=len(damaged), name=damaged[0].name), mend=mend))
    return findings or [ok("store", _("Kho tệp đủ {count} tệp, mẫu đã đọc còn nguyên.").format(count=len(named)))]


def _named() -> Iterator[tuple[Path, str]]:
    """Each file with the SHA-256 that its row gives."""
    for rendition in Rendition.objects.only("sha256", "suffix").iterator():
        yield rendition_file(rendition), rendition.sha256
    for evidence in Evidence.objects.exclude(sha256="").only("sha256", "media_type").iterator():
        yield evidence_file(evidence), evidence.sha256
    store = ContentStore(Path(settings.CONTENT_DIR))
    for digest in Document.objects.values_list("sha256", flat=True).iterator():
        yield store.path(digest), digest


def _sample(paths: list[Path]) -> Iterator[Path]:
    """A few files at random, so that in time every file is looked at; large ones end the sample early."""
    room = MOST_BYTES
    for path in SystemRandom().sample(paths, min(SAMPLE, len(paths))):
        size = path.stat().st_size
        if size <= room:
            room -= size
            yield path
