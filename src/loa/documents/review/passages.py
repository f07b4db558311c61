"""Knowing a row, a clause or lines of one reading again in another, by their words and never by their numbers. Pure."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Hashable, Mapping
from functools import cached_property
from typing import Any

from loa.documents.ports import Clause, ExtractionResult
from loa.documents.review.changes import LABELS, LISTS, Review

_FIGURES = re.compile(r"\d+")
_LABEL = re.compile(r"(?:\d+(?:\.\d+)*|[IVX]+|[a-zđ])[.)/]?")  # before the words of a clause
# Who does it, how and what of is said by the whole clause; that its days were moved makes it no other one.
WHOLE = frozenset({"assignments", "activities", "topics", "budget"})
_UNQUOTED = frozenset({"activities", "topics", "budget", "tasks"})  # they quote their number too
_NUMBERS = frozenset({"clause", "number"})


def even(words: str) -> str:
    """The words with one blank between them."""
    return " ".join(words.split())


def unfigured(words: str) -> str:
    """The words whatever figures stand among them."""
    return _FIGURES.sub("0", even(words))


class Passages:
    """One reading as it was made, by its words."""

    def __init__(self, result: ExtractionResult) -> None:
        self.result = result
        self.data = Review(result).data
        self.clauses: Mapping[str, Clause] = {clause.label: clause for clause in result.clauses}

    @cached_property
    def rows(self) -> dict[Hashable, list[str]]:
        """The rows that say one thing on the same words, by those."""
        found = defaultdict(list)
        for name in LISTS:
            for number in range(len(self.data[name])):
                found[self.key(f"/{name}/{number}")].append(f"/{name}/{number}")
        return dict(found)

    @cached_property
    def labels(self) -> dict[str, list[str]]:
        """The clauses of the same words, by those."""
        found = defaultdict(list)
        for label, clause in self.clauses.items():
            found[unfigured(clause.text)].append(label)
        return dict(found)

    @cached_property
    def said(self) -> frozenset[str]:
        """Every paragraph and every clause, as printed and without figures."""
        texts = [text for clause in self.result.clauses for text in (clause.text, *clause.text.split("\n"))]
        texts += [line.text for line in self.result.lines]
        return frozenset([*map(even, texts), *map(unfigured, texts)])

    @cached_property
    def spread(self) -> list[tuple[str, int]]:
        """Every word with the number of its line; a clause's own number is no word of it."""
        starts = {clause.line_from for clause in self.result.clauses}
        found = []
        for line in self.result.lines:
            words = line.text.split()
            is_numbered = line.number in starts and len(words) > 1 and _LABEL.fullmatch(words[0])
            found += [(word, line.number) for word in (words[1:] if is_numbered else words)]
        return found

    def key(self, pointer: str) -> Hashable:
        """What was read there without the clause's number, the quote, and the words around it."""
        name, row = pointer.split("/")[1], self.row(pointer)
        read = {part: value for part, value in row.items() if part not in _NUMBERS} if isinstance(row, dict) else {}
        places = () if name in _UNQUOTED else self.result.anchors.get(pointer, ())
        quote = even(" … ".join(place.quote for place in places))
        return name, json.dumps(read, sort_keys=True), quote, self.words(pointer)

    def row(self, pointer: str) -> Any:
        """The row as read."""
        _nothing, name, number = pointer.split("/")
        return self.data[name][int(number)]

    def label_of(self, pointer: str) -> str:
        """The clause of a row; empty where it has none."""
        row = self.row(pointer)
        if pointer.split("/")[1] in LABELS:
            return str(row)
        return str(row.get("clause") or "") if isinstance(row, dict) else ""

    def words(self, pointer: str) -> str:
        """The whole clause, or the paragraph that the quote stands in; the quote alone where there is no clause."""
        if pointer.startswith("/tasks/"):
            return even(self.row(pointer)["content"])
        places = self.result.anchors.get(pointer, ())
        quote = even(" ".join(place.quote for place in places))
        clause = self.clauses.get(self.label_of(pointer))
        if clause is None:
            return quote
        if pointer.split("/")[1] in WHOLE:
            return unfigured(clause.text)
        paragraphs = (even(text) for text in clause.text.split("\n"))
        return next((text for text in paragraphs if quote and quote in text), even(clause.text))

    def text_of(self, label: str) -> str:
        """The words of a clause, those of all lines where there is none."""
        clause = self.clauses.get(label)
        return even(" ".join(line.text for line in self.result.lines) if clause is None else clause.text)

    def above(self, label: str) -> tuple[str, ...]:
        """The headings of the clauses that a clause stands under, the nearest first."""
        clause, found = self.clauses.get(label), []
        while clause is not None and clause.parent:
            clause = self.clauses.get(clause.parent)
            if clause is not None:
                found.append(unfigured(clause.heading))
        return tuple(found)

    def holding(self, first: int, last: int) -> str:
        """The innermost clause that has all the lines; empty where none has."""
        found = [one for one in self.result.clauses if one.line_from <= first and last <= one.line_to]
        return max(found, key=lambda one: one.line_from).label if found else ""
