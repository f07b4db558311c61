"""Names of letters, as an announcer spells: `UBND` letter by letter is `u bê en nờ đê`."""

from __future__ import annotations

import unicodedata

from loa.vietnamese.folding import fold
from loa.vietnamese.numbers import DIGITS

NAMES = {
    "a": "a", "ă": "á", "â": "ớ", "b": "bê", "c": "xê", "d": "dê", "đ": "đê", "e": "e", "ê": "ê", "f": "ép",
    "g": "giê", "h": "hát", "i": "i", "j": "gi", "k": "ca", "l": "e lờ", "m": "em mờ", "n": "en nờ", "o": "o",
    "ô": "ô", "ơ": "ơ", "p": "pê", "q": "quy", "r": "e rờ", "s": "ét sì", "t": "tê", "u": "u", "ư": "ư",
    "v": "vê", "w": "vê kép", "x": "ích xì", "y": "i", "z": "dét",
}  # fmt: skip


def spell(token: str) -> str:
    """Name the letters and digits of `token` one by one; anything else is silent."""
    return " ".join(name for name in map(_name, unicodedata.normalize("NFC", token).lower()) if name)


def _name(character: str) -> str:
    if character.isdecimal():
        return DIGITS[int(character)]
    return NAMES.get(character) or NAMES.get(_base(character), "")


def _base(character: str) -> str:
    """The letter under tone marks and foreign accents."""
    return fold(character)[:1]
