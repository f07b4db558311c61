"""The standard abbreviations of administration, and how longer ones are put together from them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import NamedTuple

from loa.vietnamese.letters import spell

DATA = Path(__file__).resolve().parent / "data"
# Only offices are put together from parts ("TTHĐND", "VPUBND"): a guess in any other field would be read out wrong.
_OFFICE_HEADS = frozenset({
    "TT", "VP", "LĐ", "BTV", "BTT", "BCH", "BCĐ", "CVP", "PCVP", "CT", "PCT", "UB", "VT", "ĐU", "CA",
})  # fmt: skip
_OFFICE_TAILS = frozenset({
    "UBND", "HĐND", "UB", "ĐU", "TU", "HU", "MT", "MTTQ", "MTTQVN", "UBMTTQ", "UBMTTQVN", "TW", "TƯ", "QH", "TP", "VP",
    "VN",
})  # fmt: skip
_DIVIDERS = re.compile(r"\s*([&,\-])\s*")
_SPOKEN_DIVIDERS = {"&": " và ", ",": ", ", "-": " "}


def rows(name: str) -> Iterator[list[str]]:
    """Give the rows of a data file: tab-separated, `#` opens a remark."""
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


@cache
def table(name: str) -> Mapping[str, str]:
    """A two-column data file as a mapping; the first of two equal keys stands."""
    found: dict[str, str] = {}
    for row in rows(name):
        found.setdefault(row[0], row[1] if len(row) > 1 else "")
    return found


class Place(NamedTuple):
    """Where an entry holds: what follows, what stands before (both in lower case), and its words."""

    following: re.Pattern[str]
    preceding: re.Pattern[str]
    words: str


@cache
def _by_place() -> Mapping[str, tuple[Place, ...]]:
    found: dict[str, tuple[Place, ...]] = {}
    for token, words, *places in rows("abbreviations.tsv"):
        if places:
            following, preceding = (places[0], "") if len(places) == 1 else (places[0], f"(?:{places[1]})$")
            place = Place(re.compile(following), re.compile(preceding), words)
            found[token] = (*found.get(token, ()), place)
    return found


@cache
def _plain() -> Mapping[str, str]:
    return {row[0]: row[1] for row in rows("abbreviations.tsv") if len(row) == 2}


@dataclass(frozen=True)
class Lexicon:
    """Ours, with a commune's own entries before them."""

    own: Mapping[str, str] = field(default_factory=dict)

    def expand(self, token: str, *, following: str = "", preceding: str = "") -> str | None:
        """Say what `token` stands for, or None. `following` and `preceding` are the text around it, in lower case."""
        found = self._entry(token, following=following, preceding=preceding) or self._office(token)
        if found:
            return found
        return self._divided(token) if _DIVIDERS.search(token) else self._joined(token)

    def _entry(self, token: str, *, following: str = "", preceding: str = "") -> str | None:
        if token in self.own:
            return self.own[token]
        for place in _by_place().get(token, ()):
            if place.following.match(following.lstrip(" .")) and place.preceding.search(preceding.rstrip()):
                return place.words
        if token in _plain():
            return _plain()[token]
        initialism = table("initialisms.tsv").get(token)
        return initialism or (spell(token) if initialism is not None else None)

    def _office(self, token: str) -> str | None:
        """`BNV`, `SGD&ĐT`: a ministry or a department of the province by its field."""
        words = table("ministries.tsv").get(token[1:])
        return f"{'Bộ' if token[0] == 'B' else 'Sở'} {words}" if words and token[0] in "BS" else None

    def _divided(self, token: str) -> str | None:
        parts = _DIVIDERS.split(token)
        words = [self.expand(part) for part in parts[::2]]
        if any(word is None for word in words):
            return None
        dividers = [_SPOKEN_DIVIDERS[divider] for divider in parts[1::2]]
        return "".join(str(word) + divider for word, divider in zip(words, [*dividers, ""], strict=True))

    def _joined(self, token: str) -> str | None:
        """`TTHĐND`: an office of a body, written together."""
        for cut in range(len(token) - 2, 1, -1):
            head, tail = token[:cut], token[cut:]
            if head in _OFFICE_HEADS and (rest := self._body(tail)):
                return f"{self._entry(head, following=rest.lower())} {rest}"
        return None

    def _body(self, token: str) -> str | None:
        if token in _OFFICE_TAILS:
            return self._entry(token)
        for cut in range(len(token) - 2, 1, -1):
            if token[:cut] in _OFFICE_TAILS and (rest := self._body(token[cut:])):
                return f"{self._entry(token[:cut])} {rest}"
        return None
