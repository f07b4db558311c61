"""Keeping a file that a person uploaded until its long work has read it."""

from __future__ import annotations

import re
import shutil
import unicodedata
from collections.abc import Iterable
from datetime import datetime, timedelta
from os import utime
from pathlib import Path

from django.conf import settings

from loa.core.actor import Actor
from loa.core.canonical import sha256_hex
from loa.core.content import write_durably
from loa.core.language import gettext as _
from loa.core.system_errors import reason_of
from loa.documents.reading import limits
from loa.documents.refusals import CannotKeepUpload, EmptyFile, FileTooBig, MayNotImport, UploadGone
from loa.units.rights import Right

NAME_BYTES = 200  # file systems end at 255; the rest is room for temporary names
KEPT = timedelta(days=1)  # an upload whose work was never asked for goes after that
NAMELESS = "van-ban"
_TOKEN = re.compile(r"(\d+)-[0-9a-f]{64}")


def keep_upload(*, name: str, chunks: Iterable[bytes], actor: Actor, at: datetime) -> str:
    """Store an uploaded file durably and return its token; the same bytes again give the same token.

    :param name: as the browser says it; only a readable file name of it is used.
    :raises MayNotImport: the actor has no right to import plans. :raises EmptyFile: no byte.
    :raises FileTooBig: over the reader's limit. :raises CannotKeepUpload: no room, no right on the disk.
    """
    if actor.scope_id is None or not actor.may(Right.IMPORT_PLAN):
        raise MayNotImport
    shown = safe_name(name)
    data = _collected(chunks, name=shown)
    _drop_forgotten(before=at - KEPT)
    token = f"{actor.scope_id}-{sha256_hex(data)}"
    try:
        write_durably(_folder(token) / shown, data, mode=0o600)
        utime(_folder(token), (at.timestamp(), at.timestamp()))
    except OSError as error:
        raise CannotKeepUpload(
            _("Máy chưa giữ được tệp “{name}” ({reason}); chưa lưu gì. Hãy báo người phụ trách hệ thống.").format(
                name=shown, reason=reason_of(error)
            )
        ) from error
    return token


def upload_path(token: str) -> Path:
    """Where the upload of `token` lies, under its own name.

    :raises UploadGone: it was read already, dropped, or never there.
    """
    if _TOKEN.fullmatch(token):
        whole = sorted(path for path in _folder(token).glob("*") if not path.name.startswith("."))
        if whole:
            return whole[0]
    raise UploadGone


def drop_upload(token: str) -> None:
    """Remove the upload of `token`; one that is gone already stays gone."""
    if _TOKEN.fullmatch(token):
        shutil.rmtree(_folder(token), ignore_errors=True)


def sha256_of_upload(token: str) -> str:
    """The SHA-256 of the bytes that `token` stands for, in hex."""
    return token.rpartition("-")[2]


def safe_name(name: str) -> str:
    """The last part of `name` as a readable file name: no folders, no signs that hide or turn letters, not too long."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    seen = "".join(letter for letter in last if unicodedata.category(letter)[0] != "C")
    path = Path(" ".join(seen.split()).lstrip(".") or NAMELESS)
    room = NAME_BYTES - len(path.suffix.encode())
    stem = path.stem.encode()[: max(room, 1)].decode("utf-8", "ignore")
    return f"{stem}{path.suffix}" if room > 0 else NAMELESS


def _collected(chunks: Iterable[bytes], *, name: str) -> bytes:
    data = bytearray()
    for chunk in chunks:
        data += chunk
        if len(data) > limits.MAX_FILE_BYTES:
            raise FileTooBig(name)
    if not data:
        raise EmptyFile(name)
    return bytes(data)


def _uploads() -> Path:
    return Path(settings.DATA_DIR) / "uploads"


def _folder(token: str) -> Path:
    return _uploads() / token


def _drop_forgotten(*, before: datetime) -> None:
    for folder in _uploads().glob("*"):
        try:
            is_forgotten = folder.stat().st_mtime < before.timestamp()
        except FileNotFoundError:
            continue  # its work ended this moment
        if is_forgotten:
            shutil.rmtree(folder, ignore_errors=True)
