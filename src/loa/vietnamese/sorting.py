"""Sorting as a Vietnamese reader expects: `đ` after `d`, `Á` with `A`, `Khu 9` before `Khu 10`."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng; no mark (ngang) comes before them all
_RANK = {letter: rank for rank, letter in enumerate(ALPHABET)}
_TONE = {mark: place for place, mark in enumerate(TONES, start=1)}
_PIECE = re.compile(r"(?P<number>\d+)|(?P<letter>[^\W\d_][\u0300-\u036f]*)|(?P<gap>[\W_]+)")
_GAP, _NUMBER, _LETTER = range(3)

Piece = tuple[int, int, str]
SortKey = tuple[tuple[Piece, ...], tuple[int, ...]]


@lru_cache(maxsize=2_000)  # one page sorts the same names of units several times
def sort_key(text: str) -> SortKey:
    """A key for `sorted`: letters in the order of the alphabet, then tones (ngang, huyền, hỏi, ngã, sắc, nặng).

    Numbers count as numbers, all signs and spaces as one gap, capitals as small letters; NFC and NFD give the same key.
    Tones decide only between texts that are otherwise equal, as in the Vietnamese rules of Unicode CLDR.
    """
    pieces: list[Piece] = []
    tones: list[int] = []
    for match in _PIECE.finditer(_small(text)):
        if match["letter"]:
            pieces.append(_letter_piece(match["letter"]))
            tones.append(_tone(match["letter"]))
        elif match["number"]:
            pieces.append(_number_piece(match["number"]))
        elif pieces:  # signs before the first word sort nothing
            pieces.append((_GAP, 0, ""))
    if pieces and pieces[-1][0] == _GAP:
        pieces.pop()
    return tuple(pieces), tuple(tones)


def _small(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text).casefold()
    return unicodedata.normalize("NFD", folded)


def _letter_piece(letter: str) -> Piece:
    """The place in the alphabet; a letter that is not in it stands after z."""
    without_tone = "".join(character for character in letter if character not in _TONE)
    composed = unicodedata.normalize("NFC", without_tone)
    rank = _RANK.get(composed, _RANK.get(letter[0]))
    return (_LETTER, len(ALPHABET), letter[0]) if rank is None else (_LETTER, rank, "")


def _tone(letter: str) -> int:
    return max((_TONE.get(character, 0) for character in letter), default=0)


def _number_piece(digits: str) -> Piece:
    """By length, then by digits: a number of any length, without the limit of `int`."""
    plain = "".join(str(unicodedata.decimal(digit)) for digit in digits).lstrip("0")
    return (_NUMBER, len(plain), plain)
