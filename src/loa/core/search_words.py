"""Words as the search index keeps and compares them."""

from __future__ import annotations

import re
import unicodedata

from loa.vietnamese.folding import fold

_WORD = re.compile(r"[^\W_]+")


def exact_words(text: str) -> list[str]:
    """The words of `text` in lower case with their marks; NFC and NFD input give the same."""
    return _WORD.findall(unicodedata.normalize("NFC", text).lower())


def folded_words(text: str) -> list[str]:
    """The words of `text` in lower case without marks."""
    return _WORD.findall(fold(text))


def line_of(words: list[str]) -> str:
    """`words` on one line, a space before each: what is looked for begins a word."""
    return "".join(f" {word}" for word in words)
