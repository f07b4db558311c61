"""How alike two texts or two plans are, by their words. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from loa.campaigns.plan import Plan
from loa.documents.ports import Header
from loa.vietnamese.folding import fold

_WORD = re.compile(r"[^\W_]+")
Words = Counter[str]


def words_of(text: str) -> Words:
    """The words of `text` without marks and case, each with how often it stands there."""
    return Counter(_WORD.findall(fold(text)))


def share(first: Words, second: Words) -> float:
    """What share of all words both texts have, 0 to 1; two texts without words have nothing in common."""
    total = first.total() + second.total()
    return 2 * (first & second).total() / total if total else 0.0


def plan_words(plan: Plan) -> Words:
    """The words of all clauses."""
    return words_of("\n".join(clause.text for clause in plan.result.clauses))


def letters_of(plan: Plan) -> str:
    """All letters and figures of the clauses in their order: what is left when only the layout differs."""
    return "".join(_letters(clause.text for clause in plan.result.clauses))


def _letters(texts: Iterable[str]) -> Iterable[str]:
    for text in texts:
        yield from _WORD.findall(text.lower())


def is_same_paper(first: Header, second: Header) -> bool:
    """Whether nothing in the two letterheads says that they are two documents; a blank says nothing."""
    pairs = [
        (first.number, second.number),
        (first.symbol, second.symbol),
        (first.issuer, second.issuer),
        (_whole_day(first.date), _whole_day(second.date)),
    ]
    return all(_plain(one) == _plain(other) for one, other in pairs if one and other)


def header_likeness(first: Header, second: Header) -> float:
    """How likely two letterheads are of one plan or of its versions, 0 to 1, before their clauses are compared."""
    if first.issuer and second.issuer and _plain(first.issuer) != _plain(second.issuer):
        return 0.0
    titles = share(words_of(first.title or ""), words_of(second.title or ""))
    is_numbered_alike = bool(first.number) and (first.number, first.symbol) == (second.number, second.symbol)
    return max(titles, 0.9 if is_numbered_alike else 0.0)


def _plain(words: str) -> str:
    return " ".join(_WORD.findall(fold(words)))


def _whole_day(day: str | None) -> str | None:
    return day if day and len(day) == len("2025-09-05") else None
