"""Which letters can be printed. A missing glyph would come out as an empty box without a word from Typst."""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

FONT_FILES = tuple(sorted((Path(__file__).resolve().parent / "fonts").glob("*.ttf")))
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})  # controls, direction marks, surrogates, private use, unassigned
_WORDS = frozenset({"Lu", "Ll", "Lt", "Lm", "Lo", "Nd", "Nl", "No"})


class UnprintableText(ValueError):
    """The text holds letters or digits that the font lacks; `letters` names them once each."""

    def __init__(self, letters: str) -> None:
        super().__init__(f"Phông chữ in không có các chữ: {letters}. Viết lại bằng chữ khác rồi làm lại.")
        self.letters = letters


def printable(text: str) -> str:
    """`text` composed (NFC), on one line, without controls, direction marks and pictures such as emoji.

    :raises UnprintableText: a letter or digit that the font lacks; such a word must not vanish.
    """
    kept, lacking = [], []
    for char in unicodedata.normalize("NFC", text):
        kind = unicodedata.category(char)
        if char.isspace():
            kept.append(" " if char != "\N{NO-BREAK SPACE}" else char)
        elif kind not in _UNSEEN and ord(char) in _covered():
            kept.append(char)
        elif kind in _WORDS:
            lacking.append(char)
    if lacking:
        raise UnprintableText("".join(dict.fromkeys(lacking)))
    return " ".join(part for part in "".join(kept).split(" ") if part)


def printable_values(value: Any) -> Any:
    """`value` with every text inside it made printable; lists and mappings are walked."""
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, Mapping):
        return {key: printable_values(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [printable_values(item) for item in value]
    return value


@cache
def _covered() -> frozenset[int]:
    """The code points that every one of our font files can draw."""
    return frozenset.intersection(*(_code_points(path.read_bytes()) for path in FONT_FILES))


def _code_points(font: bytes) -> frozenset[int]:
    """The code points of a TrueType file's Windows Unicode map (`cmap` 3/1, format 4)."""
    tables = struct.unpack_from(">H", font, 4)[0]
    entries = (struct.unpack_from(">4sIII", font, 12 + 16 * index) for index in range(tables))
    cmap = next(offset for tag, _sum, offset, _length in entries if tag == b"cmap")
    maps = (struct.unpack_from(">HHI", font, cmap + 4 + 8 * index) for index in range(_u16(font, cmap + 2)))
    start = next(cmap + offset for platform, encoding, offset in maps if (platform, encoding) == (3, 1))
    return frozenset(code for code in _format_4(font, start) if code != 0xFFFF)


def _format_4(font: bytes, start: int) -> list[int]:
    count = _u16(font, start + 6) // 2
    found = []
    for index in range(count):
        end = _u16(font, start + 14 + 2 * index)
        first = _u16(font, start + 16 + 2 * count + 2 * index)
        delta = _u16(font, start + 16 + 4 * count + 2 * index)
        place = start + 16 + 6 * count + 2 * index
        offset = _u16(font, place)
        for code in range(first, end + 1):
            glyph = _u16(font, place + offset + 2 * (code - first)) if offset else code
            if glyph and (glyph + delta) & 0xFFFF:
                found.append(code)
    return found


def _u16(font: bytes, at: int) -> int:
    value: int = struct.unpack_from(">H", font, at)[0]
    return value


def shortened(text: str, limit: int) -> str:
    """`text` of at most `limit` characters, cut between two words with "…" where it was longer."""
    if len(text) <= limit:
        return text
    head = text[: limit - 2]
    return (head.rsplit(" ", 1)[0] if " " in head else head).rstrip(" ,;:.-") + " …"
