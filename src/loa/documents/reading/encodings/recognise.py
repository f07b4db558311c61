"""Which words are Vietnamese in an old code: those that spell nothing as they stand and a syllable once converted.

A text in Unicode is never touched: without letters that Vietnamese does not have, nothing is even looked at, and a
code is believed only where nearly all words that it would change become syllables.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from loa.documents.reading.encodings.syllables import is_written_syllable
from loa.documents.reading.encodings.tables import SCHEMES, Scheme

TCVN3_CODE = SCHEMES[0].code
FEWEST = 3  # words that only the old code makes sense of
SHARE = 0.85  # of all words that it would change
LONE_SHARE = 0.6  # the same inside one line, once the document is known to use the code

# Letters and signs from U+0080 to U+00FF, and the few of Windows-1252 above, that no Vietnamese word has.
_ALIEN = re.compile("[\u0080-\u009f¡-¿ÄÅÆÇËÎÏÐÑÖ×ØÛÜÞßäåæçëîïðñöøûüþÿŒœŠšŽžŸƒˆ˜€‚„†‡‰‹›™]")
_PLAIN = re.compile("[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]")
_WORD = re.compile(r"(?:[^\x00-\x2c\x2e-\x40\x5b-\x60\x7b-\x7f\s“”…•–—-]|(?<=[ÃÂáºÆÄ])[\xa0“”…•–—])+")
_LONE = "®«¬"  # đ, ô and ơ of TCVN3, which may stand alone
_TOKEN = re.compile(r"\S+")
_SMALL = re.compile("[a-z]")
_EDGES = "«»“”‘’\"'…•–—"
_HORN_AS_HYPHEN = re.compile(r"[A-Za-z\xa1-\xff]+-[A-Za-z\xa1-\xff]+")


@dataclass(frozen=True, slots=True)
class Recognised:
    """The lines with old codes converted, and the codes that were met."""

    lines: list[str]
    codes: tuple[str, ...]


def in_unicode(lines: Sequence[str]) -> Recognised:
    """The same lines in Unicode."""
    if not any(_ALIEN.search(line) for line in lines):
        return Recognised(list(lines), ())
    old = [index for index, line in enumerate(lines) if not line.isascii() and not _PLAIN.search(line)]
    schemes = _believed([lines[index] for index in old])
    if not schemes:
        return Recognised(list(lines), ())
    is_all_old = len(schemes) == 1 and not any(_PLAIN.search(line) for line in lines)
    met: set[str] = set()
    result = list(lines)
    for index in old:
        scheme = schemes[0] if is_all_old else _best(lines[index], schemes)
        if scheme is not None:
            result[index] = _converted(lines[index], scheme)
            met.add(scheme.code)
    for index in set(range(len(lines))) - set(old):
        result[index] = _mixed(lines[index], schemes)
    return Recognised(result, tuple(scheme.code for scheme in SCHEMES if scheme.code in met))


def _believed(lines: Sequence[str]) -> list[Scheme]:
    """The codes that the document is written in, surest first."""
    found = []
    for scheme in SCHEMES:
        good, bad = _weighed(lines, scheme)
        if good >= FEWEST and good >= SHARE * (good + bad):
            found.append((good, scheme))
    found.sort(key=lambda pair: -pair[0])
    return [scheme for _good, scheme in found]


def _words(line: str, scheme: Scheme) -> Iterator[str]:
    """The words that the code would change; an item's letter alone tells nothing."""
    for found in _WORD.finditer(_with_horns(line, scheme)):
        word = found.group().strip(_EDGES)
        if len(word) > 1 and not word.isascii():
            yield word


def _weighed(lines: Iterable[str], scheme: Scheme) -> tuple[int, int]:
    """How many words make sense only when converted, and how many make none then."""
    good = bad = 0
    for word, count in Counter(word for line in lines for word in _words(line, scheme)).items():
        meant = scheme.read(word)
        if is_written_syllable(meant) and meant != word:
            good += 0 if is_written_syllable(word) else count
        else:
            bad += count
    return good, bad


def _best(line: str, schemes: Sequence[Scheme]) -> Scheme | None:
    """The code of one line: where two are used in one document, the one that makes more sense of it."""
    weights = [(_weighed([line], scheme), scheme) for scheme in schemes]
    (_good, bad), scheme = max(weights, key=lambda pair: pair[0][0] - pair[0][1])
    total = sum(1 for _word in _words(line, scheme))
    return scheme if total and total - bad >= LONE_SHARE * total else None


def _converted(line: str, scheme: Scheme) -> str:
    line = _with_horns(line, scheme)
    capitals = _in_capitals(line) if scheme.code == TCVN3_CODE else []
    lone = "" if "»" in line else _LONE

    def read(found: re.Match[str]) -> str:
        seen = found.group()
        if len(seen) == 1 and not (seen.isalpha() or seen in lone):
            return seen  # a bullet or a mark, not a letter alone
        meant = scheme.read(seen)
        near = bisect_right(capitals, (found.start(), len(line))) - 1
        is_capital = near >= 0 and found.start() < capitals[near][1]
        return meant.upper() if is_capital and meant != seen else meant

    return _WORD.sub(read, line)


def _with_horns(line: str, scheme: Scheme) -> str:
    return _HORN_AS_HYPHEN.sub(_horn, line) if scheme.code == TCVN3_CODE and "-" in line else line


def _horn(found: re.Match[str]) -> str:
    """The letter ư of the old fonts is a soft hyphen, which some programs make a plain one."""
    word = found.group().replace("-", "\u00ad", 1)
    return word if is_written_syllable(SCHEMES[0].read(word)) else found.group()


def _in_capitals(line: str) -> list[tuple[int, int]]:
    """Where the line is in capitals: the whole of it, or stretches of words of which a coded one surely is."""
    if _is_in_capitals(line):
        return [(0, len(line))]
    stretches: list[tuple[int, int]] = []
    words = list(_TOKEN.finditer(line))
    for has_small, group in groupby(words, key=lambda word: _SMALL.search(word.group()) is not None):
        run = list(group)
        if not has_small and any(not word.group().isascii() and _is_in_capitals(word.group()) for word in run):
            stretches.append((run[0].start(), run[-1].end()))
    return stretches


def _is_in_capitals(line: str) -> bool:
    """Whether all plain letters, two at least, are capitals: then those with marks were capitals of the font too."""
    plain = [letter for letter in line if letter.isascii() and letter.isalpha()]
    return len(plain) > 1 and all(letter.isupper() for letter in plain)


def _mixed(line: str, schemes: Sequence[Scheme]) -> str:
    """A line that also has Unicode letters: only words that cannot be anything else are converted."""
    if not _ALIEN.search(line):
        return line

    def read(found: re.Match[str]) -> str:
        seen = found.group()
        if len(seen) < 2 or not _ALIEN.search(seen) or _PLAIN.search(seen):
            return seen
        meanings = [scheme.read(seen) for scheme in schemes]
        return next((meant for meant in meanings if is_written_syllable(meant)), seen)

    return _WORD.sub(read, line)


def is_unicode(text: str) -> bool:
    """Whether a letter stands there that Vietnamese has in Unicode alone."""
    return _PLAIN.search(text) is not None


def is_in_pieces(text: str) -> bool:
    """Whether letters stand apart from their marks (NFD), as some systems store them."""
    return not text.isascii() and unicodedata.normalize("NFC", text) != text
