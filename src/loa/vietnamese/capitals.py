"""Words in capitals: a heading is read as words, an unknown abbreviation letter by letter."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import takewhile

from loa.vietnamese.syllables import has_marks, has_tone, is_syllable

# Every capital letter up to the last one of Vietnamese, for the brackets of a pattern.
CAPITALS = "".join(letter for letter in map(chr, range(0x41, 0x1EFA)) if letter.isupper())
_WORD = re.compile(r"[^\W\d_]+")
_SPLIT = re.compile(r"[\s,]+")
_REACH = 60
_LONG = 5


def line_at(text: str, position: int) -> str:
    """The line of `text` around `position`."""
    start = text.rfind("\n", 0, position) + 1
    end = text.find("\n", position)
    return text[start : end if end >= 0 else len(text)]


def is_heading_line(text: str, position: int) -> bool:
    """Tell whether the line around `position` is a heading in capitals: most words are, and some bear marks."""
    return _is_heading(line_at(text, position))


@lru_cache(maxsize=64)  # asked for each word of the line
def _is_heading(line: str) -> bool:
    words = _WORD.findall(line)
    big = [word for word in words if word.isupper()]
    return len(big) >= 2 and len(big) * 5 >= len(words) * 4 and any(has_marks(word) for word in big)


def is_word_in_capitals(text: str, start: int, *, end: int) -> bool:
    """Tell whether the capitals at `start:end` are a Vietnamese word and no abbreviation."""
    word = text[start:end]
    if not word.isupper():
        return False
    if has_tone(word):
        return True
    if is_heading_line(text, start):
        return is_syllable(word) or _is_foreign_word(word)
    return is_syllable(word) and (has_marks(word) or _stands_among_words(text, start, end=end))


def _stands_among_words(text: str, start: int, *, end: int) -> bool:
    """A word in the same run of capitals that is surely one makes this one a word too."""
    before = reversed(_SPLIT.split(text[max(0, start - _REACH) : start].rstrip()))
    after = _SPLIT.split(text[end : end + _REACH].lstrip())
    return any(has_tone(word) for side in (before, after) for word in takewhile(_is_capital_word, side))


def _is_capital_word(word: str) -> bool:
    return word.isalpha() and word.isupper()


def _is_foreign_word(word: str) -> bool:
    """`INTERNET` in a heading: long, and with vowels all along, as no abbreviation is."""
    return len(word) >= _LONG and not re.search(r"[^AEIOUY]{4}", word) and re.search(r"[AEIOUY]", word) is not None
