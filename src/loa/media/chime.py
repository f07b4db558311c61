"""The chime that opens and closes an announcement, made in code: bell-like notes, two or three."""

from __future__ import annotations

import math
from array import array
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Note:
    """A struck bell: `hertz`, struck `at` seconds from the start, `loud` in parts of full scale."""

    hertz: float
    at: float
    loud: float = 0.1


# C major, going up to call and down to end: the interval a listener knows from a station.
OPENING = (Note(523.25, 0.0), Note(659.26, 0.30), Note(783.99, 0.60))
CLOSING = (Note(659.26, 0.0, 0.08), Note(523.25, 0.28, 0.08))
RING_SECONDS = 0.9
ATTACK_SECONDS = 0.008
FADE_SECONDS = 0.12
# (multiple of the note, share, seconds to fall to 1/e): soft upper partials that die first.
PARTIALS = ((1.0, 0.72, 0.24), (2.0, 0.2, 0.14), (3.0, 0.08, 0.08))
FULL_SCALE = 32_767


def chime(notes: Sequence[Note], *, rate: int) -> bytes:
    """Return `notes` ringing as mono s16 PCM at `rate` samples a second."""
    length = int((max(note.at for note in notes) + RING_SECONDS) * rate)
    mix = [0.0] * length
    for note in notes:
        start = int(note.at * rate)
        for index, value in enumerate(_struck(note.hertz, rate=rate)[: length - start]):
            mix[start + index] += note.loud * value
    return _pcm(mix)


def silence(seconds: float, *, rate: int) -> bytes:
    """Return mono s16 PCM of nothing."""
    return bytes(2 * int(seconds * rate))


def _struck(hertz: float, *, rate: int) -> list[float]:
    count = int(RING_SECONDS * rate)
    return [_bell(hertz, index / rate) * _edges(index / rate) for index in range(count)]


def _bell(hertz: float, second: float) -> float:
    return sum(
        share * math.sin(2 * math.pi * hertz * multiple * second) * math.exp(-second / fall)
        for multiple, share, fall in PARTIALS
    )


def _edges(second: float) -> float:
    """Fade in against a click, fade out against a cut ring."""
    return min(1.0, second / ATTACK_SECONDS, max(0.0, RING_SECONDS - second) / FADE_SECONDS)


def _pcm(samples: Sequence[float]) -> bytes:
    clipped = (max(-1.0, min(1.0, sample)) for sample in samples)
    values = array("h", (round(sample * FULL_SCALE) for sample in clipped))
    return values.tobytes()
