"""Keeping the search index: each writing service tells it what its row says."""

from __future__ import annotations

from django.db import models

from loa.core.models import SearchEntry
from loa.core.search_words import exact_words, folded_words, line_of
from loa.core.services.audit import target_name

NUL = "\x00"  # PostgreSQL keeps no text with it


def index_row(target: models.Model, *, scope_id: int, title: str, words: str = "", unit_id: int | None = None) -> None:
    """Let `target` be found by its title and `words`, in the transaction of the act that wrote it.

    :param unit_id: the unit the row belongs to; a row without one is hidden from who sees only own units.
    """
    text = f"{title}\n{words}"
    SearchEntry.objects.update_or_create(
        target=target_name(target),
        defaults={
            "scope_id": scope_id,
            "unit_id": unit_id,
            "kind": target._meta.label_lower,
            "title": title.replace(NUL, ""),
            "exact_title": line_of(exact_words(title)),
            "folded_title": line_of(folded_words(title)),
            "folded": line_of(folded_words(text)),
            "exact": line_of(exact_words(text)),
        },
    )


def forget_row(target: models.Model) -> None:
    """Let `target` be found no more; call it while the row still has its primary key."""
    SearchEntry.objects.filter(target=target_name(target)).delete()
