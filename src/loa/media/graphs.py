"""Sound through FFmpeg's filters and codecs, all in this process. Only the media child imports this."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from typing import cast

import av
from av.audio.frame import AudioFrame
from av.filter import Graph

BLOCK_SAMPLES = 4096
MP3_RATE = 48_000
MP3_BITS_PER_SECOND = 64_000

Filter = tuple[str, str]


def frames_of(pcm: bytes, *, rate: int) -> Iterator[AudioFrame]:
    """Cut mono s16 PCM into frames."""
    for start in range(0, len(pcm), 2 * BLOCK_SAMPLES):
        block = pcm[start : start + 2 * BLOCK_SAMPLES]
        frame = AudioFrame(format="s16", layout="mono", samples=len(block) // 2)
        frame.planes[0].update(block.ljust(frame.planes[0].buffer_size, b"\0"))
        frame.sample_rate = rate
        frame.pts = start // 2
        yield frame


def filtered(frames: Iterable[AudioFrame], filters: Sequence[Filter]) -> Iterator[AudioFrame]:
    """Push `frames` through a chain of `(filter, arguments)` and give what comes out."""
    graph: Graph | None = None
    for frame in frames:
        graph = graph or _chain(frame, filters)
        graph.push(frame)
        yield from _ready(graph)
    if graph is not None:
        graph.push(None)
        yield from _ready(graph)


def _chain(first: AudioFrame, filters: Sequence[Filter]) -> Graph:
    graph = Graph()
    last = graph.add_abuffer(
        sample_rate=first.sample_rate, format=first.format.name, layout=first.layout.name, time_base=first.time_base
    )
    for name, arguments in [*filters, ("abuffersink", "")]:
        node = graph.add(name, arguments) if arguments else graph.add(name)
        last.link_to(node)
        last = node
    graph.configure()
    return graph


def _ready(graph: Graph) -> Iterator[AudioFrame]:
    while True:
        try:
            yield cast(AudioFrame, graph.pull())
        except (av.error.BlockingIOError, av.error.EOFError):
            return


def encoded_mp3(frames: Iterable[AudioFrame]) -> bytes:
    """Return `frames` (mono, 48 kHz) as MP3 of 64 kbit/s, without tags."""
    target = io.BytesIO()
    with av.open(target, "w", format="mp3", options={"id3v2_version": "0"}) as container:
        stream = container.add_stream("libmp3lame", rate=MP3_RATE, layout="mono", options={"compression_level": "7"})
        stream.bit_rate = MP3_BITS_PER_SECOND
        for frame in frames:
            frame.pts = None
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return target.getvalue()


def decoded(data: bytes) -> Iterator[AudioFrame]:
    """Give the frames of the first audio stream of an audio file."""
    with av.open(io.BytesIO(data), "r") as container:
        yield from container.decode(audio=0)
