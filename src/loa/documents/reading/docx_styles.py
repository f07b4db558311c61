"""What paragraph and run properties say once their styles are followed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from loa.documents.reading.docx_package import child, local, value

_OFF = ("0", "false", "off", "none")


def is_on(properties: Element | None, name: str) -> bool | None:
    """Whether a toggle such as `caps` is set there: None where it is not mentioned."""
    toggle = child(properties, name)
    if toggle is None:
        return None
    return (value(toggle) or "1").lower() not in _OFF


@dataclass(frozen=True, slots=True)
class _Style:
    parent: str | None
    paragraph: Element | None
    run: Element | None


class Styles:
    """The style sheet of one document."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, _Style] = {}
        self._default: str | None = None
        for element in root if root is not None else ():
            name = value(element, "styleId")
            if local(element) != "style" or name is None:
                continue
            self._styles[name] = _Style(value(child(element, "basedOn")), child(element, "pPr"), child(element, "rPr"))
            if value(element, "type") == "paragraph" and value(element, "default") in ("1", "true"):
                self._default = name

    def _chain(self, name: str | None) -> Iterator[tuple[str, _Style]]:
        """The style and those it is based on, nearest first; a loop in a damaged file ends."""
        seen: set[str] = set()
        while name is not None and name in self._styles and name not in seen:
            seen.add(name)
            yield name, self._styles[name]
            name = self._styles[name].parent

    def numbering(self, paragraph: Element | None) -> tuple[str | None, str | None, str | None]:
        """(numId, level, style that gave it) of a paragraph; the level is None where a style leaves it open."""
        own = child(paragraph, "numPr")
        own_level = value(child(own, "ilvl"))
        given = value(child(own, "numId"))
        if given is not None:
            return given, own_level, None
        for name, style in self._chain(value(child(paragraph, "pStyle")) or self._default):
            number = child(style.paragraph, "numPr")
            if value(child(number, "numId")) is not None:
                return value(child(number, "numId")), own_level or value(child(number, "ilvl")), name
        return None, None, None

    def has(self, toggle: str, run: Element | None, *, paragraph: Element | None) -> bool:
        """Whether a run shows with `toggle`: its own word, then its style's, then its paragraph's style's."""
        own = is_on(run, toggle)
        if own is not None:
            return own
        for start in (value(child(run, "rStyle")), value(child(paragraph, "pStyle")) or self._default):
            for _name, style in self._chain(start):
                said = is_on(style.run, toggle)
                if said is not None:
                    return said
        return False
