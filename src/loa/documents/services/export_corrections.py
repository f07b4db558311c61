"""Corrections as lines of JSON for who writes the rules of reading: what was read wrong, by which rule, and what is so.

Who corrected is nobody's business there: the lines bear no person.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from loa.documents.models import Correction, Document
from loa.documents.ports import Anchor
from loa.documents.review.changes import Review, split
from loa.documents.selectors import extraction_of


def correction_lines(corrections: Iterable[Correction]) -> Iterator[str]:
    """One JSON object a line, each ending in a line end, in the order given (corrections of a document together).

    Keys: document (sha256), reader_version, field, kind (its list and part, without the number), rule, was, became,
    quote. `rule` and `quote` are those of the reading; empty where nothing was read there.
    """
    for document, group in groupby(corrections, key=lambda row: row.document):
        review = Review(extraction_of(document))
        for row in group:
            yield json.dumps(_line(row, document=document, review=review), ensure_ascii=False) + "\n"


def _line(row: Correction, *, document: Document, review: Review) -> dict[str, Any]:
    places = _places(review, row.field)
    return {
        "document": document.sha256,
        "reader_version": document.extraction.reader_version,
        "field": row.field,
        "kind": kind_of(row.field),
        "rule": places[0].rule if places else "",
        "was": row.was,
        "became": row.became,
        "quote": " … ".join(place.quote for place in places) or _quote_of(row),
    }


def _quote_of(row: Correction) -> str:
    """The words that an answer is about; only answers bring their own."""
    return next(
        (str(value["quote"]) for value in (row.became, row.was) if isinstance(value, dict) and "quote" in value), ""
    )


def kind_of(field: str) -> str:
    """`/windows/2/end` is a `windows.end`, `/header/number` a `header.number`, `/topics/9` a `topics`."""
    name, _number, part = split(field)
    return f"{name}.{part}" if part else name


def _places(review: Review, field: str) -> tuple[Anchor, ...]:
    """The places of the field itself, else those of its row."""
    anchors = review.result.anchors
    return anchors.get(field) or anchors.get("/".join(field.split("/")[:3]), ())
