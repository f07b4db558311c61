"""Documents that wait for review twice: the same paper in two files, or the same words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from loa.core.actor import Actor
from loa.documents.models import Document
from loa.documents.selectors import documents_to_review
from loa.vietnamese.folding import fold

MOST_WAITING = 50
_WORD = re.compile(r"[^\W_]+")
Header = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Twin:
    """Another waiting document; `is_same_text`: letter by letter the same, only the file differs."""

    pk: int
    file_name: str
    imported_at: datetime
    is_same_text: bool


def twins_of(document: Document, actor: Actor) -> list[Twin]:
    """The documents that wait beside this one and are likely the same paper; none where it does not wait itself."""
    if document.confirmed_at is not None or document.set_aside_at is not None:
        return []
    others = documents_to_review(actor).exclude(pk=document.pk)
    headers = others.values_list("pk", "extraction__data__header")[:MOST_WAITING]
    own = _header(document)
    alike = [pk for pk, header in headers if header and _may_be_same(own, header)]
    return _twins(document, others.filter(pk__in=alike)) if alike else []


def twins_among(documents: Sequence[Document]) -> dict[int, Twin]:
    """By the primary key of each document the first other one of them that is likely the same paper."""
    found = {}
    for document in documents:
        own = _header(document)
        others = [one for one in documents if one.pk != document.pk and _may_be_same(own, _header(one))]
        twin = next(iter(_twins(document, others)), None)
        if twin is not None:
            found[document.pk] = twin
    return found


def _twins(document: Document, others: Iterable[Document]) -> list[Twin]:
    words, number = _letters(document), _number(_header(document))
    found = []
    for other in others:
        is_same_text = _letters(other) == words
        if is_same_text or (number is not None and number == _number(_header(other))):
            found.append(Twin(other.pk, other.file_name, other.imported_at, is_same_text))
    return found


def _may_be_same(first: Header, second: Header) -> bool:
    """The same number, day and issuer; or the same title and issuer: only such papers are compared letter by letter."""
    number = _number(first)
    return (number is not None and number == _number(second)) or _name(first) == _name(second)


def _number(header: Header) -> tuple[str, ...] | None:
    """The number, the day and the issuer; None where the paper leaves one blank."""
    parts = [header.get(name) or "" for name in ("number", "date", "issuer")]
    return tuple(map(_plain, parts)) if all(parts) else None


def _name(header: Header) -> tuple[str, str]:
    return _plain(header.get("title") or ""), _plain(header.get("issuer") or "")


def _header(document: Document) -> Header:
    header: Header = document.extraction.data["header"]
    return header


def _letters(document: Document) -> str:
    return "".join(_WORD.findall(document.extraction.text.lower()))


def _plain(words: str) -> str:
    return " ".join(_WORD.findall(fold(words)))
