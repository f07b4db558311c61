"""The old codes as they look when their bytes are taken for Western European letters (Windows-1252).

TCVN 5712:1993 (VN3, the ABC fonts `.VnTime`) has one byte for a small letter with its marks; capitals with marks are
those of a second font. VNI-Windows writes a vowel and then its mark. Windows-1258 writes the tone after the vowel.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass

_TCVN3_AT = {
    0xA1: "ĂÂÊÔƠƯĐăâêôơưđ",
    0xB5: "àảãáạ",
    0xBB: "ằẳẵắ",
    0xC6: "ặầẩẫấậè",
    0xCE: "ẻẽéẹềểễếệìỉ",
    0xDC: "ĩíịò",
    0xE1: "ỏõóọồổỗốộờởỡớợù",
    0xF1: "ủũúụừửữứựỳỷỹýỵ",
}
_GRAVE, _ACUTE, _HOOK, _TILDE, _DOT = "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"
_CIRCUMFLEX, _BREVE = "\u0302", "\u0306"
_VNI_MARKS = {
    "ù": _ACUTE,
    "ø": _GRAVE,
    "û": _HOOK,
    "õ": _TILDE,
    "ï": _DOT,
    "â": _CIRCUMFLEX,
    "á": _CIRCUMFLEX + _ACUTE,
    "à": _CIRCUMFLEX + _GRAVE,
    "å": _CIRCUMFLEX + _HOOK,
    "ã": _CIRCUMFLEX + _TILDE,
    "ä": _CIRCUMFLEX + _DOT,
    "ê": _BREVE,
    "é": _BREVE + _ACUTE,
    "è": _BREVE + _GRAVE,
    "ú": _BREVE + _HOOK,
    "ü": _BREVE + _TILDE,
    "ë": _BREVE + _DOT,
}
_VNI_LETTERS = {"æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ñ": "đ", "ô": "ơ", "ö": "ư", "í": "í", "ì": "ì"}
_VNI_VOWELS = {"a": "a", "e": "e", "o": "o", "u": "u", "y": "y", "ô": "ơ", "ö": "ư"}


def _tcvn3() -> dict[str, str]:
    return {chr(start + place): letter for start, run in _TCVN3_AT.items() for place, letter in enumerate(run)}


def _vni() -> dict[str, str]:
    """One or two letters as they look, and the letter they mean; a pair that means nothing is not there."""
    small = dict(_VNI_LETTERS)
    for seen, vowel in _VNI_VOWELS.items():
        for mark, marks in _VNI_MARKS.items():
            letter = unicodedata.normalize("NFC", vowel + marks)
            if len(letter) == 1:
                small[seen + mark] = letter
    capitals = {seen.upper(): letter.upper() for seen, letter in small.items()}
    mixed = {seen[0].upper() + seen[1]: letter.upper() for seen, letter in small.items() if len(seen) == 2}
    return mixed | capitals | small


def _western(byte: int, codec: str = "cp1252") -> str:
    try:
        return bytes([byte]).decode(codec)
    except UnicodeDecodeError:
        return chr(byte)


def _windows_1258() -> dict[str, str]:
    seen = {_western(byte): _western(byte, "cp1258") for byte in range(0x80, 0x100)}
    return {western: meant for western, meant in seen.items() if western != meant}


TCVN3: Mapping[str, str] = _tcvn3()
VNI: Mapping[str, str] = _vni()
WINDOWS_1258: Mapping[str, str] = _windows_1258()
_TO_TCVN3 = str.maketrans(dict(TCVN3))
_TO_1258 = str.maketrans(dict(WINDOWS_1258))
_BYTE_OF = {_western(byte): byte for byte in range(0x100)}


def from_tcvn3(text: str) -> str:
    return text.translate(_TO_TCVN3)


def from_vni(text: str) -> str:
    """Two letters that mean one first, as they stand from left to right."""
    letters = []
    at = 0
    while at < len(text):
        step = 2 if text[at : at + 2] in VNI and at + 1 < len(text) else 1
        seen = text[at : at + step]
        letters.append(VNI.get(seen, seen))
        at += step
    return "".join(letters)


def from_windows_1258(text: str) -> str:
    return unicodedata.normalize("NFC", text.translate(_TO_1258))


def from_utf8_taken_for_1252(text: str) -> str:
    """UTF-8 that some program read byte by byte; the text as it is where it cannot be that."""
    try:
        return bytes(_BYTE_OF[letter] for letter in text).decode("utf-8")
    except (KeyError, UnicodeDecodeError):
        return text


def western_text(data: bytes) -> str:
    """Bytes as the letters of Windows-1252 that they look like; every byte has one."""
    return "".join(map(_WESTERN.__getitem__, data))


_WESTERN = [_western(byte) for byte in range(0x100)]


@dataclass(frozen=True, slots=True)
class Scheme:
    """An old code: its notice's code and what a word written in it means."""

    code: str
    read: Callable[[str], str]


SCHEMES = (
    Scheme("tcvn3", from_tcvn3),
    Scheme("vni", from_vni),
    Scheme("windows-1258", from_windows_1258),
    Scheme("utf-8-twice", from_utf8_taken_for_1252),
)
