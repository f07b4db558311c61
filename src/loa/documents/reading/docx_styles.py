"""What paragraph and run properties say once their styles are followed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from loa.documents.reading.docx_tags import (
    BASED_ON,
    CAPS,
    FONTS,
    LEVEL,
    NUM_ID,
    NUM_PR,
    P_PR,
    P_STYLE,
    R_PR,
    R_STYLE,
    SMALL_CAPS,
    TBL_PR,
    VAL,
    VANISH,
    W,
    value,
)

_OFF = frozenset(("0", "false", "off", "none"))
# The second font of an ABC pair (`.VnTimeH`): it draws the codes of small letters as capitals.
_OLD_CAPITALS = re.compile(r"\.Vn\w*H", re.IGNORECASE)
_JUSTIFIED = frozenset(("both", "distribute"))


@dataclass(frozen=True, slots=True)
class Toggles:
    """How a run shows: in capitals, or not at all."""

    capitals: bool = False
    hidden: bool = False
    old_capitals: bool = False  # by a font from before Unicode


@dataclass(frozen=True, slots=True)
class ListPlace:
    """Where a paragraph stands in a list; `level` is None where only `styles` can tell, nearest style first."""

    use: str
    level: str | None
    styles: tuple[str, ...] = ()


class Styles:
    """The style sheet of one document; each style is worked out once, when it is first met."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self._default: str | None = None
        self._toggles: dict[tuple[str | None, str | None], Toggles] = {}
        self._places: dict[str | None, ListPlace | None] = {}
        self._alignments: dict[str | None, str | None] = {}
        self._contents: dict[str | None, bool] = {}
        for element in root if root is not None else ():
            name = element.get(f"{W}styleId")
            if element.tag == f"{W}style" and name is not None:
                self._styles[name] = element
                if element.get(f"{W}type") == "paragraph" and element.get(f"{W}default") in ("1", "true"):
                    self._default = name

    def _chain(self, name: str | None) -> Iterator[tuple[str, Element]]:
        """The style and those it is based on, nearest first; a loop in a damaged file ends."""
        seen: set[str] = set()
        while name is not None and name in self._styles and name not in seen:
            seen.add(name)
            yield name, self._styles[name]
            name = value(self._styles[name].find(BASED_ON))

    def of_paragraph(self, properties: Element | None) -> str | None:
        """The name of a paragraph's style."""
        own = None if properties is None else properties.find(P_STYLE)
        return value(own) or self._default

    def is_contents(self, style: str | None) -> bool:
        """Lines of a table of contents say everything twice."""
        if style not in self._contents:
            element = self._styles.get(style or "")
            name = None if element is None else value(element.find(f"{W}name"))
            self._contents[style] = (name or "").lower().startswith("toc ")
        return self._contents[style]

    def place_in_list(self, properties: Element | None, style: str | None) -> ListPlace | None:
        """The list and level of a paragraph, by its own word or its style's."""
        own = None if properties is None else properties.find(NUM_PR)
        level = None if own is None else value(own.find(LEVEL))
        use = None if own is None else value(own.find(NUM_ID))
        if use is not None:
            return ListPlace(use, level or "0")
        if style not in self._places:
            self._places[style] = self._place_by_style(style)
        place = self._places[style]
        return place if place is None or level is None else ListPlace(place.use, level)

    def _place_by_style(self, style: str | None) -> ListPlace | None:
        level: str | None = None
        names = []
        for name, element in self._chain(style):
            names.append(name)
            properties = element.find(P_PR)
            number = None if properties is None else properties.find(NUM_PR)
            if number is None:
                continue
            level = level or value(number.find(LEVEL))
            use = value(number.find(NUM_ID))
            if use is not None:
                return ListPlace(use, level, tuple(names))
        return None

    def is_justified(self, properties: Element | None, style: str | None) -> bool:
        """Set to both margins, as the words of a document are and its letterhead and titles are not."""
        return self._alignment(properties, style) in _JUSTIFIED

    def is_centred(self, properties: Element | None, style: str | None) -> bool:
        return self._alignment(properties, style) == "center"

    def _alignment(self, properties: Element | None, style: str | None) -> str | None:
        own = None if properties is None else value(properties.find(f"{W}jc"))
        if own is not None:
            return own
        if style not in self._alignments:
            parts = (element.find(P_PR) for _name, element in self._chain(style))
            said = (value(part.find(f"{W}jc")) for part in parts if part is not None)
            self._alignments[style] = next((word for word in said if word), None)
        return self._alignments[style]

    def toggles(self, run: Element | None, style: str | None) -> Toggles:
        """How a run shows: its own word, then its style's, then its paragraph's style's."""
        own = None if run is None else value(run.find(R_STYLE))
        key = (own, style)
        if key not in self._toggles:
            self._toggles[key] = self._toggles_by_style(*key)
        by_style = self._toggles[key]
        if run is None:
            return by_style
        capitals = [is_on(run, CAPS), is_on(run, SMALL_CAPS)]
        hidden, old = is_on(run, VANISH), _draws_capitals(run)
        if hidden is None and old is None and capitals == [None, None]:
            return by_style
        return Toggles(
            capitals=by_style.capitals if capitals == [None, None] else True in capitals,
            hidden=by_style.hidden if hidden is None else hidden,
            old_capitals=by_style.old_capitals if old is None else old,
        )

    def _toggles_by_style(self, run: str | None, paragraph: str | None) -> Toggles:
        said: dict[str, bool] = {}
        fonts: list[bool] = []
        for start in (run, paragraph):
            for _name, element in self._chain(start):
                properties = element.find(R_PR)
                for name in (CAPS, SMALL_CAPS, VANISH) if properties is not None else ():
                    on = is_on(properties, name)
                    if on is not None:
                        said.setdefault(name, on)
                drawn = _draws_capitals(properties)
                fonts += [] if drawn is None else [drawn]
        capitals = said.get(CAPS, False) or said.get(SMALL_CAPS, False)
        return Toggles(capitals, said.get(VANISH, False), fonts[0] if fonts else False)

    def has_borders(self, table_style: str | None) -> bool:
        """Whether a table style draws lines between cells."""
        for _name, element in self._chain(table_style):
            properties = element.find(TBL_PR)
            borders = None if properties is None else properties.find(f"{W}tblBorders")
            if borders is not None:
                return draws_lines(borders)
        return False


def _draws_capitals(properties: Element | None) -> bool | None:
    """Whether the font named there is one of old capitals: None where none is named."""
    fonts = None if properties is None else properties.find(FONTS)
    name = None if fonts is None else fonts.get(f"{W}hAnsi") or fonts.get(f"{W}ascii")
    return None if name is None else _OLD_CAPITALS.fullmatch(name) is not None


def is_on(properties: Element | None, name: str) -> bool | None:
    """Whether a toggle such as `caps` is set there: None where it is not mentioned."""
    toggle = None if properties is None else properties.find(name)
    if toggle is None:
        return None
    return toggle.get(VAL, "1").lower() not in _OFF


def draws_lines(borders: Element) -> bool:
    """Whether table or cell borders show anything."""
    return any(border.get(VAL, "nil") not in ("nil", "none") for border in borders)
