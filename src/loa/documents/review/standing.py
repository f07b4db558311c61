"""Where the rows, clauses and lines of an earlier reading stand in a later one; nowhere where it is not sure. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum

from loa.documents.review.passages import Passages, unfigured

Lines = tuple[int, int]


class Why(StrEnum):
    """Why a correction of an earlier plan is not carried over."""

    GONE = "gone"  # the words are no longer there
    OTHERWISE = "otherwise"  # the words are there, and something else was read from them
    MANY = "many"  # the words stand in several places
    OWN = "own"  # it is of the one paper alone, as its number and day
    CORRECTED = "corrected"  # somebody has corrected the new one there already


class NotCarried(Exception):
    """The correction does not fit the new reading."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why = why


class Standing:
    """Two readings of one plan, the earlier and the later."""

    def __init__(self, former: Passages, new: Passages) -> None:
        self.former, self.new = former, new

    def row(self, pointer: str) -> str:
        """The same row of the new reading: the same words, and the same read from them.

        :raises NotCarried: there is none, or which one is not sure.
        """
        key = self.former.key(pointer)
        found = self.new.rows.get(key, [])
        if not found:
            raise NotCarried(Why.OTHERWISE if self.former.words(pointer) in self.new.said else Why.GONE)
        twins = self.former.rows[key]
        return _same(pointer, twins, found=found, above=(self._above_row(self.former), self._above_row(self.new)))

    def label(self, label: str) -> str:
        """The label that the same clause has in the new reading.

        :raises NotCarried: there is none, or which one is not sure.
        """
        clause = self.former.clauses.get(label)
        words = unfigured(clause.text) if clause else ""
        found = self.new.labels.get(words, [])
        if clause is None or not found:
            raise NotCarried(Why.GONE)
        return _same(label, self.former.labels[words], found=found, above=(self.former.above, self.new.above))

    def lines(self, first: int, last: int, *, even: Callable[[str], str] = str) -> Lines:
        """The lines that have the same words in the new reading.

        :param even: how two words are compared.
        :raises NotCarried: there are none, or which ones is not sure.
        """
        wanted = [even(word) for word, number in self.former.spread if first <= number <= last]
        found = _runs(wanted, [(even(word), number) for word, number in self.new.spread]) if wanted else []
        if not found:
            raise NotCarried(Why.GONE)
        if len(found) > 1:
            clause = self.new.clauses[self.label(self.former.holding(first, last))]
            found = [one for one in found if clause.line_from <= one[0] and one[1] <= clause.line_to]
        if len(found) != 1:
            raise NotCarried(Why.MANY)
        return found[0]

    @staticmethod
    def _above_row(passages: Passages) -> Callable[[str], tuple[str, ...]]:
        return lambda pointer: passages.above(passages.label_of(pointer))


def _same(
    one: str,
    twins: Sequence[str],
    *,
    found: Sequence[str],
    above: tuple[Callable[[str], tuple[str, ...]], Callable[[str], tuple[str, ...]]],
) -> str:
    """Of several that say the same the one under the same headings, as long as there are as many of them there."""
    if len(twins) == len(found) == 1:
        return found[0]
    here, there = above
    mine = [twin for twin in twins if here(twin) == here(one)]
    theirs = [other for other in found if there(other) == here(one)]
    if len(mine) != len(theirs):
        raise NotCarried(Why.MANY)
    return theirs[mine.index(one)]


def _runs(wanted: Sequence[str], spread: Sequence[tuple[str, int]]) -> list[Lines]:
    """The lines of every place where the words stand one after the other."""
    found = []
    for start, (word, number) in enumerate(spread):
        if word == wanted[0]:
            run = spread[start : start + len(wanted)]
            if [one for one, _line in run] == list(wanted):
                found.append((number, run[-1][1]))
    return found
