"""The first rows of a list and how many there are, in one query."""

from __future__ import annotations

from typing import Any, TypeVar

from django.db.models import Count, Model, QuerySet, Window

from loa.console.today.needs import MOST_SHOWN

RowT = TypeVar("RowT", bound=Model)


def first_rows(rows: QuerySet[RowT], *, most: int = MOST_SHOWN) -> tuple[list[RowT], int]:
    """The first `most` rows, and how many `rows` has in all."""
    found: list[Any] = list(rows.annotate(in_all=Window(Count("pk")))[:most])
    return found, found[0].in_all if found else 0
