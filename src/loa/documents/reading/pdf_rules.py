"""The straight lines drawn on a PDF page: they rule tables and part footnotes from the text."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from loa.documents.reading.pdf_letters import Turn

_STRAIGHT = 1.0  # points a line may lean
_SHORTEST = 4.0
_MOST_PATHS = 20_000
_MOST_SEGMENTS = 200  # of one path
_MOST_RULES = 2_000  # of a page: with more it is a map or a drawing, and no table
_APART = 2.0


class Rule(NamedTuple):
    """A level line at `at` (y) from `start` to `end` (x), or an upright one at x from y to y."""

    at: float
    start: float
    end: float


class Rules(NamedTuple):
    """All straight lines of a page."""

    level: list[Rule]
    upright: list[Rule]


Point = tuple[float, float]


def rules_of(page: Any, turn: Turn) -> Rules:
    """The straight lines of a page, turned as its text is; thin boxes count as lines, too."""
    level: list[Rule] = []
    upright: list[Rule] = []
    paths = page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_PATH,), max_depth=3)
    for path in islice(paths, _MOST_PATHS):
        if not _is_seen(path):
            continue
        for one, two in _segments(path):
            if len(level) + len(upright) > 4 * _MOST_RULES:
                return Rules([], [])
            (x, y), (other_x, other_y) = turn(*one), turn(*two)
            if abs(y - other_y) <= _STRAIGHT and abs(x - other_x) >= _SHORTEST:
                level.append(Rule((y + other_y) / 2, min(x, other_x), max(x, other_x)))
            elif abs(x - other_x) <= _STRAIGHT and abs(y - other_y) >= _SHORTEST:
                upright.append(Rule((x + other_x) / 2, min(y, other_y), max(y, other_y)))
    rules = Rules(merged(level), merged(upright))
    return rules if len(rules.level) + len(rules.upright) <= _MOST_RULES else Rules([], [])


def _is_seen(path: Any) -> bool:
    """Stroked, or filled with something other than white: shading behind a cell draws nothing."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path.raw, ctypes.byref(fill), ctypes.byref(stroke))
    if stroke.value:
        return True
    if not fill.value:
        return False
    left, bottom, right, top = path.get_bounds()
    return bool(min(right - left, top - bottom) < 3.0)


def _segments(path: Any) -> Iterator[tuple[Point, Point]]:
    matrix = path.get_matrix()
    start: Point | None = None
    last: Point | None = None
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(min(pdfium.FPDFPath_CountSegments(path.raw), _MOST_SEGMENTS)):
        segment = pdfium.FPDFPath_GetPathSegment(path.raw, index)
        pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        point: Point = matrix.on_point(x.value, y.value)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == pdfium.FPDF_SEGMENT_LINETO and last is not None:
            yield last, point
        last = point
        if pdfium.FPDFPathSegment_GetClose(segment) and start is not None:
            yield point, start
            last = start


def merged(rules: Sequence[Rule]) -> list[Rule]:
    """Pieces of one line, and the two edges of a thin box, are one line."""
    lines: list[list[Rule]] = []
    for rule in sorted(rules):
        if lines and rule.at - lines[-1][0].at <= _APART:
            lines[-1].append(rule)
        else:
            lines.append([rule])
    return [whole for line in lines for whole in _spans(line)]


def _spans(line: Sequence[Rule]) -> Iterator[Rule]:
    at = sum(rule.at for rule in line) / len(line)
    start, end = None, 0.0
    for rule in sorted(line, key=lambda rule: rule.start):
        if start is None or rule.start > end + _APART:
            if start is not None:
                yield Rule(at, start, end)
            start, end = rule.start, rule.end
        else:
            end = max(end, rule.end)
    if start is not None:
        yield Rule(at, start, end)
