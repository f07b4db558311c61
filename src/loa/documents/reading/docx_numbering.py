"""Automatic list numbers: Word stores only their rule, so '1.' and 'I.' are counted again here."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from loa.documents.reading.docx_package import child, local, value

LEVELS = 9
_ROMAN = {"M": 1000, "CM": 900, "D": 500, "CD": 400, "C": 100, "XC": 90, "L": 50, "XL": 40}
_ROMAN |= {"X": 10, "IX": 9, "V": 5, "IV": 4, "I": 1}
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"


def roman(number: int) -> str:
    """1994 is MCMXCIV."""
    letters = ""
    for sign, amount in _ROMAN.items():
        count, number = divmod(number, amount)
        letters += sign * count
    return letters


def letter(number: int) -> str:
    """As Word counts: a … z, aa, bb …"""
    rounds, index = divmod(number - 1, len(_ALPHABET))
    return _ALPHABET[index] * (rounds + 1) if number > 0 else ""


def shown(number: int, form: str) -> str:
    """A counter in one of Word's number forms; an unknown form shows as decimal."""
    forms: dict[str, Callable[[int], str]] = {
        "upperRoman": roman,
        "lowerRoman": lambda value: roman(value).lower(),
        "upperLetter": lambda value: letter(value).upper(),
        "lowerLetter": letter,
        "decimalZero": lambda value: f"{value:02d}",
        "none": lambda _value: "",
    }
    return forms.get(form, str)(min(number, 10_000))


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    form: str
    text: str
    gap: str
    is_legal: bool  # all numbers of the label in decimal, whatever their own level says


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text is not None and text.isdecimal() else otherwise


def _level(element: Element) -> _Level:
    return _Level(
        start=_number(value(child(element, "start")), 1),
        form=value(child(element, "numFmt")) or "decimal",
        text=value(child(element, "lvlText")) or "",
        gap="" if value(child(element, "suff")) == "nothing" else " ",
        is_legal=child(element, "isLgl") is not None,
    )


class Numbering:
    """The lists of one document with their running counters; ask for the labels in document order."""

    def __init__(self, root: Element | None) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._style_levels: dict[tuple[str, str], int] = {}
        self._lists: dict[str, str] = {}  # numId → list
        self._overrides: dict[str, dict[int, _Level]] = {}
        self._restarts: dict[str, dict[int, int]] = {}
        self._counters: dict[str, list[int | None]] = {}
        parts = list(root) if root is not None else []
        links = {value(child(part, "styleLink")): value(part, "abstractNumId") for part in parts}
        for part in parts:
            if local(part) == "abstractNum":
                self._read_list(part)
        for part in parts:
            if local(part) == "num":
                self._read_use(part, links, parts=parts)

    def _read_list(self, part: Element) -> None:
        name = value(part, "abstractNumId") or ""
        self._levels[name] = {}
        for element in part:
            if local(element) == "lvl":
                index = _number(value(element, "ilvl"), 0)
                self._levels[name][index] = _level(element)
                style = value(child(element, "pStyle"))
                if style:
                    self._style_levels[(name, style)] = index

    def _read_use(self, part: Element, links: dict[str | None, str | None], *, parts: list[Element]) -> None:
        name = value(part, "numId") or ""
        target = value(child(part, "abstractNumId")) or ""
        for other in parts:
            if value(other, "abstractNumId") == target and child(other, "numStyleLink") is not None:
                target = links.get(value(child(other, "numStyleLink"))) or target
        self._lists[name] = target
        for element in part:
            if local(element) == "lvlOverride":
                index = _number(value(element, "ilvl"), 0)
                start, level = child(element, "startOverride"), child(element, "lvl")
                if start is not None:
                    self._restarts.setdefault(name, {})[index] = _number(value(start), 1)
                if level is not None:
                    self._overrides.setdefault(name, {})[index] = _level(level)

    def _levels_of(self, use: str) -> dict[int, _Level]:
        return self._levels.get(self._lists.get(use, ""), {}) | self._overrides.get(use, {})

    def label(self, use: str | None, level: str | None, *, style: str | None) -> str:
        """Count one paragraph and return its number with the gap after it ('' where it has none)."""
        if use is None or use not in self._lists:
            return ""
        by_style = self._style_levels.get((self._lists[use], style or ""), 0)
        index = min(_number(level, by_style), LEVELS - 1)
        levels = self._levels_of(use)
        if index not in levels:
            return ""
        self._count(use, index, levels=levels)
        if levels[index].form == "bullet":
            return ("+" if levels[index].text == "+" else "-") + levels[index].gap
        text = self._shown_text(use, index, levels=levels)
        return text + levels[index].gap if text else ""

    def _count(self, use: str, index: int, *, levels: dict[int, _Level]) -> None:
        counters = self._counters.setdefault(self._lists[use], [None] * LEVELS)
        restart = self._restarts.get(use, {}).pop(index, None)  # a new use of a list restarts it once
        current = counters[index]
        if restart is not None:
            counters[index] = restart
        else:
            counters[index] = levels[index].start if current is None else current + 1
        for above in range(index):
            if counters[above] is None:
                counters[above] = levels[above].start if above in levels else 1
        counters[index + 1 :] = [None] * (LEVELS - index - 1)

    def _shown_text(self, use: str, index: int, *, levels: dict[int, _Level]) -> str:
        counters = self._counters[self._lists[use]]

        def number(match: re.Match[str]) -> str:
            at = int(match.group(1)) - 1
            if at > index:
                return ""
            form = levels[at].form if at in levels else "decimal"
            return shown(counters[at] or 0, "decimal" if levels[index].is_legal and at != index else form)

        return re.sub(r"%([1-9])", number, levels[index].text)
