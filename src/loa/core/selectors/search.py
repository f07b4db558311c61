"""Finding rows by their words, with or without diacritics."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from loa.core.actor import Actor
from loa.core.models import SearchEntry
from loa.core.search_words import exact_words, folded_words

MOST_WORDS = 12
MOST_LETTERS = 300


def search_entries(actor: Actor, query: str, *, kinds: Collection[str], limit: int = 50) -> list[SearchEntry]:
    """The entries that hold each word of `query` at the beginning of one of theirs, the best `limit` of them.

    First those whose title has the words as typed, then those whose title has them without marks, then those whose
    text does, in the same order; among equals the newest. A query without a word finds nothing.

    :param kinds: model labels the actor may see, such as `editorial.message`.
    """
    asked = query[:MOST_LETTERS]
    typed, folded = _distinct(exact_words(asked)), _distinct(folded_words(asked))
    if not folded:
        return []
    found: QuerySet[SearchEntry] = SearchEntry.objects.visible_to(actor).filter(
        _holds("folded", folded), kind__in=[kind.lower() for kind in kinds]
    )
    rank = Case(
        When(_holds("exact_title", typed), then=Value(0)),
        When(_holds("folded_title", folded), then=Value(1)),
        When(_holds("exact", typed), then=Value(2)),
        default=Value(3),
        output_field=IntegerField(),
    )
    return list(found.order_by(rank, "-pk").defer("folded", "exact", "exact_title", "folded_title")[:limit])


def _distinct(words: Iterable[str]) -> list[str]:
    """The longest first: the rarest word leaves the others little to look at."""
    return sorted(dict.fromkeys(words), key=len, reverse=True)[:MOST_WORDS]


def _holds(field: str, words: Iterable[str]) -> Q:
    """Each of `words` begins a word of `field`."""
    holds = Q()
    for word in words:
        holds &= Q(**{f"{field}__contains": f" {word}"})
    return holds
