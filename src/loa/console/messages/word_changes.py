"""Two texts word by word: what stayed, what was taken out, what came in. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

MOST_WORDS = 1_500  # beyond it the two texts stand beside each other without marks: comparing grows with the square
_PIECES = re.compile(r"\s+|[^\s]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one side; `is_changed` where the other side does not have them here."""

    words: str
    is_changed: bool = False


def word_changes(old: str, new: str) -> tuple[list[Piece], list[Piece]]:
    """The old text and the new one in pieces: joined, each side is its text again."""
    first, second = _PIECES.findall(old), _PIECES.findall(new)
    if not (first and second):
        return [Piece(old, is_changed=True)] * bool(old), [Piece(new, is_changed=True)] * bool(new)
    if max(len(first), len(second)) > 2 * MOST_WORDS:
        return [Piece(old)], [Piece(new)]
    before: list[Piece] = []
    after: list[Piece] = []
    for kind, start, end, new_start, new_end in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        is_changed = kind != "equal"
        if end > start:
            before.append(Piece("".join(first[start:end]), is_changed))
        if new_end > new_start:
            after.append(Piece("".join(second[new_start:new_end]), is_changed))
    return before, after
