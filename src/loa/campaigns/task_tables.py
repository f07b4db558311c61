"""The rows of an annex's task table as duties: each a clause of its own, with its doers and its days. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from loa.documents.ports import AssignmentRow, Clause, ExtractionResult, TaskRow, Window

CLAUSE_LETTERS = 40  # of a label, in the database
NAMELESS = "Phụ lục"


@dataclass(frozen=True, slots=True)
class TaskWork:
    """One row of a table with the rows it stands for; `pointer` is the row's own."""

    pointer: str
    clause: Clause
    windows: tuple[Window, ...]
    assignments: tuple[AssignmentRow, ...]


def with_task_tables(result: ExtractionResult) -> ExtractionResult:
    """`result` with the table rows that name a doer as clauses, assignments and windows behind its own."""
    found = list(_works(result))
    if not found:
        return result
    anchors = dict(result.anchors)
    number = len(result.assignments)
    for work in found:
        for _row in work.assignments:
            anchors[f"/assignments/{number}"] = result.anchors.get(work.pointer, ())
            number += 1
    windows = [(window, work.pointer) for work in found for window in work.windows]
    for at, (_window, pointer) in enumerate(windows, start=len(result.windows)):
        anchors[f"/windows/{at}"] = result.anchors.get(pointer, ())
    return replace(
        result,
        clauses=(*result.clauses, *(work.clause for work in found)),
        assignments=(*result.assignments, *(row for work in found for row in work.assignments)),
        windows=(*result.windows, *(window for window, _pointer in windows)),
        anchors=anchors,
    )


def pointer_in_reading(result: ExtractionResult, pointer: str) -> str:
    """A pointer into `with_task_tables(result)` as one into `result`: a table's duty is its row there."""
    parts = pointer.split("/")
    if len(parts) < 3 or parts[1] not in ("assignments", "windows") or not parts[2].isdecimal():
        return pointer
    behind = int(parts[2]) - len(getattr(result, parts[1]))
    rows = [work.pointer for work in _works(result) for _row in getattr(work, parts[1])]
    return rows[behind] if 0 <= behind < len(rows) else pointer


def _works(result: ExtractionResult) -> Iterator[TaskWork]:
    taken = {clause.label for clause in result.clauses}
    told = {
        line for pointer in result.anchors if pointer.startswith("/assignments/") for line in _lines(result, pointer)
    }
    for number, task in enumerate(result.tasks):
        pointer = f"/tasks/{number}"
        doers = [*((unit, "lead") for unit in task.lead), *((unit, "support") for unit in task.support)]
        lines = _lines(result, pointer)
        if not doers or told & set(lines):
            continue  # nobody to give it to, or read as an assignment already
        label = _label(task, number, taken=taken)
        taken.add(label)
        rows = tuple(AssignmentRow(label, unit, role) for unit, role in dict.fromkeys(doers))
        windows = (Window(label, task.start, task.end, None, None),) if task.start or task.end else ()
        yield TaskWork(pointer, _clause(label, task, lines=lines), windows, rows)


def _lines(result: ExtractionResult, pointer: str) -> range:
    places = result.anchors.get(pointer, ())
    return range(places[0].line_from, places[-1].line_to + 1) if places else range(0)


def _label(task: TaskRow, number: int, *, taken: set[str]) -> str:
    """`Phụ lục I.3`; where two tables have that row, the second one says which row of all it is."""
    rest = f".{task.number.strip(' .') or number + 1}"
    label = (task.annex or NAMELESS)[: CLAUSE_LETTERS - len(rest)] + rest
    if label in taken or len(label) > CLAUSE_LETTERS:
        rest = f".#{number + 1}"
        label = (task.annex or NAMELESS)[: CLAUSE_LETTERS - len(rest)] + rest
    return label


def _clause(label: str, task: TaskRow, *, lines: range) -> Clause:
    """Its words are the duty and what comes of it; it has no heading apart from them."""
    words = f"{task.content} (sản phẩm: {task.product})" if task.product else task.content
    return Clause(label, None, "", words, lines.start or 1, (lines.stop or 2) - 1)
