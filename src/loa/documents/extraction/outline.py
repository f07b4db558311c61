"""The numbered items of the body as a tree of three levels, checked by their sequence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from .numbering import LETTERS, Kind, Marker, marker_of, roman_text, words_after
from .paragraphs import Paragraph
from .wording import TERMINAL, is_bullet

MAX_DEPTH = 3
_PRINTED = (Kind.PART, Kind.CHAPTER, Kind.SECTION, Kind.CAPITAL, Kind.LETTER)
_RULES = {
    Kind.PART: "outline.division",
    Kind.CHAPTER: "outline.division",
    Kind.SECTION: "outline.division",
    Kind.DIEU: "outline.article",
    Kind.CAPITAL: "outline.capital",
    Kind.ROMAN: "outline.roman",
    Kind.ARABIC: "outline.arabic",
    Kind.NESTED: "outline.nested",
    Kind.DECIMAL: "outline.decimal",
    Kind.SMALLER: "outline.decimal",
    Kind.ROUND: "outline.round",
    Kind.LETTER: "outline.letter",
    Kind.INNER: "outline.round",
}
_CELL = " | "  # a row of a table
PROSE = "outline.paragraph"  # the rule of an item that is a paragraph of a letter without numbers
_DECIMALS = (Kind.DECIMAL, Kind.SMALLER)
QUOTE_REACH = 15  # paragraphs; a quotation mark that nobody closed must not swallow the rest


@dataclass(slots=True, eq=False)
class Item:
    """One item: its path, its depth, its heading, and the paragraphs up to the next item (the heading's first)."""

    label: str
    parent: Item | None
    heading: str
    rule: str = ""
    paragraphs: list[Paragraph] = field(default_factory=list)
    is_divided: bool = False  # smaller items follow under it
    chain: tuple[Item, ...] = field(init=False, repr=False)  # this item and those above it, the innermost first

    def __post_init__(self) -> None:
        self.chain = (self, *(self.parent.chain if self.parent else ()))

    @property
    def is_followed(self) -> bool:
        """Something stands under the heading: smaller items, or paragraphs of its own."""
        return self.is_divided or len(self.paragraphs) > 1

    @property
    def depth(self) -> int:
        return len(self.chain)


@dataclass(frozen=True, slots=True)
class Outline:
    """The items in order, and the paragraphs before the first of them."""

    preamble: list[Paragraph]
    items: list[Item]


@dataclass(slots=True)
class _Open:
    """The items open at this place, by kind, with the number each kind has reached."""

    items: dict[Kind, Item] = field(default_factory=dict)
    reached: dict[Kind, tuple[int, ...]] = field(default_factory=dict)
    bold: dict[Kind, bool] = field(default_factory=dict)

    def close_below(self, kind: Kind) -> None:
        for other in [other for other in self.items if other >= kind]:
            del self.items[other]
        for other in [other for other in self.reached if other > kind and other is not Kind.DIEU]:
            del self.reached[other]  # articles are counted through all chapters

    def begin_again(self) -> None:
        """A heading whose automatic number was lost: the Arabic numbers under it start anew."""
        self.close_below(Kind.ARABIC)
        self.reached = {kind: number for kind, number in self.reached.items() if kind < Kind.ARABIC}

    def above(self, kind: Kind) -> Item | None:
        kinds = [other for other in self.items if other < kind]
        return self.items[max(kinds)] if kinds else None


def outline_of(paragraphs: Sequence[Paragraph]) -> Outline:
    """Return the items of `paragraphs` down to three levels."""
    outline = Outline([], [])
    opened = _Open()
    quoted = _quoted(paragraphs)
    for index, paragraph in enumerate(paragraphs):
        item = None if index in quoted else _item(paragraph, opened)
        if item is None and _lost_its_number(paragraph):
            opened.begin_again()
        if item is not None:
            outline.items.append(item)
        if outline.items:
            outline.items[-1].paragraphs.append(paragraph)
        else:
            outline.preamble.append(paragraph)
    return outline


def _quoted(paragraphs: Sequence[Paragraph]) -> set[int]:
    """The paragraphs behind the first of a quotation that runs over several: sample text, not outline."""
    inside: set[int] = set()
    balance = [paragraph.text.count("“") - paragraph.text.count("”") for paragraph in paragraphs]
    for index, surplus in enumerate(balance):
        if surplus <= 0 or index in inside:
            continue
        ends = (later for later in range(index + 1, min(index + QUOTE_REACH, len(balance))) if balance[later] < 0)
        inside.update(range(index + 1, next(ends, index) + 1))
    return inside


def _lost_its_number(paragraph: Paragraph) -> bool:
    text = paragraph.text
    return text.isupper() and 2 <= len(text.split()) <= 20 and not text.endswith(TERMINAL) and not is_bullet(text)


def _item(paragraph: Paragraph, opened: _Open) -> Item | None:
    marker = marker_of(paragraph.text)
    if marker is None or is_bullet(paragraph.text) or _CELL in paragraph.text:
        return None
    if marker.kind is Kind.ARABIC and _is_nested(marker.parts[0], paragraph, opened=opened):
        marker = replace(marker, kind=Kind.NESTED)
    if marker.kind is Kind.ROUND and Kind.LETTER in opened.items:
        marker = replace(marker, kind=Kind.INNER)
    number = _number_in_sequence(marker, opened)
    if number is None:
        return None
    parent = _parent(marker, opened)
    heading = words_after(paragraph.text, marker)
    label = _label(marker, number, parent=parent)
    opened.close_below(marker.kind)
    opened.reached[marker.kind] = (*marker.parts[:-1], number)
    opened.bold[marker.kind] = paragraph.is_bold
    if parent is not None and parent.depth >= MAX_DEPTH:
        parent.is_divided = True
        return None
    item = Item(label, parent, heading, _rule(marker, number))
    if parent is not None:
        parent.is_divided = True
    opened.items[marker.kind] = item
    return item


def _rule(marker: Marker, number: int) -> str:
    """The rule's name; a number that the sequence corrected has one of its own."""
    return "outline.mended" if marker.kind is Kind.ROMAN and number != marker.parts[0] else _RULES[marker.kind]


def _is_nested(value: int, paragraph: Paragraph, *, opened: _Open) -> bool:
    """Numbers that begin again at 1 inside an Arabic item, and those that follow them."""
    if Kind.ARABIC not in opened.items:
        return False
    if Kind.NESTED not in opened.reached:
        return value == 1
    if value != opened.reached[Kind.NESTED][-1] + 1:
        return False
    goes_on_outside = value == opened.reached[Kind.ARABIC][-1] + 1
    outer, inner = opened.bold[Kind.ARABIC], opened.bold[Kind.NESTED]
    return not (goes_on_outside and outer != inner and paragraph.is_bold == outer)


def _parent(marker: Marker, opened: _Open) -> Item | None:
    if marker.kind is Kind.DIEU:
        return None
    if marker.kind not in _DECIMALS:
        return opened.above(marker.kind)
    if Kind.ARABIC in opened.items and len(marker.parts) == 2:
        return opened.items[Kind.ARABIC]
    return opened.above(marker.kind)


def _label(marker: Marker, number: int, *, parent: Item | None) -> str:
    own = str(number)
    if marker.kind is Kind.DIEU:
        own = f"Điều {number}"
    elif marker.kind is Kind.ROMAN:
        own = roman_text(number)
    elif marker.kind in _PRINTED or (marker.kind in _DECIMALS and not _repeats(parent, marker.parts[-2])):
        own = marker.printed
    return f"{parent.label}.{own}" if parent else own


def _repeats(parent: Item | None, number: int) -> bool:
    """`1.2` under `II.1`, or `2.1` under `II`: the first part only says again what stands above."""
    return parent is not None and parent.label.split(".")[-1] in (str(number), roman_text(number))


def _number_in_sequence(marker: Marker, opened: _Open) -> int | None:
    """The number this item has in its row of siblings; None where it stands in no row: a number in running text."""
    if marker.kind is Kind.ROMAN:
        return _roman(marker.parts[0], opened)
    if marker.kind in _DECIMALS:
        return _decimal(marker, opened)
    last = opened.reached.get(marker.kind, (0,))[-1]
    if marker.kind is Kind.LETTER:
        return _letter(marker.printed, last, opened=opened)
    value = marker.parts[-1]
    return value if value == 1 or last < value <= last + 2 else None


def _roman(value: int, opened: _Open) -> int | None:
    last = opened.reached.get(Kind.ROMAN, (0,))[-1]
    if last < value <= last + 3 or (last == 0 and value <= 10):
        return value
    return last + 1 if last and value == last else None


def _letter(printed: str, last: int, *, opened: _Open) -> int | None:
    value = LETTERS.find(printed) + 1
    return value if value and (value == 1 or last < value <= last + 2) and (opened.items or value == 1) else None


def _decimal(marker: Marker, opened: _Open) -> int | None:
    head, value = marker.parts[:-1], marker.parts[-1]
    last = opened.reached.get(marker.kind)
    if last and last[:-1] == head:
        if value == last[-1]:  # printed twice: the number that the sequence asks for, as with Roman numbers
            return value + 1
        return value if last[-1] < value <= last[-1] + 2 else None
    if len(head) == 1 and (arabic := opened.reached.get(Kind.ARABIC)) and Kind.ARABIC in opened.items:
        return value if head[0] == arabic[-1] else None
    return value
