"""The audio of an order, where players fetch it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from loa.adapters.speaker_mqtt.media import audio_of, place_audio
from loa.channels.ports import DeliveryDelayed, DeliveryRefused, FileRef
from loa.core.canonical import sha256_hex

DATA = b"sound" * 1000


@pytest.fixture
def audio(tmp_path: Path) -> FileRef:
    path = tmp_path / "store.mp3"
    path.write_bytes(DATA)
    return FileRef("loudspeaker", sha256_hex(DATA), len(DATA), "audio/mpeg", str(path))


def test_the_file_is_placed_under_its_hash_and_again_changes_nothing(audio: FileRef, tmp_path: Path) -> None:
    placed = place_audio(audio, root=tmp_path / "media")
    assert placed == tmp_path / "media" / f"{audio.sha256}.mp3"
    inode = placed.stat().st_ino
    Path(audio.path).unlink()
    assert place_audio(audio, root=tmp_path / "media").stat().st_ino == inode
    assert placed.read_bytes() == DATA


def test_a_damaged_copy_is_replaced(audio: FileRef, tmp_path: Path) -> None:
    damaged = tmp_path / "media" / f"{audio.sha256}.mp3"
    damaged.parent.mkdir()
    damaged.write_bytes(b"other")
    assert place_audio(audio, root=tmp_path / "media").read_bytes() == DATA


def test_other_bytes_than_those_approved_are_refused(audio: FileRef, tmp_path: Path) -> None:
    Path(audio.path).write_bytes(b"other")
    with pytest.raises(DeliveryRefused):
        place_audio(audio, root=tmp_path / "media")
    assert not (tmp_path / "media").exists()


def test_a_file_that_is_not_there_delays(audio: FileRef, tmp_path: Path) -> None:
    with pytest.raises(DeliveryDelayed):
        place_audio(replace(audio, path=str(tmp_path / "gone")), root=tmp_path / "media")


def test_the_first_mp3_is_what_is_played(audio: FileRef) -> None:
    text = replace(audio, media_type="text/plain")
    assert audio_of([text, audio]) is audio
    for files in ([], [text], [replace(audio, media_type="audio/ogg")]):
        with pytest.raises(DeliveryRefused):
            audio_of(files)
