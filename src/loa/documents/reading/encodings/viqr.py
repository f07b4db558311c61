"""VIQR: Vietnamese written in ASCII, the marks as signs behind their vowel (`Tuye^n truye^`n`, RFC 1456).

Believed only of a document without a single letter beyond ASCII, where nearly all words that bear one of the signs of
a vowel's shape become syllables. A full stop or question mark at the end of a word may be a mark or the sentence's own:
what stands behind it tells.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence

from loa.documents.reading.encodings.syllables import is_written_syllable

CODE = "viqr"
FEWEST = 5  # words with a sign of shape that become syllables
SHARE = 0.85  # of all that have one
OF_ALL = 0.15  # of all words: running Vietnamese has twice that
_SHAPES = {"^": "\u0302", "(": "\u0306", "+": "\u031b"}
_TONES = {
    "'": "\u0301",
    "\u2019": "\u0301",
    "`": "\u0300",
    "\u2018": "\u0300",
    "?": "\u0309",
    "~": "\u0303",
    ".": "\u0323",
}
_TONE = "['\u2019`\u2018?~.]"
_VOWEL = rf"(?:[AaEeOo]\^|[Aa]\(|[OoUu]\+|[AEIOUYaeiouy]){_TONE}?"
_WORD = re.compile(rf"(?<![A-Za-z\d])(?:{_VOWEL}|[B-DF-HJ-NP-TV-XZb-df-hj-np-tv-xz])+")
_SHAPED = re.compile(r"[AaEeOo]\^|[Aa]\(|[OoUu]\+|^(?:dd|DD|Dd)")
_UNIT = re.compile(rf"([AEIOUYaeiouy])([\^(+]?)({_TONE}?)")
_TOKEN = re.compile(r"\S+")
_ESCAPED = re.compile(r"\\(?=[.?'`~^(+\\])")
_DD = re.compile(r"dd|DD|Dd")
_ADDRESS = ("://", "www.", "@")
_NEAR = 40  # letters behind a word that tell whether its sentence goes on
_SIGN = re.compile(r"[\^+]|[Aa]\(")


def is_viqr(lines: Sequence[str]) -> bool:
    """Whether the document is written so."""
    if not any(_SIGN.search(line) for line in lines) or any(_is_beyond_ascii(line) for line in lines):
        return False
    words = shaped = good = 0
    for found in (found for line in lines for found in _WORD.finditer(line)):
        word = found.group()
        words += 1
        if _SHAPED.search(word) and sum(map(str.isalpha, word)) > 1:  # `U+` alone tells nothing
            shaped += 1
            good += is_written_syllable(_meant(word.rstrip(".?"))) or is_written_syllable(_meant(word))
    return good >= FEWEST and good >= SHARE * shaped and good >= OF_ALL * words


def from_viqr(lines: Sequence[str]) -> list[str]:
    """The lines in Unicode."""
    return [_converted(line, goes_on=_begins_small(after)) for line, after in zip(lines, [*lines[1:], ""], strict=True)]


def _is_beyond_ascii(line: str) -> bool:
    return not line.isascii() and any(letter.isalpha() for letter in line if not letter.isascii())


def _begins_small(line: str) -> bool:
    return line.lstrip()[:1].islower()


def _converted(line: str, *, goes_on: bool) -> str:
    addresses = [token.span() for token in _TOKEN.finditer(line) if any(sign in token.group() for sign in _ADDRESS)]

    def read(found: re.Match[str]) -> str:
        word, start, end = found.group(), *found.span()
        near = bisect_right(addresses, (start, len(line))) - 1
        if near >= 0 and start < addresses[near][1]:
            return word
        if word[-1] not in ".?" or _is_tone(word, line[end : end + _NEAR], goes_on=goes_on):
            return _meant(word)
        return _meant(word[:-1]) + word[-1]

    return _ESCAPED.sub("", _WORD.sub(read, line))


def _is_tone(word: str, after: str, *, goes_on: bool) -> bool:
    """Whether the full stop or question mark that ends `word` is the tone of its vowel; `goes_on` of the sentence."""
    bare = _meant(word[:-1])
    if not is_written_syllable(_meant(word)) or (len(word) > 2 and not word[-2].isalnum() and word[-2] not in "^(+"):
        return False
    if (
        any(mark in _TONES.values() for mark in unicodedata.normalize("NFD", bare))
        or after[:2] == ".."
        or after[:1] == "/"
    ):
        return False
    rest = after.lstrip()
    if not rest:
        return goes_on
    if after[0] != " " or rest[0].islower() or rest[0].isdigit() or not rest[0].isalpha():
        return True
    return word[-1] == "?" or word[-2] in "^(+"


def _meant(word: str) -> str:
    """What a word spells."""
    with_bars = _DD.sub(lambda pair: "Đ" if pair.group()[0] == "D" else "đ", word)
    marked = _UNIT.sub(lambda unit: unit[1] + _SHAPES.get(unit[2], "") + _TONES.get(unit[3], ""), with_bars)
    return unicodedata.normalize("NFC", marked)
