"""The spoken script with marks where it says something otherwise than it is written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from loa.core.canonical import sha256_hex
from loa.core.content import ContentMissing, ContentStore
from loa.editorial.forms.announcer import announcer_text
from loa.editorial.forms.content import Content
from loa.editorial.models import MessageVersion, Rendition
from loa.editorial.ports import Form
from loa.editorial.selectors.binding import content_of
from loa.vietnamese.spoken import spoken_form

PAUSES = frozenset(",.;:?!")


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the script. `written` is what stands in the text for it, None where both are the same.

    `is_unsure`: it spells a short form that nobody taught Loa to say.
    """

    text: str
    written: str | None = None
    is_unsure: bool = False


@dataclass(frozen=True, slots=True)
class MarkedScript:
    """The whole script: its segments joined are the script itself, letter by letter; `unknown` the spelled tokens.

    `is_marked` is False where the frozen script could not be matched to the words, and so stands without marks.
    """

    segments: tuple[Segment, ...]
    unknown: tuple[str, ...]
    is_marked: bool = True


def spoken_script_marks(version: MessageVersion) -> MarkedScript:
    """The script of `version` with its marks; a draft's as it would be. A frozen script is shown, never made anew:
    where today's reading gives other bytes, the frozen ones stand alone, and nothing where their file is lost.
    """
    read = words_marks(content_of(version))
    frozen = version.renditions.filter(form=Form.SPOKEN_SCRIPT).first()
    script = "".join(segment.text for segment in read.segments)
    if frozen is None or sha256_hex(script.encode()) == frozen.sha256:
        return read
    stored = _stored(frozen)
    known = tuple(frozen.facts.get("unknown", ()))
    return MarkedScript((Segment(stored),) if stored else (), known, is_marked=False)


def words_marks(content: Content) -> MarkedScript:
    """The script of words that nobody has frozen, or even written down, with its marks."""
    segments, unknown = _read(content)
    return MarkedScript(tuple(segments), unknown)


def _stored(frozen: Rendition) -> str:
    try:
        return ContentStore(Path(settings.CONTENT_DIR)).get(frozen.sha256, suffix=frozen.suffix).decode()
    except (ContentMissing, OSError):
        return ""


def _read(content: Content) -> tuple[list[Segment], tuple[str, ...]]:
    segments: list[Segment] = []
    unknown: list[str] = []
    for line in announcer_text(content).split("\n"):
        said = spoken_form(line)
        unsure = set(said.unknown)
        pieces = [
            Segment(change.spoken, change.written, not unsure.isdisjoint(_tokens(change.written)))
            for change in said.changes
        ]
        starts = [(change.start, change.end) for change in said.changes]
        segments += _aligned(said.text, list(_pieces(line, pieces, starts=starts)))
        segments.append(Segment("\n"))
        unknown += said.unknown
    return segments, tuple(sorted(set(unknown)))


def _tokens(written: str) -> list[str]:
    """The short forms in `written`, itself included: a document number holds one among figures."""
    return [written, *re.split(r"\W+", written)]


def _pieces(line: str, said: list[Segment], *, starts: list[tuple[int, int]]) -> Iterator[Segment]:
    """The written line in order, what is said otherwise in its place."""
    text = unicodedata.normalize("NFC", line)
    position = 0
    for piece, (start, end) in zip(said, starts, strict=True):
        yield Segment(text[position:start])
        yield piece
        position = end
    yield Segment(text[position:])


def _aligned(text: str, pieces: list[Segment]) -> list[Segment]:
    """Lay the pieces over the finished line `text`, which differs from them in blanks, pauses and capitals only.

    A mark goes from the first letter of a piece to its last; a line that does not fit comes without marks.
    """
    sounding = [place for place, letter in enumerate(text) if _is_sounding(letter)]
    spoken = "".join(letter for piece in pieces for letter in piece.text if _is_sounding(letter))
    if "".join(text[place] for place in sounding).lower() != spoken.lower() or len(sounding) != len(spoken):
        return [Segment(text)]
    segments: list[Segment] = []
    taken = position = 0
    for piece in pieces:
        count = sum(map(_is_sounding, piece.text))
        if count and piece.written is not None:
            start, end = sounding[taken], sounding[taken + count - 1] + 1
            segments += [Segment(text[position:start]), Segment(text[start:end], piece.written, piece.is_unsure)]
            position = end
        taken += count
    segments.append(Segment(text[position:]))
    return [segment for segment in segments if segment.text]


def _is_sounding(letter: str) -> bool:
    return not letter.isspace() and letter not in PAUSES
