"""The spoken script for the screen: lines of words, each changed place with the number of its written form."""

from __future__ import annotations

from dataclasses import dataclass

from loa.editorial.selectors import MarkedScript


@dataclass(frozen=True, slots=True)
class Place:
    """Words of the script. `number` leads to how they are written, 0 where both are the same."""

    words: str
    number: int = 0
    is_unsure: bool = False
    is_first: bool = False  # of its number: there the written form leads back to


@dataclass(frozen=True, slots=True)
class Spelling:
    """The written form behind one number."""

    number: int
    written: str
    spoken: str
    is_unsure: bool


@dataclass(frozen=True, slots=True)
class Script:
    """The script line by line. `is_marked` is False where the frozen script is shown without marks."""

    lines: tuple[tuple[Place, ...], ...]
    spellings: tuple[Spelling, ...]
    unknown: tuple[str, ...]
    is_marked: bool

    @property
    def unsure(self) -> list[Spelling]:
        return [one for one in self.spellings if one.is_unsure]


def script_lines(marked: MarkedScript) -> Script:
    """Lay out `marked`: the same written form said the same way keeps its number wherever it comes again."""
    known: dict[tuple[str, str], Spelling] = {}
    lines: list[list[Place]] = [[]]
    for segment in marked.segments:
        number, is_first = 0, False
        if segment.written is not None:
            key = (segment.written, segment.text.lower())
            is_first = key not in known
            spelling = known.setdefault(key, Spelling(len(known) + 1, segment.written, segment.text, segment.is_unsure))
            number = spelling.number
        for index, words in enumerate(segment.text.split("\n")):
            if index:
                lines.append([])
            if words:
                lines[-1].append(Place(words, number, segment.is_unsure, is_first and not index))
    full = tuple(tuple(line) for line in lines if line)
    return Script(full, tuple(known.values()), marked.unknown, marked.is_marked)
