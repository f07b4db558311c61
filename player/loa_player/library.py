"""The audio files at hand, named by their SHA-256, and how they get here: HTTP, once, checked byte for byte."""

from __future__ import annotations

import hashlib
import http.client
import os
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Set
from pathlib import Path

from loa_player.files import sync_folder
from loa_player.messages import Audio

MEDIA_TYPES = {"audio/mpeg": ".mp3", "audio/ogg": ".ogg"}
TIMEOUT_SECONDS = 5
_BLOCK = 64 * 1024
_KEEP_SECONDS = 30 * 24 * 3600


class AudioDelayed(Exception):
    """Not now: the server is away, or sent other bytes. Try again."""


class AudioRefused(Exception):
    """This file will never be played. The text is a reason code."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Library:
    """A folder of audio files. `fetch` blocks; it touches no other state of the player."""

    def __init__(self, folder: Path, *, max_bytes: int) -> None:
        self._folder = folder
        self._max_bytes = max_bytes
        folder.mkdir(parents=True, exist_ok=True)
        # No proxy and no file: or ftp: addresses: the audio comes from the commune's own server.
        self._opener = urllib.request.OpenerDirector()
        for handler in (urllib.request.HTTPHandler, urllib.request.HTTPSHandler, urllib.request.HTTPErrorProcessor):
            self._opener.add_handler(handler())
        self._opener.add_handler(urllib.request.HTTPDefaultErrorHandler())

    def path(self, audio: Audio) -> Path:
        return self._folder / f"{audio.sha256}{MEDIA_TYPES.get(audio.media_type, '')}"

    def check(self, audio: Audio) -> None:
        """:raises AudioRefused: the order itself names what this player does not play."""
        if audio.media_type not in MEDIA_TYPES:
            raise AudioRefused("media-type")
        if audio.size > self._max_bytes:
            raise AudioRefused("audio-too-large")
        if urllib.parse.urlsplit(audio.url).scheme not in ("http", "https"):
            raise AudioRefused("audio-address")

    def is_here(self, audio: Audio) -> bool:
        """Whether the whole file is here and still has the bytes of its name."""
        path = self.path(audio)
        if not path.is_file() or path.stat().st_size != audio.size:
            return False
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == audio.sha256

    def fetch(self, audio: Audio) -> None:
        """Get the file unless it is here.

        :raises AudioDelayed: the network, the server or the disk does not give it now.
        """
        if self.is_here(audio):
            return
        handle, name = tempfile.mkstemp(dir=self._folder, prefix=".new-")
        try:
            with os.fdopen(handle, "wb") as file:
                digest = self._download(audio, file.fileno())
                os.fsync(file.fileno())
            if digest != audio.sha256:
                raise AudioDelayed("audio-mismatch")
            Path(name).replace(self.path(audio))
            sync_folder(self._folder)
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise AudioDelayed(str(error)) from error
        finally:
            Path(name).unlink(missing_ok=True)

    def _download(self, audio: Audio, out: int) -> str:
        digest, size = hashlib.sha256(), 0
        with self._opener.open(audio.url, timeout=TIMEOUT_SECONDS) as answer:
            while block := answer.read(_BLOCK):
                size += len(block)
                if size > audio.size:
                    raise AudioDelayed("audio-mismatch")
                digest.update(block)
                os.write(out, block)
        return digest.hexdigest()

    def prune(self, *, needed: Set[str]) -> None:
        """Drop half-fetched files, and files a month old that no open order needs."""
        for path in self._folder.iterdir():
            is_old = path.stat().st_mtime < time.time() - _KEEP_SECONDS
            if path.name.startswith(".new-") or (is_old and path.stem not in needed):
                path.unlink(missing_ok=True)
