"""The letters of a PDF page with their places, turned so that the text runs from left to right.

All lengths are points; x grows to the right and y upwards, as PDF counts.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

_ENDS = frozenset((0, 10, 13))
_SPACES = frozenset((9, 32, 0xA0, 0x2002, 0x2003, 0x2009, 0x202F, 0x3000))
_HYPHENS = frozenset((2, 0xFFFE))  # a hyphen after which PDFium has already joined the line
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_SAMPLE = 400  # letters asked for their Unicode: a font without its map lacks it for all
_PRIVATE = range(0xE000, 0xF900)
_NO_SPACE = 0.05  # of the height: PDFium sees spaces where only the font changes
_ABOVE, _BELOW = 0.69, 0.22  # of the font size: how far a letter reaches over and under its line
_LEANING = 0.1


class Letter(NamedTuple):
    """One letter (or ligature) in its box; `spaced` and `breaks` tell what the text layer has before it."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    spaced: bool
    breaks: bool


Turn = Callable[[float, float], tuple[float, float]]


class Letters(NamedTuple):
    """The letters of one page in the order of the text layer, and how the page is turned to read them."""

    letters: list[Letter]
    turn: Turn
    width: float  # of the page as it is read
    strange: float  # the share of letters of which the file does not say what they are


Box = tuple[float, float, float, float]  # left, bottom, right, top


def _upright(x: float, y: float) -> tuple[float, float]:
    return x, y


def _turn(way: str, box: Box) -> Turn:
    """Puts a place of a page whose text runs that way where a reader sees it, x counted from the page's edge."""
    left, bottom, right, top = box
    turns: dict[str, Turn] = {
        "right": _upright if left == 0 else lambda x, y: (x - left, y),
        "up": lambda x, y: (y - bottom, -x),
        "down": lambda x, y: (top - y, x),
        "left": lambda x, y: (right - x, -y),
    }
    return turns[way]


def letters_of(text_page: Any, box: Box) -> Letters:
    """Read the text layer of one page of the size of `box`; the file may turn the page, or the words on it.

    Letters that run another way than most are none of the text: a mark across the page, a stamp in its margin.
    """
    ways = _read(text_page)
    way = max(ways, key=lambda name: len(ways[name]), default="right")
    turn = _turn(way, box)
    letters = ways.get(way, [])
    if turn is not _upright:
        letters = [_turned(letter, turn) for letter in letters]
    across = box[3] - box[1] if way in ("up", "down") else box[2] - box[0]
    return Letters(_without_false_spaces(letters), turn, across, _strange(text_page))


def _read(text_page: Any) -> dict[str, list[Letter]]:
    """The letters by the way they run; slanting ones are left out."""
    ways: dict[str, list[Letter]] = {}
    handle, places = text_page.raw, _Places(text_page.raw)
    code_of = pdfium.FPDFText_GetUnicode
    spaced, breaks = False, False
    for index in range(text_page.count_chars()):
        code = code_of(handle, index)
        if code in _ENDS:
            breaks = True
        elif code in _SPACES:
            spaced = True
        else:
            way, box = places.of(index)
            if way:
                text = "-" if code in _HYPHENS else _LIGATURES.get(code) or chr(code)
                ways.setdefault(way, []).append(Letter(text, *box, spaced, breaks))
            spaced, breaks = False, False
    return ways


class _Places:
    """The boxes of letters: as long as the letter along its line, as tall as its font size across.

    A font may come without its measures, and then PDFium's own boxes are as tall as each letter's ink.
    """

    def __init__(self, handle: Any) -> None:
        self._handle = handle
        self._box, self._matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
        self._box_at, self._matrix_at = ctypes.byref(self._box), ctypes.byref(self._matrix)

    def of(self, index: int) -> tuple[str, tuple[float, float, float, float]]:
        """The way the letter runs ('' for a slanting one) and its left, right, bottom and top."""
        box, matrix = self._box, self._matrix
        pdfium.FPDFText_GetLooseCharBox(self._handle, index, self._box_at)
        pdfium.FPDFText_GetMatrix(self._handle, index, self._matrix_at)
        size = pdfium.FPDFText_GetFontSize(self._handle, index) * math.hypot(matrix.c, matrix.d)
        above, below = _ABOVE * size, _BELOW * size
        if abs(matrix.b) <= _LEANING * abs(matrix.a):
            if matrix.a > 0:
                return "right", (box.left, box.right, matrix.f - below, matrix.f + above)
            return "left", (box.left, box.right, matrix.f - above, matrix.f + below)
        if abs(matrix.a) <= _LEANING * abs(matrix.b):
            if matrix.b > 0:
                return "up", (matrix.e - above, matrix.e + below, box.bottom, box.top)
            return "down", (matrix.e - below, matrix.e + above, box.bottom, box.top)
        return "", (0.0, 0.0, 0.0, 0.0)


def _strange(text_page: Any) -> float:
    """The share of letters, in a sample, that no map of their font turns into Unicode."""
    count = text_page.count_chars()
    asked = strange = 0
    for index in range(0, count, max(1, count // _SAMPLE)):
        code = pdfium.FPDFText_GetUnicode(text_page.raw, index)
        if code in _SPACES or (code in _ENDS and pdfium.FPDFText_IsGenerated(text_page.raw, index) == 1):
            continue
        asked += 1
        strange += pdfium.FPDFText_HasUnicodeMapError(text_page.raw, index) == 1 or _says_nothing(code)
    return strange / asked if asked else 0.0


def _says_nothing(code: int) -> bool:
    return code == 0xFFFD or (code < 32 and code not in (2, 9, 10, 13)) or code in _PRIVATE


def _turned(letter: Letter, turn: Turn) -> Letter:
    x, y = turn(letter.left, letter.bottom)
    other_x, other_y = turn(letter.right, letter.top)
    return letter._replace(left=min(x, other_x), right=max(x, other_x), bottom=min(y, other_y), top=max(y, other_y))


def _without_false_spaces(letters: Sequence[Letter]) -> list[Letter]:
    """`ho ạt đ ộng`: a space of no width is none."""
    kept = list(letters[:1])
    for before, letter in pairwise(letters):
        gap = letter.left - before.right
        height = letter.top - letter.bottom
        is_false = letter.spaced and not letter.breaks and -0.2 * height < gap < _NO_SPACE * height
        same_line = abs(letter.bottom - before.bottom) < 0.2 * height
        kept.append(letter._replace(spaced=False) if is_false and same_line else letter)
    return kept
