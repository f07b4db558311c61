"""espeak-ng as the narrator: robotic, but everywhere, offline and in three Vietnamese accents."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from loa.editorial.ports import NarrationFailed, Speech

CHILD = "loa.adapters.voice_espeak.child"
SOURCE_ROOT = Path(__file__).resolve().parents[3]
VOICES = ("vi", "vi-vn-x-central", "vi-vn-x-south")
ANNOUNCER_WORDS_PER_MINUTE = 165
TIMEOUT_SECONDS = 60.0


class Adapter:
    """Implements `editorial.ports.Narrator`."""

    def __init__(self, *, voice: str = "vi", words_per_minute: int = ANNOUNCER_WORDS_PER_MINUTE) -> None:
        self._voice = voice
        self._words_per_minute = words_per_minute

    def speak(self, script: str) -> Speech:
        """Read `script` aloud; each line is followed by a short pause.

        :raises NarrationFailed: an empty script, or the engine gave no sound.
        """
        if not any(letter.isalpha() for letter in script):
            raise NarrationFailed("there is nothing to read aloud")
        output = self._run(script)
        head, _newline, pcm = output.partition(b"\n")
        if not head.isdigit() or not pcm:
            raise NarrationFailed("the speech engine gave no sound")
        return Speech(pcm=pcm, rate=int(head), voice=f"espeak-ng {self._voice}", is_synthetic=True)

    def _run(self, script: str) -> bytes:
        rate = str(self._words_per_minute)
        command = [sys.executable, "-m", CHILD, "--voice", self._voice, "--words-per-minute", rate]
        try:
            done = subprocess.run(
                command,
                input=script.encode(),
                capture_output=True,
                timeout=TIMEOUT_SECONDS,
                cwd=SOURCE_ROOT,
                check=False,
            )
        except (subprocess.TimeoutExpired, OSError) as error:
            raise NarrationFailed(f"the speech engine did not finish: {error}") from error
        if done.returncode != 0:
            last = done.stderr.decode("utf-8", "replace").strip().splitlines()[-1:]
            raise NarrationFailed(f"the speech engine ended with {done.returncode}: {' '.join(last)}")
        return done.stdout
