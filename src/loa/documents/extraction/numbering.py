"""The numbers of items as Nghị định 30/2020/NĐ-CP and common practice print them: `II.`, `3.`, `1.2.`, `a)`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from .wording import folded, is_upper

ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50}
LETTERS = "abcdđeghiklmnopqrstuvxy"  # the order of items; â, ă and the like are not used
CAPITALS = "ABCDĐEGHK"
ORDINALS = ("", "nhat", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi")
_COUNTED = {word: value for value, word in enumerate(ORDINALS) if word} | {"mot": 1, "bon": 4}

_WORDS_FOLLOW = r"(?=[^\W\d_]|[“\"(]|$)"
_DIVISION = re.compile(
    rf"(?P<name>(?P<word>phan|chuong|muc)\s+(?:thu\s+)?(?P<n>{'|'.join(_COUNTED)}|[ivx]{{1,5}}|\d{{1,2}}|[a-e]))"
    r"(?P<mark>\s*[.:]\s*|\s*[-–]\s+|\s*$|\s+)"
)
_DIEU = re.compile(r"(?:Điều|ĐIỀU)\s+(?P<n>\d{1,3})(?:\s*[.:]|\s*[-–]\s|\s*$|\s(?=[A-ZĐ]))")
_ROMAN = re.compile(rf"(?!V\s?/\s?v\b)(?P<n>[IVXL]{{1,7}})\s?[./)\-:–](?!\d)\s*{_WORDS_FOLLOW}")
_POOR_ROMAN = re.compile(r"(?P<n>[IVXLl1|]{1,6})(?:\s?[.,:]\s*|\s+)(?=[^\W\d_]{2})")
_PATH = re.compile(r"[IVXL]{1,7}(?P<n>(?:\.[1-9]\d?){1,3})\s?[./)]?\s+(?=[^\W\d_]|[“\"(])")
_DECIMAL = re.compile(r"(?P<n>[1-9]\d?(?:\.[1-9]\d?){1,3})\s?(?:[./)]|[-–](?=\s))?\s*(?=[^\W\d_]|[“\"(])")
_ARABIC = re.compile(r"(?P<n>[1-9]\d?)(?:\s?[./)]\s*|\s?[-–]\s+)(?=[^\W\d_]|[“\"(]|(?<=\s)\S|$)")
_ROUND = re.compile(r"\((?P<n>[1-9]\d?)\)\s*(?=[^\W_])")
_LETTER = re.compile(rf"\(?(?P<n>[a-zđ])\s?[)./]\s*{_WORDS_FOLLOW}")
_CAPITAL = re.compile(rf"(?P<n>[{CAPITALS}])\s?[./)\-–:]\s*(?=[^\W\d_a-z]|[“\"(])")
_LONGEST_HEADING = 25  # words behind a capital letter; what is longer is a name with its initial


class Kind(IntEnum):
    """The levels from the widest to the narrowest."""

    PART = 0
    CHAPTER = 1
    SECTION = 2
    DIEU = 3
    CAPITAL = 4
    ROMAN = 5
    ARABIC = 6
    NESTED = 7  # a second row of Arabic numbers inside an Arabic item
    DECIMAL = 8
    SMALLER = 9  # decimal numbers of three parts and more
    ROUND = 10
    LETTER = 11
    INNER = 12  # `(1)` inside a letter


_DIVISIONS = {"phan": Kind.PART, "chuong": Kind.CHAPTER, "muc": Kind.SECTION}


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


@lru_cache(maxsize=4096)
def marker_of(text: str) -> Marker | None:
    """Return the number that `text` begins with, if it begins with one."""
    first = text[:1]
    if first.isdigit():
        return _digits(text) or _poor_roman(text)
    if first == "(":
        return _round(text) or _letter(text)
    if first.islower():
        return (_poor_roman(text) if first == "l" else None) or _letter(text)
    return _capital(text) if first.isalpha() or first == "|" else None


def words_after(text: str, marker: Marker) -> str:
    """The words behind the number, without stray marks between the two."""
    return text[marker.length :].lstrip(" .):-–/")


def _digits(text: str) -> Marker | None:
    if found := _DECIMAL.match(text):
        parts = _parts(found["n"])
        return Marker(Kind.DECIMAL if len(parts) == 2 else Kind.SMALLER, parts, found["n"], found.end())
    if found := _ARABIC.match(text):
        return Marker(Kind.ARABIC, (int(found["n"]),), found["n"], found.end())
    return None


def _parts(number: str) -> tuple[int, ...]:
    return tuple(int(part) for part in number.split("."))


def _round(text: str) -> Marker | None:
    found = _ROUND.match(text)
    return Marker(Kind.ROUND, (int(found["n"]),), found["n"], found.end()) if found else None


def _letter(text: str) -> Marker | None:
    found = _LETTER.match(text)
    return Marker(Kind.LETTER, (ord(found["n"]),), found["n"], found.end()) if found else None


def _capital(text: str) -> Marker | None:
    """What begins with a capital: `Điều 3`, `Phần I`, `II.`, `II.1.`, `A.`."""
    if text[0] in "PCM":
        return _division(text) or _capital_letter(text)
    if text[0] in "Đ" and (found := _DIEU.match(text)):
        return Marker(Kind.DIEU, (int(found["n"]),), f"Điều {found['n']}", found.end())
    if text[0] not in "IVXL|":
        return _capital_letter(text)
    if (found := _ROMAN.match(text)) and (value := roman_value(found["n"])):
        return Marker(Kind.ROMAN, (value,), found["n"], found.end())
    if found := _PATH.match(text):
        parts = _parts(found["n"][1:])
        return Marker(Kind.ARABIC if len(parts) == 1 else Kind.DECIMAL, parts, found["n"][1:], found.end())
    return _poor_roman(text)


def _division(text: str) -> Marker | None:
    found = _DIVISION.match(folded(text))
    if not found or not _heads_division(text, found):
        return None
    number = found["n"]
    value = _COUNTED.get(number) or (int(number) if number.isdigit() else roman_value(number.upper()))
    if not value:
        value = "abcde".find(number) + 1
    name = text[: found.end("name")]
    printed = name.capitalize() if number in _COUNTED else f"{name[: -len(number)].capitalize()}{number.upper()}"
    return Marker(_DIVISIONS[found["word"]], (value,), printed, found.end()) if value else None


def _heads_division(text: str, found: re.Match[str]) -> bool:
    """A mark or the line's end behind the number, or at once a heading: not `Mục 1 Phần II Kế hoạch này`."""
    rest = text[found.end() :]
    if found["mark"].strip() or not rest:
        return True
    return is_upper(rest) or (found["word"] != "muc" and rest[0].isupper() and not rest.startswith("Kế hoạch"))


def _capital_letter(text: str) -> Marker | None:
    found = _CAPITAL.match(text)
    if not found or len(text.split()) > _LONGEST_HEADING:
        return None
    return Marker(Kind.CAPITAL, (CAPITALS.find(found["n"]) + 1,), found["n"], found.end())


def _poor_roman(text: str) -> Marker | None:
    """A Roman number without its full stop, or read from a picture (`Il.`, `1I.`), before a heading in capitals."""
    found = _POOR_ROMAN.match(text)
    if not found or found["n"].isdigit() or not is_upper(text[found.end() :]):
        return None
    printed = re.sub(r"[l1|]", "I", found["n"])
    value = roman_value(printed)
    return Marker(Kind.ROMAN, (value,), printed, found.end()) if value else None
