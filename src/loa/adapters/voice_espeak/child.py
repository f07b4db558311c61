"""The speech engine's process: script in UTF-8 on stdin, `rate` as a line and then PCM on stdout.

espeak-ng is not thread-safe and its state is global: one process speaks one script.
"""

from __future__ import annotations

import argparse
import ctypes
import sys

import espeakng_loader

AUDIO_OUTPUT_SYNCHRONOUS = 2
CHARS_UTF8 = 1
PARAMETER_RATE = 1
POSITION_CHARACTER = 1
PAUSE_SECONDS = 0.45
OK = 0

Callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p)


class Engine:
    """espeak-ng through its C interface, collecting the samples of one script."""

    def __init__(self, *, voice: str, words_per_minute: int) -> None:
        self._library = ctypes.CDLL(espeakng_loader.get_library_path())
        data_path = str(espeakng_loader.get_data_path()).encode()
        self.rate: int = self._library.espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, 0, data_path, 0)
        if self.rate <= 0:
            raise RuntimeError("espeak-ng did not start")
        if self._library.espeak_SetVoiceByName(voice.encode()) != OK:
            raise RuntimeError(f"espeak-ng has no voice {voice}")
        self._library.espeak_SetParameter(PARAMETER_RATE, words_per_minute, 0)
        self._samples = bytearray()
        self._callback = Callback(self._take)  # kept: C would call a collected object
        self._library.espeak_SetSynthCallback(self._callback)

    def _take(self, wave: ctypes._Pointer[ctypes.c_short], count: int, _events: int | None) -> int:
        if wave and count > 0:
            self._samples += ctypes.string_at(wave, 2 * count)
        return 0

    def say(self, text: str) -> None:
        data = text.encode() + b"\0"
        size = ctypes.c_size_t(len(data))
        status = self._library.espeak_Synth(data, size, 0, POSITION_CHARACTER, 0, CHARS_UTF8, None, None)
        if status != OK or self._library.espeak_Synchronize() != OK:
            raise RuntimeError(f"espeak-ng refused a line (status {status})")

    def pause(self, seconds: float) -> None:
        self._samples += bytes(2 * int(seconds * self.rate))

    @property
    def pcm(self) -> bytes:
        return bytes(self._samples)


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--voice", required=True)
    parser.add_argument("--words-per-minute", type=int, required=True)
    arguments = parser.parse_args()
    lines = [line.strip() for line in sys.stdin.buffer.read().decode("utf-8").splitlines() if line.strip()]
    engine = Engine(voice=arguments.voice, words_per_minute=arguments.words_per_minute)
    for index, line in enumerate(lines):
        if index:
            engine.pause(PAUSE_SECONDS)
        engine.say(line)
    sys.stdout.buffer.write(f"{engine.rate}\n".encode() + engine.pcm)
    return 0


if __name__ == "__main__":
    sys.exit(main())
