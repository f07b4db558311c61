"""The built-in voices: each one says a word, in a process of its own, as it does at work."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from loa.cli.doctor.finding import Finding, error, ok
from loa.config.wiring.voices import VOICES, narrator_with
from loa.core.language import gettext as _
from loa.editorial.ports import NarrationFailed

WORD = "Loa."


def check_voices(voices: tuple[str, ...] = VOICES) -> list[Finding]:
    """Whether the speech engine loads and knows the three Vietnamese accents."""
    with ThreadPoolExecutor(len(voices)) as pool:
        speaking = dict(zip(voices, pool.map(_speaks, voices), strict=True))
    silent = [voice for voice, speaks in speaking.items() if not speaks]
    if not silent:
        return [ok("voices", _("Giọng đọc: {voices}.").format(voices=", ".join(voices)))]
    return [
        error(
            "voices",
            _("Giọng đọc không phát ra tiếng: {voices}.").format(voices=", ".join(silent)),
            mend=_("Xóa thư mục .venv rồi gọi ./loa để cài lại thư viện giọng đọc."),
        )
    ]


def _speaks(voice: str) -> bool:
    try:
        return bool(narrator_with(voice).speak(WORD).pcm)
    except NarrationFailed:
        return False
