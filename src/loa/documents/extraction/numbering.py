"""The numbers of items as Nghị định 30/2020/NĐ-CP and common practice print them: `II.`, `3.`, `1.2.`, `a)`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50}
LETTERS = "abcdđeghiklmnopqrstuvxy"  # the order of items; â, ă and the like are not used

_DIEU = re.compile(r"Điều\s+(?P<n>\d{1,3})\s*[.:]?(?=\s|$)")
_ROMAN = re.compile(r"(?P<n>[IVXL]{1,7})\s?[./)\-:–](?!\d)\s*(?=[^\W\d_“\"(]|[“\"(]|$)")
_DECIMAL = re.compile(r"(?P<n>[1-9]\d?(?:\.[1-9]\d?){1,3})\s?[./)]?\s*(?=[^\W\d_]|[“\"(])")
_ARABIC = re.compile(r"(?P<n>[1-9]\d?)(?:\s?[./)]\s*|\s?[-–]\s+)(?=[^\W\d_]|[“\"(]|(?<=\s)\S|$)")
_LETTER = re.compile(r"(?P<n>[a-zđ])\s?[)./]\s*(?=[^\W\d_]|[“\"(]|$)")


class Kind(IntEnum):
    """The levels from the widest to the narrowest."""

    DIEU = 0
    ROMAN = 1
    ARABIC = 2
    NESTED = 3  # a second row of Arabic numbers inside an Arabic item
    DECIMAL = 4
    LETTER = 5


@dataclass(frozen=True, slots=True)
class Marker:
    """A printed number at the head of a paragraph: its kind, its parts as integers, and where the words begin."""

    kind: Kind
    parts: tuple[int, ...]
    printed: str
    length: int


def roman_value(text: str) -> int | None:
    """`XIV` → 14; None where the letters form no Roman number up to 50."""
    total, biggest = 0, 0
    for letter in reversed(text):
        value = ROMAN_DIGITS[letter]
        total += value if value >= biggest else -value
        biggest = max(biggest, value)
    return total if 0 < total <= 50 and roman_text(total) == text else None


def roman_text(value: int) -> str:
    """14 → `XIV`."""
    out = ""
    for size, sign in ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        while value >= size:
            out, value = out + sign, value - size
    return out


def marker_of(text: str) -> Marker | None:
    """Return the number that `text` begins with, if it begins with one."""
    if found := _DIEU.match(text):
        return Marker(Kind.DIEU, (int(found["n"]),), f"Điều {found['n']}", found.end())
    if (found := _ROMAN.match(text)) and (value := roman_value(found["n"])):
        return Marker(Kind.ROMAN, (value,), found["n"], found.end())
    if found := _DECIMAL.match(text):
        parts = tuple(int(part) for part in found["n"].split("."))
        return Marker(Kind.DECIMAL, parts, found["n"], found.end())
    if found := _ARABIC.match(text):
        return Marker(Kind.ARABIC, (int(found["n"]),), found["n"], found.end())
    if found := _LETTER.match(text):
        return Marker(Kind.LETTER, (ord(found["n"]),), found["n"], found.end())
    return None


def words_after(text: str, marker: Marker) -> str:
    """The words behind the number, without stray marks between the two."""
    return text[marker.length :].lstrip(" .):-–/")
