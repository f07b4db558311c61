"""A text on its way to spoken form: rules take spans of it, first come first served."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum

TAKEN = "\ue000"  # stands for every character that a rule has already read
CONTEXT = 80
_PARAGRAPH = re.compile(r"\n[ \t]*(?=\n|[-–+*•|]|[\dIVX]+[.)/]|[a-zđ][.)]\s)")


class Kind(StrEnum):
    """What a span was, for the rules that look at their neighbours."""

    ADDRESS = "address"
    ABBREVIATION = "abbreviation"
    AMOUNT = "amount"
    DATE = "date"
    MARK = "mark"
    PHONE = "phone"
    SYMBOL = "symbol"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Change:
    """Characters `start:end` of the written text (NFC) and what is said for them; empty when silent."""

    start: int
    end: int
    written: str
    spoken: str
    kind: Kind


Reader = Callable[[re.Match[str]], str | None]


@dataclass(slots=True)
class Draft:
    """The text, what is still free in it, and the readings so far."""

    text: str
    free: str = field(init=False)
    changes: list[Change] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.text = unicodedata.normalize("NFC", self.text).replace(TAKEN, " ")
        self.free = self.text

    def read(self, pattern: re.Pattern[str], reader: Reader, *, kind: Kind) -> None:
        """Offer every free match to `reader`; what it returns is said for group `it` (or the match), None passes.

        Matches are found before any is read, so a rule sees the neighbours as they were.
        """
        for match in list(pattern.finditer(self.free)):
            spoken = reader(match)
            if spoken is not None:
                self.take(*match.span("it" if "it" in pattern.groupindex else 0), spoken=spoken, kind=kind)

    def take(self, start: int, end: int, *, spoken: str, kind: Kind) -> None:
        """Say `spoken` for `start:end`; a span that is partly taken is left alone."""
        if start == end or TAKEN in self.free[start:end]:
            return
        written = self.text[start:end]
        self.free = self.free[:start] + TAKEN * (end - start) + self.free[end:]
        if spoken != written:
            self.changes.append(Change(start, end, written, spoken, kind))

    def before(self, position: int) -> str:
        """The written text just before `position` in lower case, of the same paragraph; a broken line runs on."""
        return _PARAGRAPH.split(self.text[max(0, position - CONTEXT) : position])[-1].replace("\n", " ").lower()

    def after(self, position: int) -> str:
        """The written text just after `position` in lower case, of the same paragraph; a broken line runs on."""
        return _PARAGRAPH.split(self.text[position : position + CONTEXT])[0].replace("\n", " ").lower()

    def kind_at(self, position: int) -> Kind | None:
        """What the character at `position` was read as, if it was."""
        return next((one.kind for one in self.changes if one.start <= position < one.end), None)

    def rendered(self) -> str:
        """The text with every reading in place, words kept apart."""
        parts: list[str] = []
        position = 0
        for change in sorted(self.changes, key=lambda one: one.start):
            parts += [self.text[position : change.start], change.spoken]
            position = change.end
        return _spaced([*parts, self.text[position:]])


def _spaced(parts: Iterable[str]) -> str:
    """Join, with a space wherever two words would run together."""
    text = ""
    for part in parts:
        if text and part and text[-1].isalnum() and part[0].isalnum():
            text += " "
        text += part
    return text
