"""Web and mail addresses: dots and signs by name, joined-up words put right again."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from loa.vietnamese.drafts import Draft, Kind
from loa.vietnamese.folding import fold
from loa.vietnamese.letters import spell
from loa.vietnamese.lexicon import rows, table
from loa.vietnamese.numbers import digit_words, number_words
from loa.vietnamese.syllables import LONGEST_SYLLABLE, is_syllable

_TOP = "vn|com|net|org|gov|edu|info|xyz|top|io|me|app|site|online|shop|club|asia|biz|cc|tv|link|vip|live|icu|page|eu|us"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9])?"
_HOST = rf"(?:{_LABEL}\.)+(?:{_TOP})"
_PATH = r"(?::\d+)?(?:[/?#][\w\-./?=&%#+~:@]*)?"
ADDRESS = re.compile(
    rf"(?<![\w@.])(?:[A-Za-z0-9._%+-]{{1,64}}@{_HOST}|(?i:https?://|www\.){_LABEL}(?:\.{_LABEL})*{_PATH}|{_HOST}{_PATH})"
    r"(?![\w@-])"
)
_PIECES = re.compile(r"[A-Za-zÀ-ỹĐđ]+|\d+|[^A-Za-zÀ-ỹĐđ\d]")
SIGNS = {
    "@": "a còng", ".": "chấm", "-": "gạch ngang", "_": "gạch dưới", "/": "gạch chéo", ":": "hai chấm",
    "?": "hỏi", "=": "bằng", "&": "và", "%": "phần trăm", "#": "thăng", "+": "cộng", "~": "ngã",
}  # fmt: skip
_LONGEST_WORD = 24
_WORD_COST, _PLACE_COST, _BARE_COST = 10, 14, 25
_DEAR = 10**6


def read_addresses(draft: Draft, known: Mapping[str, str]) -> None:
    """Read every web and mail address. `known` maps joined-up folded words of this commune to their real form."""
    words = dict(known) | _words_nearby(draft.text)
    draft.read(ADDRESS, lambda match: _address(match[0], words), kind=Kind.ADDRESS)


def _words_nearby(text: str) -> dict[str, str]:
    """Names written in the same text tell what their joined-up form in an address means."""
    found = re.findall(r"[^\W\d_]+(?:[ \t]+[^\W\d_]+)*", ADDRESS.sub(" , ", text))
    pairs: dict[str, str] = {}
    for run in found:
        syllables = run.split()
        for size in (2, 3, 4):
            for start in range(len(syllables) - size + 1):
                phrase = syllables[start : start + size]
                pairs["".join(map(fold, phrase))] = " ".join(phrase)
    return pairs


def _address(written: str, known: Mapping[str, str]) -> str:
    bare = re.sub(r"^(?i:https?)://", "", written).rstrip("/.,?:#")
    return " ".join(_piece(piece, known) for piece in _PIECES.findall(bare) if piece not in "\u200b")


def _piece(piece: str, known: Mapping[str, str]) -> str:
    if piece in SIGNS:
        return SIGNS[piece]
    if piece.isdecimal():
        return digit_words(piece) if piece[0] == "0" or len(piece) > 4 else number_words(int(piece))
    if piece.isalpha():
        return known.get(fold(piece)) or _restored(fold(piece), known) or spell(piece)
    return ""


def _restored(label: str, known: Mapping[str, str]) -> str | None:
    """Cut `label` into words at the lowest cost and give them their marks, or None if it is no Vietnamese."""
    best: list[tuple[int, str]] = [(0, "")] + [(_DEAR, "")] * len(label)
    for end in range(1, len(label) + 1):
        for start in range(max(0, end - _LONGEST_WORD), end):
            cost, words = _meaning(label[start:end], known)
            total = best[start][0] + cost
            if total < best[end][0]:
                best[end] = (total, f"{best[start][1]} {words}".strip())
    cost, words = best[-1]
    return words if cost < _DEAR else None


def _meaning(part: str, known: Mapping[str, str]) -> tuple[int, str]:
    if part in known:
        return _WORD_COST, known[part]
    if part in _dictionary():
        return _WORD_COST, _dictionary()[part]
    if len(part) > LONGEST_SYLLABLE or len(part) < 2 or not is_syllable(part):
        return _DEAR, ""
    place = _place_syllables().get(part)
    return (_PLACE_COST, place) if place else (_BARE_COST, part)


@cache
def _dictionary() -> dict[str, str]:
    provinces = {re.sub(r"[^a-z]", "", fold(row[0])): row[0].replace(" - ", " ") for row in rows("provinces.txt")}
    return provinces | dict(table("addresses.tsv"))


@cache
def _place_syllables() -> dict[str, str]:
    return {fold(row[0]): row[0] for row in rows("place_syllables.txt")}
