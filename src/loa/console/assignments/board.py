"""The board as its page shows it: narrowed, counted, in groups by unit or by due day, or as a month."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from django.http import QueryDict

from loa.campaigns.models import Assignment
from loa.campaigns.selectors import AssignmentLine, BoardCounts, assignment_board, board_counts, lines_by_unit
from loa.console.assignments.forms import RATINGS, BoardForm
from loa.console.assignments.groups import Group, day_groups, proof_counts, unit_groups, unrated_groups, written
from loa.console.assignments.month import Month, month_of
from loa.console.assignments.outside import OutsideNote, outside_notes
from loa.console.assignments.rows import RowWriter
from loa.console.assignments.scope import Scope, scope_of
from loa.console.assignments.words import period_words
from loa.core.actor import Actor
from loa.core.language import gettext
from loa.units.rights import Right
from loa.vietnamese.folding import fold

BY_UNIT, BY_DAY, BY_MONTH = "don-vi", "han", "thang"


@dataclass(frozen=True, slots=True)
class Mark:
    """One step of the ladder: how many duties have this rating."""

    rating: str
    words: str
    count: int
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Board:
    """All that the page shows; `counts` are of the lines before a rating was chosen."""

    scope: Scope
    form: BoardForm
    view: str
    lines: list[AssignmentLine]
    counts: BoardCounts
    units: int
    period: str
    is_narrowed: bool
    groups: list[Group] = field(default_factory=list)
    requests: list[Group] = field(default_factory=list)
    of_others: list[Group] = field(default_factory=list)
    month: Month | None = None
    outside: list[OutsideNote] = field(default_factory=list)

    @property
    def duties(self) -> int:
        return len(self.lines) - self.counts.requests - self.counts.of_others

    @property
    def marks(self) -> list[Mark]:
        """The ladder, each step with its count."""
        counts, chosen = self.counts, self.form.asked("rating")
        numbers = (counts.green, counts.yellow, counts.red, counts.unrated)
        return [
            Mark(rating, gettext(words), number, rating == chosen)
            for (rating, words), number in zip(RATINGS, numbers, strict=True)
        ]


def board_of(actor: Actor, *, today: date, asked: QueryDict) -> Board:
    """The board that the address asks for, in eight queries at most."""
    scope = scope_of(actor, today=today, wanted=asked.get("plan", ""))
    lines = assignment_board(actor, today=today, among=Assignment.objects.filter(campaign__in=scope.chosen))
    form = BoardForm(asked, scope=scope, units=[unit for unit, _lines in lines_by_unit(lines)])
    lines = _narrowed(lines, form)
    shown = _rated(lines, form.asked("rating"))
    view = asked.get("xem", "")
    board = Board(
        scope=scope,
        form=form,
        view=view if view in (BY_DAY, BY_MONTH) else BY_UNIT,
        lines=lines,
        counts=board_counts(lines),
        units=len({line.assignment.unit_id for line in lines if not line.is_of_others}),
        period=period_words(scope.campaign, today=today) if scope.campaign else "",
        is_narrowed=any(form.asked(name) for name in ("q", "unit", "role", "rating")),
    )
    if board.view == BY_MONTH:
        month = month_of(actor, lines=shown, today=today, asked=asked.get("thang", ""))
        return replace(board, month=month)
    return _grouped(board, actor, shown=shown)


def _grouped(board: Board, actor: Actor, *, shown: Sequence[AssignmentLine]) -> Board:
    is_by_unit, sees_plans = board.view == BY_UNIT, actor.may(Right.SEE_PLANS)
    duties = [line for line in shown if line.is_rated]
    proofs, names_plan = proof_counts(shown), board.scope.has_many
    below_unit = written(RowWriter(sees_plans=sees_plans, names_plan=names_plan, names_unit=False), proofs)
    below_day = written(RowWriter(sees_plans=sees_plans, names_plan=names_plan, names_unit=True), proofs)
    return replace(
        board,
        groups=unit_groups(duties, below_unit) if is_by_unit else day_groups(duties, below_day),
        requests=unrated_groups([line for line in shown if line.is_request], below_unit),
        of_others=unrated_groups([line for line in shown if line.is_of_others], below_unit),
        outside=outside_notes(board.scope.chosen) if is_by_unit and sees_plans and not board.is_narrowed else [],
    )


def _narrowed(lines: Sequence[AssignmentLine], form: BoardForm) -> list[AssignmentLine]:
    """The lines of the unit, the role and the words asked for; words match with or without diacritics."""
    unit, role, words = form.asked("unit"), form.asked("role"), fold(form.asked("q")).split()
    kept = [line for line in lines if unit in ("", str(line.assignment.unit_id)) and role in ("", line.assignment.role)]
    return [line for line in kept if _says(line, words)] if words else kept


def _says(line: AssignmentLine, words: Iterable[str]) -> bool:
    row, note = line.assignment, line.progress.note if line.progress else ""
    text = fold(" ".join((row.clause, row.duty, row.quote, row.unit.name, note)))
    return all(word in text for word in words)


def _rated(lines: list[AssignmentLine], rating: str) -> list[AssignmentLine]:
    return [line for line in lines if line.rating == rating and line.is_rated] if rating else lines
