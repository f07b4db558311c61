"""Two versions of a text with the words that differ marked, and what is alike and long cut short. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

CUT = "…"
NEAR = 8  # so many like words stand on each side of what differs, for a reader to know the place
LONGEST = 60  # of marked words in a row; more are cut in their middle
MOST_COMPARED = 400  # words; of more each differing stretch is marked as a whole


@dataclass(frozen=True, slots=True)
class Part:
    """Words in a row that differ from the other version, or that both have."""

    words: str
    is_marked: bool


Parts = tuple[Part, ...]
_Run = tuple[bool, Sequence[str], Sequence[str]]  # whether they differ, the words before, the words after


def marked_pair(was: str, becomes: str) -> tuple[Parts, Parts]:
    """Both texts in parts, word by word; each on one line."""
    runs = list(_joined(_runs(was.split(), becomes.split())))
    last = len(runs) - 1
    before, after = [], []
    for number, (differs, old, new) in enumerate(runs):
        if differs:
            before.append(Part(_shortened(old), True))
            after.append(Part(_shortened(new), True))
        else:
            near = Part(_near(old, is_first=number == 0, is_last=number == last), False)
            before.append(near)
            after.append(near)
    return _said(before), _said(after)


def marked_names(was: Sequence[str], becomes: Sequence[str]) -> tuple[Parts, Parts]:
    """Two lists of names; those that the other list lacks are marked."""
    return _names(was, other=becomes), _names(becomes, other=was)


def whole(words: str, *, is_marked: bool = False) -> Parts:
    """`words` as one part; none where there are no words."""
    return _said([Part(words, is_marked)])


def _names(names: Sequence[str], *, other: Collection[str]) -> Parts:
    last = len(names) - 1
    return tuple(Part(f"{name}," if at < last else name, name not in other) for at, name in enumerate(names))


def _said(parts: Sequence[Part]) -> Parts:
    return tuple(part for part in parts if part.words)


def _runs(old: Sequence[str], new: Sequence[str]) -> Iterator[_Run]:
    """What both begin with, what lies between, what both end with."""
    head = _alike(old, new)
    tail = _alike(old[head:][::-1], new[head:][::-1])
    yield False, old[:head], new[:head]
    yield from _between(old[head : len(old) - tail], new[head : len(new) - tail])
    yield False, old[len(old) - tail :], new[len(new) - tail :]


def _alike(old: Sequence[str], new: Sequence[str]) -> int:
    """With how many like words both begin."""
    shorter = min(len(old), len(new))
    return next((at for at in range(shorter) if old[at] != new[at]), shorter)


def _between(old: Sequence[str], new: Sequence[str]) -> Iterator[_Run]:
    if max(len(old), len(new)) > MOST_COMPARED:
        yield True, old, new
        return
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield kind != "equal", old[a:b], new[c:d]


def _joined(runs: Iterator[_Run]) -> Iterator[_Run]:
    """Neighbours that differ as one; a single like word between two changes reads easier as part of them."""
    found: list[_Run] = []
    for differs, old, new in (run for run in runs if run[1] or run[2]):
        is_one_word = not differs and len(old) == 1 and bool(found)
        if found and found[-1][0] and (differs or is_one_word):
            found[-1] = (True, [*found[-1][1], *old], [*found[-1][2], *new])
        else:
            found.append((differs, old, new))
    return _unglued(found)


def _unglued(runs: Sequence[_Run]) -> Iterator[_Run]:
    """A like word at the very end of a change was no word between two: it is given back."""
    for differs, old, new in runs:
        if differs and old and new and old[-1] == new[-1]:
            yield True, old[:-1], new[:-1]
            yield False, old[-1:], new[-1:]
        else:
            yield differs, old, new


def _near(words: Sequence[str], *, is_first: bool, is_last: bool) -> str:
    """Of words that both have only those next to a change."""
    before, after = (0 if is_first else NEAR), (0 if is_last else NEAR)
    if (is_first and is_last) or len(words) <= before + after + 1:
        return " ".join(words)
    return " ".join([*words[:before], CUT, *words[len(words) - after :]])


def _shortened(words: Sequence[str]) -> str:
    if len(words) <= LONGEST:
        return " ".join(words)
    return " ".join([*words[: LONGEST // 2], CUT, *words[-LONGEST // 2 :]])
