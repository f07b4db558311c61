"""Ruled tables of a PDF page: the lines drawn on it say which words share a cell, and each row gives a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise

from loa.documents.reading.pdf_columns import Piece
from loa.documents.reading.pdf_letters import Letter
from loa.documents.reading.pdf_rows import rows_of
from loa.documents.reading.pdf_rules import Rule, Rules
from loa.documents.reading.table_rows import is_formal, table_lines, with_next_line

_TOUCH = 3.0  # points between the ends of lines that meet
_MOST_CELLS = 5_000


@dataclass(frozen=True, slots=True)
class Grid:
    """The lines of one table: `across` are the heights from top to bottom, `down` the places from left to right."""

    across: list[float]
    down: list[float]
    rules: Rules

    def holds(self, letter: Letter) -> bool:
        x, y = (letter.left + letter.right) / 2, (letter.bottom + letter.top) / 2
        return self.down[0] - _TOUCH < x < self.down[-1] + _TOUCH and self.across[-1] < y < self.across[0]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the page: its lines of text and where it stands."""

    lines: list[str]
    place: Piece


def tables_of(letters: Sequence[Letter], rules: Rules) -> tuple[list[Table], list[Letter]]:
    """The ruled tables of a page, and the letters outside them."""
    tables: list[Table] = []
    rest = list(letters)
    for grid in _grids(rules):
        inside = [letter for letter in rest if grid.holds(letter)]
        rows = _rows(grid, inside)
        if len(rows) < 1 or sum(map(bool, rows[0])) < 2 or any(is_formal(text) for row in rows for text in row):
            continue
        rest = [letter for letter in rest if not grid.holds(letter)]
        tables.append(_table(grid, rows))
    return tables, rest


def _table(grid: Grid, rows: Sequence[Sequence[str]]) -> Table:
    lines = table_lines(rows)
    top, bottom = grid.across[0], grid.across[-1]
    place = Piece("\n".join(lines), grid.down[0], grid.down[-1], (top + bottom) / 2, top - bottom)
    return Table(lines, place)


def _grids(rules: Rules) -> Iterator[Grid]:
    """Lines that meet belong together; a frame around words has one column and is no table."""
    for group in _connected(rules):
        across = sorted({round(rule.at, 1) for rule in group.level}, reverse=True)
        down = sorted({round(rule.at, 1) for rule in group.upright})
        if len(across) >= 2 and len(down) >= 3 and len(across) * len(down) <= _MOST_CELLS:
            yield Grid(across, down, group)


def _connected(rules: Rules) -> Iterator[Rules]:
    """Groups of lines in which each meets another."""
    left = set(range(len(rules.upright)))
    free = set(range(len(rules.level)))
    while left:
        uprights, levels, new = {left.pop()}, set[int](), set[int]()
        new |= uprights
        while new:
            met = {i for i in free if any(_meet(rules.level[i], rules.upright[j]) for j in new)}
            levels |= met
            free -= met
            new = {j for j in left if any(_meet(rules.level[i], rules.upright[j]) for i in met)}
            uprights |= new
            left -= new
        yield Rules([rules.level[i] for i in levels], [rules.upright[j] for j in uprights])


def _meet(level: Rule, upright: Rule) -> bool:
    across = level.start - _TOUCH <= upright.at <= level.end + _TOUCH
    return across and upright.start - _TOUCH <= level.at <= upright.end + _TOUCH


def _rows(grid: Grid, letters: Sequence[Letter]) -> list[list[str]]:
    """The words of each cell, row by row; a cell that runs over several rows says its words in each."""
    cells = _merged_cells(grid)
    held: dict[tuple[int, int], list[Letter]] = {}
    for letter in letters:
        row = _band(grid.across, -(letter.bottom + letter.top) / 2, falling=True)
        column = _band(grid.down, (letter.left + letter.right) / 2, falling=False)
        held.setdefault(cells[row, column], []).append(letter)
    words = {cell: _words(inside) for cell, inside in held.items()}
    table = []
    for row in range(len(grid.across) - 1):
        first_in_row: set[tuple[int, int]] = set()
        texts = []
        for column in range(len(grid.down) - 1):
            cell = cells[row, column]
            texts.append("" if cell in first_in_row else words.get(cell, ""))
            first_in_row.add(cell)
        table.append(texts)
    return [row for row in table if any(row)]


def _band(edges: Sequence[float], at: float, *, falling: bool) -> int:
    """Between which two edges `at` lies."""
    signed = [-edge for edge in edges] if falling else list(edges)
    inner = sum(edge <= at for edge in signed[1:-1])
    return min(inner, len(edges) - 2)


def _merged_cells(grid: Grid) -> dict[tuple[int, int], tuple[int, int]]:
    """For each place of the grid the first place of the cell it belongs to: no line parts the two."""
    cells: dict[tuple[int, int], tuple[int, int]] = {}
    for row, (top, bottom) in enumerate(pairwise(grid.across)):
        for column, (left, right) in enumerate(pairwise(grid.down)):
            cells[row, column] = (row, column)
            middle_y, middle_x = (top + bottom) / 2, (left + right) / 2
            if column and not _is_drawn(grid.rules.upright, at=left, through=middle_y):
                cells[row, column] = cells[row, column - 1]
            elif row and not _is_drawn(grid.rules.level, at=top, through=middle_x):
                cells[row, column] = cells[row - 1, column]
    return cells


def _is_drawn(rules: Sequence[Rule], *, at: float, through: float) -> bool:
    return any(abs(rule.at - at) <= _TOUCH and rule.start - _TOUCH < through < rule.end + _TOUCH for rule in rules)


def _words(letters: Sequence[Letter]) -> str:
    lines = [" ".join(piece.text for piece in row) for row in rows_of(letters)]
    return reduce(with_next_line, lines).replace("|", " ") if lines else ""
