"""Every form of a version, made in one go. Slow: speech and print engines run; no transaction may be open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from loa.editorial.forms.announcer import spoken_script
from loa.editorial.forms.article import article
from loa.editorial.forms.audio import audio
from loa.editorial.forms.content import Content, Made
from loa.editorial.forms.paper import poster, talking_points
from loa.editorial.forms.sms import sms
from loa.editorial.forms.social import social
from loa.editorial.ports import Form

STEPS = 7

Note = Callable[[int, int, Form], None]  # how many forms are made, of how many, and which begins now


def all_forms(content: Content, note: Note | None = None) -> list[Made]:
    """The forms of the six channels: loudspeaker, portal, notice board, social page, telecom, communicators.

    :raises NarrationFailed: the voice gave no sound.
    :raises MediaFailed: the sound could not be encoded.
    :raises UnprintableText: a letter that the print font lacks.
    """
    progress = _Progress(note)
    progress.begin(Form.SPOKEN_SCRIPT)
    script = spoken_script(content)
    progress.begin(Form.AUDIO)
    sound = audio(content, script.data.decode())
    progress.begin(Form.PAGE)
    page = article(content, sound)
    progress.begin(Form.POSTER)
    sheet = poster(content)
    progress.begin(Form.SOCIAL)
    post = social(content)
    progress.begin(Form.SMS)
    texts = sms(content)
    progress.begin(Form.TALKING_POINTS)
    return [script, sound, page, sheet, post, *texts, talking_points(content)]


@dataclass(slots=True)
class _Progress:
    """Counts the steps for whoever wants to know."""

    note: Note | None
    begun: int = 0

    def begin(self, form: Form) -> None:
        if self.note is not None:
            self.note(self.begun, STEPS, form)
        self.begun += 1
