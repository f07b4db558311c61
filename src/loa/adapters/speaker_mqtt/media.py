"""The audio of an order, put where players can fetch it by its hash."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from loa.channels.ports import DeliveryDelayed, DeliveryRefused, FileRef
from loa.core.canonical import sha256_hex
from loa.core.content import write_durably
from loa.core.language import gettext as _
from loa.core.system_errors import reason_of

MEDIA_TYPE = "audio/mpeg"


def audio_of(files: Sequence[FileRef]) -> FileRef:
    """The file to play: the first MP3.

    :raises DeliveryRefused: there is none.
    """
    for file in files:
        if file.media_type == MEDIA_TYPE:
            return file
    if any(file.media_type.startswith("audio/") for file in files):
        raise DeliveryRefused(_("Tệp âm thanh không phải MP3 nên loa không phát được."))
    raise DeliveryRefused(_("Tin này không có tệp âm thanh cho loa."))


def place_audio(audio: FileRef, *, root: Path) -> Path:
    """Put the file at `root/<sha256>.mp3`; doing it again changes nothing.

    :raises DeliveryRefused: its bytes are no longer those that were approved.
    :raises DeliveryDelayed: the disk does not give or take it.
    """
    target = root / f"{audio.sha256}.mp3"
    try:
        if not _is_intact(target, audio):
            _place(Path(audio.path), target, audio=audio)
    except OSError as error:
        reason = reason_of(error)
        raise DeliveryDelayed(_("Chưa đặt được tệp âm thanh vào nơi tải: {error}.").format(error=reason)) from error
    return target


def _is_intact(path: Path, audio: FileRef) -> bool:
    return path.is_file() and path.stat().st_size == audio.size and sha256_hex(path.read_bytes()) == audio.sha256


def _place(source: Path, target: Path, *, audio: FileRef) -> None:
    data = source.read_bytes()
    if sha256_hex(data) != audio.sha256 or len(data) != audio.size:
        raise DeliveryRefused(_("Tệp âm thanh đã bị thay đổi sau khi duyệt. Khôi phục từ bản sao lưu."))
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)
    try:
        os.link(source, target)
    except OSError:  # another disk, or a file system without links
        write_durably(target, data)
