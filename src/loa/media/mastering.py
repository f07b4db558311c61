"""From raw speech to an even, safe level. Runs in the media child."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from av.audio.frame import AudioFrame

from loa.media.chime import CLOSING, OPENING, chime, silence
from loa.media.graphs import MP3_RATE, Filter, decoded, encoded_mp3, filtered, frames_of

TARGET_LUFS = -16.0
WORKING_LUFS = -20.0
PLAIN_MISS_LU = 0.2
CODED_MISS_LU = 0.35  # inside the ±0.5 LU that is promised
SILENCE_PEAK_DB = -60.0
UNMEASURED_LUFS = -69.0  # less than one 400 ms block of sound
MAX_TRUE_PEAK_DB = -1.5
CEILING_DB = -3.0
CODING_LOSS_LU = 0.42  # measured on speech at 64 kbit/s
PLAIN_ROUNDS = 4
CODED_ROUNDS = 3
SHORT_SPEECH_SECONDS = 3.0
PUSH = 1.7  # measured on speech: the limiter takes back about two fifths of each dB of gain
GAIN_RANGE_DB = (-30.0, 30.0)
LEAD_SECONDS = 0.15
BREATH_SECONDS = 0.4
TAIL_SECONDS = 0.25

# Horn speakers carry nothing below 120 Hz; without it the limiter would work for sound nobody hears.
SHAPE: tuple[Filter, ...] = (
    ("highpass", "f=120"),
    ("acompressor", "threshold=-30dB:ratio=3:attack=2:release=80:knee=4"),
)


@dataclass(frozen=True, slots=True)
class Level:
    lufs: float
    true_peak_db: float
    seconds: float


@dataclass(frozen=True, slots=True)
class Setting:
    """The two knobs: gain and limiter ceiling, in dB."""

    gain: float
    ceiling: float

    def corrected(self, level: Level) -> Setting:
        over = max(0.0, level.true_peak_db - MAX_TRUE_PEAK_DB)
        return Setting(gain=_within_range(self.gain + PUSH * (TARGET_LUFS - level.lufs)), ceiling=self.ceiling - over)


def level_of(frames: Iterable[AudioFrame]) -> Level:
    """Measure by EBU R 128; a peak is linear in FFmpeg's metadata, here in dB."""
    loudness, peak, seconds = -70.0, 0.0, 0.0

    def counted() -> Iterable[AudioFrame]:
        nonlocal seconds
        for frame in frames:
            seconds += frame.samples / frame.sample_rate
            yield frame

    for frame in filtered(counted(), [("ebur128", "peak=true:metadata=1")]):
        facts = frame.metadata
        loudness = float(facts.get("lavfi.r128.I", loudness))
        peak = max(peak, float(facts.get("lavfi.r128.true_peak", 0.0)))
    return Level(lufs=loudness, true_peak_db=20 * math.log10(peak) if peak else -120.0, seconds=seconds)


def framed(pcm: bytes, *, rate: int) -> Iterator[AudioFrame]:
    """Put the chimes and short silences around the speech, which is brought to a known level first."""
    before = silence(LEAD_SECONDS, rate=rate) + chime(OPENING, rate=rate) + silence(BREATH_SECONDS, rate=rate)
    after = silence(BREATH_SECONDS, rate=rate) + chime(CLOSING, rate=rate) + silence(TAIL_SECONDS, rate=rate)
    gain = _gain_to_work_with(level_of(frames_of(pcm, rate=rate)))
    speech = filtered(frames_of(pcm, rate=rate), [("volume", f"{gain:.2f}dB"), ("aformat", "sample_fmts=s16")])
    position = 0
    for frame in chain(frames_of(before, rate=rate), speech, frames_of(after, rate=rate)):
        frame.pts = position
        position += frame.samples
        yield frame


def _gain_to_work_with(level: Level) -> float:
    """:raises ValueError: the speech is silence."""
    if level.true_peak_db < SILENCE_PEAK_DB:
        raise ValueError("the speech is silent")
    if level.lufs < UNMEASURED_LUFS:
        return _within_range(CEILING_DB - level.true_peak_db)
    return _within_range(WORKING_LUFS - level.lufs)


def master(pcm: bytes, *, rate: int) -> tuple[bytes, Level]:
    """Return the MP3 and its measured level. The ENCODED file is measured, since coding moves both figures.

    :raises ValueError: the speech is silence.
    """
    shaped = list(filtered(framed(pcm, rate=rate), SHAPE))
    setting = Setting(gain=_within_range(TARGET_LUFS - level_of(shaped).lufs), ceiling=CEILING_DB)
    is_short = len(pcm) / 2 / rate < SHORT_SPEECH_SECONDS  # too little for a steady loudness figure
    if not is_short:
        setting = _settled(shaped, setting)
    tries = []
    for _round in range(1 if is_short else CODED_ROUNDS):
        data = encoded_mp3(_limited(shaped, setting))
        level = level_of(decoded(data))
        tries.append((_miss(level), data, level))
        if _miss(level) <= CODED_MISS_LU:
            break
        setting = setting.corrected(level)
    _best_miss, data, level = min(tries, key=lambda one: one[0])
    return data, level


def _settled(shaped: Sequence[AudioFrame], setting: Setting) -> Setting:
    """Find the gain on the sound before coding, since coding is the slow part, with the loss of coding foreseen."""
    for _round in range(PLAIN_ROUNDS):
        level = level_of(_limited(shaped, setting))
        level = replace(level, lufs=level.lufs - CODING_LOSS_LU)
        if _miss(level) <= PLAIN_MISS_LU:
            break
        setting = setting.corrected(level)
    return setting


def _miss(level: Level) -> float:
    return abs(TARGET_LUFS - level.lufs) + 10 * max(0.0, level.true_peak_db - MAX_TRUE_PEAK_DB)


def _limited(shaped: Iterable[AudioFrame], setting: Setting) -> Iterator[AudioFrame]:
    """Gain, then a limiter at four times the rate, so that it sees the peaks between the samples."""
    limit = 10 ** (setting.ceiling / 20)
    filters = [
        ("volume", f"{setting.gain:.2f}dB"),
        ("aresample", str(4 * MP3_RATE)),
        ("alimiter", f"limit={limit:.5f}:attack=3:release=60:level=disabled"),
        ("aresample", str(MP3_RATE)),
        ("aformat", f"sample_fmts=fltp:sample_rates={MP3_RATE}:channel_layouts=mono"),
    ]
    return filtered(shaped, filters)


def _within_range(gain: float) -> float:
    low, high = GAIN_RANGE_DB
    return max(low, min(high, gain))
