"""The words that were looked for, inside the text that has them. Pure: text in, pieces out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from loa.core.search_words import folded_words
from loa.vietnamese.folding import fold

WORD = re.compile(r"[^\W_]+")
BEFORE, AFTER = 60, 160  # letters of a snippet around the first word found
MOST_PLACES, NEAR = 2_000, 24  # words found that are looked at, and how many of them may share a snippet


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; `is_found` where it is a word that was looked for."""

    text: str
    is_found: bool = False


def highlighted(text: str, query: str) -> list[Piece]:
    """`text` (made NFC) in pieces; neighbouring words that were found are one piece. Marks count as in the search."""
    return list(_pieces(unicodedata.normalize("NFC", text), set(folded_words(query))))


def holds_all(text: str, query: str) -> bool:
    """Whether each word of `query` begins a word of `text`."""
    words = folded_words(text)
    return all(any(word.startswith(asked) for word in words) for asked in folded_words(query))


def snippet(text: str, query: str) -> list[Piece]:
    """The part of the text that holds the most of the words looked for, cut between words; nothing without any."""
    flat = " ".join(unicodedata.normalize("NFC", text).split())
    asked = set(folded_words(query))
    place = _richest_place(flat, asked)
    if place is None:
        return []
    start = _blank_before(flat, place - BEFORE)
    end = _blank_before(flat, place + AFTER) if len(flat) > place + AFTER else len(flat)
    part = flat[start : max(end, place + 1)].strip()
    return list(_pieces(("… " if start else "") + part + (" …" if end < len(flat) else ""), asked))


def _richest_place(text: str, asked: Collection[str]) -> int | None:
    """Where the first stretch begins that holds the most different words of `asked`."""
    found: list[tuple[int, frozenset[str]]] = []
    for match in WORD.finditer(text):
        folded = fold(match.group())
        words = frozenset(word for word in asked if folded.startswith(word))
        if words:
            found.append((match.start(), words))
        if len(found) == MOST_PLACES:
            break
    best, place = 0, None
    for number, (start, _words) in enumerate(found):
        near = frozenset[str]().union(*(words for at, words in found[number : number + NEAR] if at < start + AFTER))
        if len(near) > best:
            best, place = len(near), start
    return place


def _blank_before(text: str, place: int) -> int:
    """Where the word at `place` begins; `place` itself in the middle of a very long one."""
    if place <= 0:
        return 0
    blank = text.rfind(" ", max(0, place - BEFORE // 2), place)
    return place if blank < 0 else blank + 1


def _pieces(text: str, asked: Collection[str]) -> Iterator[Piece]:
    position = 0
    for start, end in _runs(text, asked):
        if start > position:
            yield Piece(text[position:start])
        yield Piece(text[start:end], is_found=True)
        position = end
    if position < len(text):
        yield Piece(text[position:])


def _runs(text: str, asked: Collection[str]) -> list[tuple[int, int]]:
    """Where the words that were looked for stand; with only blanks between them they are one run."""
    runs: list[tuple[int, int]] = []
    for match in WORD.finditer(text):
        if not _is_asked(match.group(), asked):
            continue
        if runs and text[runs[-1][1] : match.start()].isspace():
            runs[-1] = (runs[-1][0], match.end())
        else:
            runs.append(match.span())
    return runs


def _is_asked(word: str, asked: Collection[str]) -> bool:
    folded = fold(word)
    return any(folded.startswith(one) for one in asked)
