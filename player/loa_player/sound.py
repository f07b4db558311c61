"""From a file to sound: decode second by second, and bring each second out at the right pace."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import av
import av.error

RATE = 44_100  # samples a second, one channel, 16 bit
BYTES_PER_SAMPLE = 2
APLAY = ("aplay", "-q", "-t", "raw", "-f", "S16_LE", "-c", "1", "-r", str(RATE))


class Undecodable(Exception):
    """The file is no sound that can be played."""


class SinkFailed(Exception):
    """The way out to the loudspeaker broke."""


@dataclass(frozen=True, slots=True)
class Second:
    """Up to one second of sound, and where in the file it ends (seconds)."""

    pcm: bytes
    ends_at: float

    @property
    def length(self) -> float:
        return len(self.pcm) / (RATE * BYTES_PER_SAMPLE)


def seconds_of(path: Path, *, position: float = 0.0) -> Iterator[Second]:
    """The sound from `position` (seconds) on, in pieces of one second and a shorter last one.

    :raises Undecodable: no audio in it, or damaged.
    """
    step = RATE * BYTES_PER_SAMPLE
    skip = round(position * RATE) * BYTES_PER_SAMPLE
    done, held = skip, bytearray()
    for piece in _pieces(path):
        if skip >= len(piece):
            skip -= len(piece)
            continue
        held += piece[skip:]
        skip = 0
        while len(held) >= step:
            done += step
            yield Second(bytes(held[:step]), done / step)
            del held[:step]
    if held:
        yield Second(bytes(held), (done + len(held)) / step)


def _pieces(path: Path) -> Iterator[bytes]:
    try:
        with av.open(path) as container:
            if not container.streams.audio:
                raise Undecodable(path.name)
            resampler = av.AudioResampler(format="s16", layout="mono", rate=RATE)
            for frame in container.decode(audio=0):
                for part in resampler.resample(frame):
                    yield bytes(part.planes[0])[: part.samples * BYTES_PER_SAMPLE]
            for part in resampler.resample(None):
                yield bytes(part.planes[0])[: part.samples * BYTES_PER_SAMPLE]
    except (av.error.FFmpegError, OSError, ValueError) as error:
        raise Undecodable(path.name) from error


class Sink(Protocol):
    """A way out for sound."""

    async def play(self, second: Second) -> None:
        """Return when the sound has been taken at its pace. :raises SinkFailed: it broke."""

    async def close(self) -> None:
        """Return when all that was taken has been heard."""


class NullSink:
    """Plays to nobody, at `speed` seconds of sound a second: the demo's and the tests' loudspeaker."""

    def __init__(self, *, speed: float) -> None:
        self._speed = speed
        self._due: float | None = None

    async def play(self, second: Second) -> None:
        now = time.monotonic()
        self._due = (self._due or now) + second.length / self._speed
        await asyncio.sleep(max(0.0, self._due - now))

    async def close(self) -> None:
        self._due = None


class AlsaSink:
    """The machine's sound card, through Debian's `aplay` in a process of its own."""

    def __init__(self) -> None:
        self._process: asyncio.subprocess.Process | None = None

    async def play(self, second: Second) -> None:
        try:
            if self._process is None:
                self._process = await asyncio.create_subprocess_exec(*APLAY, stdin=asyncio.subprocess.PIPE)
            if self._process.stdin is not None:
                self._process.stdin.write(second.pcm)
                await self._process.stdin.drain()
        except OSError as error:
            raise SinkFailed(str(error)) from error

    async def close(self) -> None:
        process, self._process = self._process, None
        if process is None or process.stdin is None:
            return
        with contextlib.suppress(OSError):
            process.stdin.close()
        if await process.wait() != 0:
            raise SinkFailed("aplay")


def open_sink(name: str, *, speed: float) -> Sink:
    """`null` or `alsa`."""
    return AlsaSink() if name == "alsa" else NullSink(speed=speed)
