"""How loud a finished audio file is, by ITU-R BS.1770 / EBU R 128."""

from __future__ import annotations

from dataclasses import dataclass

from loa.media.engine import run_engine

TIMEOUT_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Loudness:
    """Integrated loudness in LUFS, true peak in dBTP, length in seconds."""

    lufs: float
    true_peak_db: float
    seconds: float


def measure(data: bytes) -> Loudness:
    """Decode the audio file `data` (MP3, Opus, WAV …) and return how loud it is.

    :raises MediaFailed: it is no audio that can be decoded.
    """
    answer, _rest = run_engine({"task": "measure"}, data, timeout=TIMEOUT_SECONDS)
    return Loudness(lufs=answer["lufs"], true_peak_db=answer["true_peak_db"], seconds=answer["seconds"])
