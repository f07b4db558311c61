"""Automatic list numbers: Word stores only their rule, so '1.' and 'I.' are counted again here."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from loa.documents.reading.docx_number_forms import letter, roman, shown
from loa.documents.reading.docx_styles import ListPlace
from loa.documents.reading.docx_tags import LEVEL, NUM_ID, VAL, W, value

__all__ = ["Numbering", "letter", "roman"]

LEVELS = 9
_ABSTRACT, _ABSTRACT_ID, _NUMBER = f"{W}abstractNum", f"{W}abstractNumId", f"{W}num"
_LEVEL, _OVERRIDE = f"{W}lvl", f"{W}lvlOverride"
_PLACEHOLDER = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    form: str
    text: str
    gap: str
    is_legal: bool  # all numbers of the label in decimal, whatever their own level says
    restarts_after: int  # the deepest level (from 0) after which this one starts again; -1 for never


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text is not None and text.isdecimal() and len(text) < 9 else otherwise


def _level(element: Element, index: int) -> _Level:
    form = next(element.iter(f"{W}numFmt"), None)  # Word wraps newer forms with an old one behind them
    return _Level(
        start=_number(value(element.find(f"{W}start")), 1),
        form=(value(form, f"{W}format") or value(form)) or "decimal",
        text=value(element.find(f"{W}lvlText")) or "",
        gap="" if value(element.find(f"{W}suff")) == "nothing" else " ",
        is_legal=element.find(f"{W}isLgl") is not None,
        restarts_after=_number(value(element.find(f"{W}lvlRestart")), index) - 1,
    )


@dataclass(slots=True)
class _List:
    """One abstract list: its levels, the styles linked to them, and what it has counted so far."""

    levels: dict[int, _Level]
    styles: dict[str, int]
    counters: list[int | None]


@dataclass(slots=True)
class _Use:
    """A list as one `numId` uses it: levels of its own, and starts still to be made."""

    list: _List
    levels: dict[int, _Level]
    restarts: dict[int, int]


class Numbering:
    """The lists of one document with their running counters; ask for the labels in document order."""

    def __init__(self, root: Element | None) -> None:
        self._uses: dict[str, _Use] = {}
        parts = list(root) if root is not None else []
        lists = {value(part, _ABSTRACT_ID) or "": part for part in parts if part.tag == _ABSTRACT}
        numbers = {value(part, NUM_ID) or "": part for part in parts if part.tag == _NUMBER}
        read = {name: _read_list(part) for name, part in lists.items()}
        for name, part in numbers.items():
            target = _real_list(value(part.find(_ABSTRACT_ID)) or "", lists)
            if target in read:
                self._uses[name] = _read_use(part, read[target])

    def label(self, place: ListPlace | None) -> str:
        """Count one paragraph and return its number with the gap after it ('' where it has none)."""
        use = self._uses.get(place.use) if place is not None else None
        if place is None or use is None:
            return ""
        index = min(_number(place.level, _linked_level(use.list, place.styles)), LEVELS - 1)
        level = use.levels.get(index)
        if level is None:
            return ""
        _count(use, index)
        if level.form == "bullet":
            return ("+" if level.text == "+" else "-") + level.gap
        text = _shown_text(use, index)
        return text + level.gap if text else ""


def _read_list(part: Element) -> _List:
    levels: dict[int, _Level] = {}
    styles: dict[str, int] = {}
    for element in part.iter(_LEVEL):
        index = _number(value(element, LEVEL), 0)
        levels[index] = _level(element, index)
        style = value(element.find(f"{W}pStyle"))
        if style:
            styles[style] = index
    return _List(levels, styles, [None] * LEVELS)


def _real_list(name: str, lists: dict[str, Element]) -> str:
    """A list may only point to a list style, whose levels another list holds."""
    part = lists.get(name)
    style = None if part is None else value(part.find(f"{W}numStyleLink"))
    if style is None:
        return name
    return next((key for key, other in lists.items() if value(other.find(f"{W}styleLink")) == style), name)


def _read_use(part: Element, target: _List) -> _Use:
    use = _Use(target, dict(target.levels), {})
    for element in part.iter(_OVERRIDE):
        index = _number(value(element, LEVEL), 0)
        start, level = element.find(f"{W}startOverride"), element.find(_LEVEL)
        if level is not None:
            use.levels[index] = _level(level, index)
        if start is not None:
            use.restarts[index] = _number(start.get(VAL), 1)
    return use


def _linked_level(target: _List, styles: Sequence[str]) -> int:
    return next((target.styles[name] for name in styles if name in target.styles), 0)


def _count(use: _Use, index: int) -> None:
    counters = use.list.counters
    restart = use.restarts.pop(index, None)  # a new use of a list restarts it once
    current = counters[index]
    if restart is not None:
        counters[index] = restart
    else:
        counters[index] = use.levels[index].start if current is None else current + 1
    for above in range(index):
        if counters[above] is None:
            counters[above] = use.levels[above].start if above in use.levels else 1
    for below in range(index + 1, LEVELS):
        level = use.levels.get(below)
        if level is None or index <= level.restarts_after:
            counters[below] = None


def _shown_text(use: _Use, index: int) -> str:
    level = use.levels[index]

    def number(match: re.Match[str]) -> str:
        at = int(match.group(1)) - 1
        if at > index:
            return ""
        form = use.levels[at].form if at in use.levels else "decimal"
        return shown(use.list.counters[at] or 0, "decimal" if level.is_legal and at != index else form)

    return _PLACEHOLDER.sub(number, level.text)
