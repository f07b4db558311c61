"""What the editorial desk asks of others."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Form(StrEnum):
    """The forms one message is rendered in."""

    SPOKEN_SCRIPT = "spoken-script"
    AUDIO = "audio"
    PAGE = "page"
    POSTER = "poster"
    SOCIAL = "social"
    SMS = "sms"
    TALKING_POINTS = "talking-points"


@dataclass(frozen=True, slots=True)
class Speech:
    """Spoken words as mono PCM: signed 16-bit little endian, `rate` samples a second."""

    pcm: bytes
    rate: int
    voice: str
    is_synthetic: bool


class Narrator(Protocol):
    """Something that reads a spoken script aloud."""

    def speak(self, script: str) -> Speech:
        """Read `script` (words only: no digits, no symbols).

        :raises NarrationFailed: the engine gave no sound.
        """


class NarrationFailed(Exception):
    """The speech engine failed; the text says how."""


_narrators: list[Narrator] = []


def bind_narrator(narrator: Narrator) -> None:
    """Let `narrator` read from now on. Called by `config.wiring`."""
    _narrators[:] = [narrator]


def narrator() -> Narrator:
    """:raises NarrationFailed: none is bound."""
    if not _narrators:
        raise NarrationFailed("no narrator is bound")
    return _narrators[0]
