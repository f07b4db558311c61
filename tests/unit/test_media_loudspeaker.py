"""Speech made loudspeaker-ready: loud enough, never too loud, marked, the same bytes every time."""

from __future__ import annotations

import math
from array import array

import pytest

from loa.media.engine import MediaFailed, run_engine
from loa.media.loudness import measure
from loa.media.loudspeaker import EncodedAudio, loudspeaker_mp3

RATE = 22_050
TAGS = {
    "title": "Thông báo lịch tiêm chủng",
    "artist": "Đài truyền thanh xã Đồng Sương",
    "comment": "Giọng đọc do máy tạo",
}


def syllables(seconds: float, *, loud: float = 0.3) -> bytes:
    """Something with the rhythm and the peaks of speech: a buzz at 120 Hz that swells four times a second."""
    values = array("h")
    for index in range(int(seconds * RATE)):
        second = index / RATE
        swell = math.sin(math.pi * 4 * second) ** 2
        buzz = sum(math.sin(2 * math.pi * 120 * part * second) / part for part in (1, 2, 3, 5, 8, 13, 21))
        values.append(max(-32767, min(32767, int(32767 * loud * swell * buzz))))
    return values.tobytes()


def mastered(pcm: bytes) -> EncodedAudio:
    return loudspeaker_mp3(pcm, rate=RATE, **TAGS)


@pytest.fixture(scope="module")
def audio() -> EncodedAudio:
    return mastered(syllables(5))


def test_loudness_and_peak_are_those_of_the_encoded_file(audio: EncodedAudio) -> None:
    measured = measure(audio.data)
    assert measured.lufs == pytest.approx(-16.0, abs=0.5)
    assert measured.true_peak_db <= -1.5
    assert (measured.lufs, measured.true_peak_db) == (audio.lufs, audio.true_peak_db)


def test_chimes_and_short_silences_stand_around_the_speech(audio: EncodedAudio) -> None:
    assert 5 + 2 < audio.seconds < 5 + 5
    assert audio.seconds == pytest.approx(measure(audio.data).seconds)


@pytest.mark.heavy
def test_same_speech_gives_the_same_bytes(audio: EncodedAudio) -> None:
    assert mastered(syllables(5)).data == audio.data


@pytest.mark.heavy
@pytest.mark.parametrize("loud", [0.01, 0.9])
def test_faint_and_overdriven_speech_end_at_the_same_level(loud: float) -> None:
    result = mastered(syllables(4, loud=loud))
    assert result.lufs == pytest.approx(-16.0, abs=0.5)
    assert result.true_peak_db <= -1.5


@pytest.mark.heavy
@pytest.mark.parametrize("seconds", [0.2, 1.5])
def test_short_speech_is_only_kept_from_overload(seconds: float) -> None:
    assert mastered(syllables(seconds)).true_peak_db <= -1.5


def test_tags_name_the_message_and_mark_the_synthetic_voice(audio: EncodedAudio) -> None:
    head = audio.data[:1000]
    assert audio.data.startswith(b"ID3\x04")
    for text in TAGS.values():
        assert text.encode() in head
    assert b"TXXX" in head
    assert b"synthetic-voice\x00true" in head
    assert b"algorithmicMedia" in head


def test_a_recorded_voice_is_not_called_synthetic() -> None:
    recorded = loudspeaker_mp3(syllables(1), rate=RATE, is_synthetic=False, **TAGS)
    assert b"synthetic-voice" not in recorded.data


@pytest.mark.parametrize("pcm", [b"", b"\0", bytes(2 * RATE)], ids=["nothing", "half a sample", "silence"])
def test_what_is_no_speech_is_refused(pcm: bytes) -> None:
    with pytest.raises(MediaFailed):
        mastered(pcm)


def test_an_impossible_rate_is_refused() -> None:
    with pytest.raises(MediaFailed, match="1 samples"):
        loudspeaker_mp3(syllables(0.1), rate=1, **TAGS)


@pytest.mark.parametrize("data", [b"", b"no sound at all", b"ID3\x04" + bytes(500)])
def test_measuring_what_is_no_audio_fails_clearly(data: bytes) -> None:
    with pytest.raises(MediaFailed, match="ended with 1"):
        measure(data)


def test_an_engine_that_hangs_is_stopped() -> None:
    with pytest.raises(MediaFailed, match="did not end"):
        run_engine({"task": "measure"}, b"", timeout=0.001)


def test_an_unknown_task_is_refused() -> None:
    with pytest.raises(MediaFailed, match="unknown task"):
        run_engine({"task": "sing"}, b"", timeout=30)
