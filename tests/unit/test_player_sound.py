"""Sound second by second: exact from any position, at the pace of the sink."""

from __future__ import annotations

import asyncio
from pathlib import Path
from types import SimpleNamespace

import pytest

from loa_player import sound
from loa_player.sound import RATE, AlsaSink, NullSink, Second, SinkFailed, Undecodable, seconds_of
from speaker_rig import an_mp3


@pytest.fixture(scope="module")
def mp3(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(an_mp3(tmp_path_factory.mktemp("sound"), seconds=5.5).path)


def test_a_file_is_cut_into_whole_seconds_and_a_rest(mp3: Path) -> None:
    pieces = list(seconds_of(mp3))
    assert [piece.length for piece in pieces[:-1]] == [1.0] * (len(pieces) - 1)
    assert pieces[-1].ends_at == pytest.approx(5.5, abs=0.1)
    assert [piece.ends_at for piece in pieces[:5]] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("position", [0.0, 1.0, 2.5, 5.0])
def test_going_on_from_a_position_gives_exactly_what_was_left(mp3: Path, position: float) -> None:
    whole = b"".join(piece.pcm for piece in seconds_of(mp3))
    rest = b"".join(piece.pcm for piece in seconds_of(mp3, position=position))
    assert rest == whole[round(position * RATE) * 2 :]


def test_a_position_at_the_end_leaves_nothing(mp3: Path) -> None:
    end = list(seconds_of(mp3))[-1].ends_at
    assert list(seconds_of(mp3, position=end)) == []


def test_what_is_no_sound_cannot_be_decoded(tmp_path: Path) -> None:
    path = tmp_path / "x.mp3"
    path.write_bytes(b"not a sound" * 100)
    with pytest.raises(Undecodable):
        list(seconds_of(path))


def test_the_null_sink_takes_the_time_of_the_sound_and_makes_up_for_a_delay(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = SimpleNamespace(now=100.0)

    async def sleep(seconds: float) -> None:
        clock.now += seconds

    async def play() -> None:
        sink = NullSink(speed=20)
        for end in range(1, 5):
            await sink.play(Second(bytes(RATE * 2), float(end)))
            clock.now += 0.01  # what came between took a while
        await sink.close()

    monkeypatch.setattr(sound, "time", SimpleNamespace(monotonic=lambda: clock.now))
    monkeypatch.setattr(sound, "asyncio", SimpleNamespace(sleep=sleep))
    asyncio.run(play())
    assert clock.now == pytest.approx(100.21)  # four times a twentieth, and only the last delay comes on top


def fake_aplay(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    program = folder / "aplay"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="ascii")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder), prepend=":")


def test_the_sound_card_gets_every_sample(tmp_path: Path, mp3: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_aplay(tmp_path, monkeypatch, f"cat > {tmp_path}/heard")

    async def play() -> None:
        sink = AlsaSink()
        for piece in seconds_of(mp3):
            await sink.play(piece)
        await sink.close()

    asyncio.run(play())
    assert (tmp_path / "heard").read_bytes() == b"".join(piece.pcm for piece in seconds_of(mp3))


def test_a_sound_card_that_fails_is_noticed(tmp_path: Path, mp3: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_aplay(tmp_path, monkeypatch, "exit 1")

    async def play() -> None:
        sink = AlsaSink()
        try:
            for piece in seconds_of(mp3):
                await sink.play(piece)
        finally:
            await sink.close()

    with pytest.raises(SinkFailed):
        asyncio.run(play())
