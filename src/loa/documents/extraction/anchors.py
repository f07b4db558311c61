"""Where each field was read: page, lines, and the words that stand there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from loa.documents.ports import Anchor, Line

from .found import Found
from .paragraphs import Paragraph


class Anchors:
    """Collects anchors by JSON Pointer and knows which lines they use."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = {line.number: line for line in lines}
        self._places: dict[str, tuple[Anchor, ...]] = {}
        self._used: set[int] = set()
        self._last: tuple[tuple[int, int], str] = (0, 0), ""

    def add(self, pointer: str, line_from: int, *, line_to: int, words: str | None = None, rule: str = "") -> None:
        """Anchor `pointer` to whole lines, or to `words` where they stand in those lines as printed."""
        printed = self._printed(line_from, line_to)
        quote = words if words and words in printed else printed
        anchor = Anchor(self._lines[line_from].page, line_from, line_to, quote, rule)
        self._places[pointer] = (*self._places.get(pointer, ()), anchor)
        self._used.update(range(line_from, line_to + 1))

    def _printed(self, line_from: int, line_to: int) -> str:
        """The words of the lines, spaces folded."""
        if (line_from, line_to) != self._last[0]:
            words = " ".join(" ".join(self._lines[n].text for n in range(line_from, line_to + 1)).split())
            self._last = (line_from, line_to), words
        return self._last[1]

    def add_found(self, pointer: str, found: Found[Any] | None) -> None:
        """Anchor to the words of `found`; where another column stands between them, line by line."""
        if found is None:
            return
        words = found.words or str(found.value)
        if words not in self._printed(found.line_from, found.line_to) and (parts := self._line_by_line(words, found)):
            for number, part in parts:
                self.add(pointer, number, line_to=number, words=part, rule=found.rule)
        else:
            self.add(pointer, found.line_from, line_to=found.line_to, words=words, rule=found.rule)

    def _line_by_line(self, words: str, found: Found[Any]) -> list[tuple[int, str]]:
        """The part of `words` on each line, in order; empty where they do not stand there so."""
        rest = words.split()
        parts: list[tuple[int, str]] = []
        for number in range(found.line_from, found.line_to + 1):
            printed = self._printed(number, number)
            taken = next((n for n in range(len(rest), 0, -1) if " ".join(rest[:n]) in printed), 0)
            if taken:
                parts.append((number, " ".join(rest[:taken])))
                rest = rest[taken:]
        return [] if rest else parts

    def add_letters(self, pointer: str, paragraph: Paragraph, *, start: int, end: int, rule: str = "") -> None:
        first, last = paragraph.lines_of(start, end)
        self.add(pointer, first, line_to=last, words=paragraph.text[start:end].strip(), rule=rule)

    @property
    def places(self) -> dict[str, tuple[Anchor, ...]]:
        return dict(self._places)

    @property
    def unused(self) -> tuple[int, ...]:
        """The numbers of the lines that carry words and that no field was read from."""
        return tuple(n for n, line in self._lines.items() if line.text.strip() and n not in self._used)
