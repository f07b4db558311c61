"""Which number stands beside which field, and which words of the document it pairs with. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from loa.campaigns.work_names import work_name
from loa.console.plans.marking import Kind, Mark

_LABEL = re.compile(r"^\s*(?:(?:[IVXLC]+|\d+(?:\.\d+)*|[a-zđ])[.)/]|[-–+•*])\s*")
_STOP = re.compile(r"[:;]|[.!?](?=\s|$)")
OPENING_WORDS = 25


@dataclass(frozen=True, slots=True)
class Ref:
    """The small number beside a field: the quote `#q…` of that number, in lines `line_from`..`line_to`."""

    number: int
    line_from: int
    line_to: int


@dataclass(slots=True)
class Anchoring:
    """Hands out the numbers in the order of the fields; the same words are one mark, however many fields use them."""

    marks: dict[tuple[int, int, str], Mark] = field(default_factory=dict)
    fields: dict[int, str] = field(default_factory=dict)  # the field that a number in the document leads to

    def ref(self, quote: str, lines: tuple[int, int], *, field_id: str, kind: Kind = Kind.SURE) -> Ref:
        """The number for `quote` in `lines` (from, to); new where these words have none yet."""
        key = (*lines, " ".join(quote.split()))
        known = self.marks.get(key)
        if known is None:
            known = self.marks[key] = Mark(len(self.marks) + 1, kind, key[2], *lines)
            self.fields[known.number] = field_id
        return Ref(known.number, *lines)


def opening(words: str) -> str:
    """The first statement of a clause as printed, without its number, in at most 25 words: what to mark for it."""
    said = unnumbered(words)
    stop = _STOP.search(said)
    first = said[: stop.start()] if stop else said
    return " ".join(first.split()[:OPENING_WORDS])


def called(words: str) -> str:
    """What to call a clause or a duty, for the eye: where the statement goes on, it says so."""
    return work_name(words)


def unnumbered(words: str) -> str:
    """The words on one line, without the number or the dash before them."""
    return " ".join(_LABEL.sub("", words).split())
