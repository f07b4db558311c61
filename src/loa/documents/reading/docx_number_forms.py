"""How Word writes a counter: Roman, letters, decimal and their kin."""

from __future__ import annotations

import re
from collections.abc import Callable

_ROMAN = {"M": 1000, "CM": 900, "D": 500, "CD": 400, "C": 100, "XC": 90, "L": 50, "XL": 40}
_ROMAN |= {"X": 10, "IX": 9, "V": 5, "IV": 4, "I": 1}
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"  # Word knows no đ here: after d) comes e)
MOST = 10_000  # a counter of a damaged file writes no page of letters


def roman(number: int) -> str:
    """1994 is MCMXCIV."""
    letters = ""
    for sign, amount in _ROMAN.items():
        count, number = divmod(number, amount)
        letters += sign * count
    return letters


def letter(number: int) -> str:
    """As Word counts: a … z, aa, bb …"""
    rounds, index = divmod(number - 1, len(_ALPHABET))
    return _ALPHABET[index] * (rounds + 1) if number > 0 else ""


_FORMS: dict[str, Callable[[int], str]] = {
    "upperRoman": roman,
    "lowerRoman": lambda value: roman(value).lower(),
    "upperLetter": lambda value: letter(value).upper(),
    "lowerLetter": letter,
    "decimalZero": lambda value: f"{value:02d}",
    "numberInDash": lambda value: f"- {value} -",
    "decimalEnclosedParen": lambda value: f"({value})",
    "decimalEnclosedFullstop": lambda value: f"{value}.",
    "hex": lambda value: f"{value:X}",
    "none": lambda _value: "",
}


def shown(number: int, form: str) -> str:
    """A counter in one of Word's number forms; an unknown form shows as decimal."""
    zeros = re.match(r"0+(?=1,)", form)  # a form of one's own: '001, 002, 003, ...'
    if zeros:
        return f"{number:0{zeros.end() + 1}d}"
    return _FORMS.get(form, str)(max(0, min(number, MOST)))
