"""The narrator that speaks with espeak-ng in a child process."""

from loa.adapters.voice_espeak.adapter import VOICES, Adapter

__all__ = ["VOICES", "Adapter"]
