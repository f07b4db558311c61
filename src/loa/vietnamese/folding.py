"""Accent folding: what a reader types without diacritics finds what was written with them."""

from __future__ import annotations

import re
import unicodedata

_D_STROKE = str.maketrans({"đ": "d", "Đ": "d"})
_WORD = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    """Return `text` in lower case without Vietnamese marks; NFC and NFD input give the same result."""
    decomposed = unicodedata.normalize("NFD", text.translate(_D_STROKE).lower())
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return unicodedata.normalize("NFC", bare)


def slug(text: str) -> str:
    """Return the folded words of `text` joined by `-`: a safe part of an address or a file name, maybe empty."""
    return "-".join(word for word in _WORD.findall(fold(text)) if word.isascii())
