"""The built-in voices by name. Free of Django, so that they can be tried where nothing else comes up."""

from __future__ import annotations

from loa.adapters.voice_espeak import VOICES, Adapter
from loa.editorial.ports import Narrator

__all__ = ["VOICES", "narrator_with"]


def narrator_with(voice: str) -> Narrator:
    """The built-in narrator with `voice`, one of `VOICES`."""
    return Adapter(voice=voice)
