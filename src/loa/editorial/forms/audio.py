"""The spoken script as a file that a loudspeaker can play."""

from __future__ import annotations

from loa.editorial.forms.content import Content, Made
from loa.editorial.ports import Form, narrator
from loa.media.loudspeaker import loudspeaker_mp3

SYNTHETIC = "Giọng đọc do máy tạo (synthetic voice: {voice}). Mã tin {code}. {address}"
READ_BY_A_PERSON = "Mã tin {code}. {address}"


def audio(content: Content, script: str) -> Made:
    """Have `script` read and made loudspeaker-ready; a synthetic voice is said so (Luật 134/2025/QH15, Điều 11).

    :raises NarrationFailed: the voice gave no sound.
    :raises MediaFailed: the sound could not be encoded.
    """
    speech = narrator().speak(script)
    comment = SYNTHETIC if speech.is_synthetic else READ_BY_A_PERSON
    mp3 = loudspeaker_mp3(
        speech.pcm,
        rate=speech.rate,
        title=content.title,
        artist=content.station,
        comment=comment.format(voice=speech.voice, code=content.code, address=content.address),
        is_synthetic=speech.is_synthetic,
    )
    return Made(
        form=Form.AUDIO,
        media_type="audio/mpeg",
        suffix=".mp3",
        data=mp3.data,
        facts={
            "seconds": round(mp3.seconds, 2),
            "lufs": round(mp3.lufs, 2),
            "true_peak_db": round(mp3.true_peak_db, 2),
            "voice": speech.voice,
            "is_synthetic": speech.is_synthetic,
        },
    )
