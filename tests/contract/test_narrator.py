"""What every narrator must do; espeak-ng is the one that is always there."""

from __future__ import annotations

from array import array

import pytest

from loa.adapters.voice_espeak import VOICES, Adapter
from loa.editorial.ports import NarrationFailed, Narrator

SENTENCE = (
    "Ủy ban nhân dân xã Đồng Sương thông báo lịch tiêm chủng cho trẻ em dưới năm tuổi "
    "vào bảy giờ ba mươi phút ngày mười lăm tháng tám tại trạm y tế xã."
)
ANNOUNCER_SYLLABLES_A_SECOND = (3.0, 5.0)


@pytest.fixture(params=VOICES)
def narrator(request: pytest.FixtureRequest) -> Narrator:
    return Adapter(voice=request.param)


def seconds_of(narrator: Narrator, script: str) -> float:
    speech = narrator.speak(script)
    return len(speech.pcm) / 2 / speech.rate


def test_a_sentence_takes_as_long_as_an_announcer_needs(narrator: Narrator) -> None:
    low, high = ANNOUNCER_SYLLABLES_A_SECOND
    assert low < len(SENTENCE.split()) / seconds_of(narrator, SENTENCE) < high


def test_speech_is_loud_enough_to_hear_and_says_it_is_synthetic(narrator: Narrator) -> None:
    speech = narrator.speak(SENTENCE)
    samples = array("h", speech.pcm)
    assert max(samples) > 3000
    assert speech.is_synthetic
    assert speech.voice


def test_lines_are_parted_by_a_pause(narrator: Narrator) -> None:
    together = seconds_of(narrator, "Xin chào. Xin cảm ơn.")
    assert seconds_of(narrator, "Xin chào.\n\nXin cảm ơn.") > together


def test_the_same_script_sounds_the_same(narrator: Narrator) -> None:
    assert narrator.speak(SENTENCE).pcm == narrator.speak(SENTENCE).pcm


@pytest.mark.parametrize("script", ["", "  \n ", "…!?"])
def test_a_script_without_words_is_refused(narrator: Narrator, script: str) -> None:
    with pytest.raises(NarrationFailed):
        narrator.speak(script)


def test_an_engine_that_fails_says_how() -> None:
    with pytest.raises(NarrationFailed, match="no voice nowhere"):
        Adapter(voice="nowhere").speak(SENTENCE)


def test_a_slower_announcer_takes_longer() -> None:
    assert seconds_of(Adapter(words_per_minute=120), SENTENCE) > seconds_of(Adapter(words_per_minute=200), SENTENCE)
