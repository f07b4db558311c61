"""Every form of a version, made in one go. Slow: speech and print engines run; no transaction may be open."""

from __future__ import annotations

from loa.editorial.forms.announcer import spoken_script
from loa.editorial.forms.article import article
from loa.editorial.forms.audio import audio
from loa.editorial.forms.content import Content, Made
from loa.editorial.forms.paper import poster, talking_points
from loa.editorial.forms.sms import sms
from loa.editorial.forms.social import social


def all_forms(content: Content) -> list[Made]:
    """The forms of the six channels: loudspeaker, portal, notice board, social page, telecom, communicators.

    :raises NarrationFailed: the voice gave no sound.
    :raises MediaFailed: the sound could not be encoded.
    :raises UnprintableText: a letter that the print font lacks.
    """
    script = spoken_script(content)
    sound = audio(content, script.data.decode())
    return [
        script,
        sound,
        article(content, sound),
        poster(content),
        social(content),
        *sms(content),
        talking_points(content),
    ]
