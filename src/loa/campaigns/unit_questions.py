"""What the names of a plan's units leave open. Pure: names and a recognition in, questions out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from loa.campaigns.plan import Place, Plan
from loa.campaigns.questions import Question
from loa.units.models.unit import NAME_LETTERS
from loa.units.recognition import Likeness, Told


def told_of(plan: Plan) -> Told:
    """What the reading, as corrected, says of the names: one unit, two, or perhaps one."""
    rows = plan.result.units
    pairs = (frozenset((row.name, name)) for row in rows for name in row.doubtful)
    groups = tuple((row.name, *row.alternatives) for row in rows)
    return Told(groups, frozenset(pairs), plan.settled_names)


def unit_names_of(plan: Plan) -> list[str]:
    """The printed names of who does the work."""
    return [row.unit for _pointer, row in plan.assignments]


def unit_questions(plan: Plan, likenesses: Sequence[Likeness], *, unit_of: Mapping[str, object]) -> list[Question]:
    """Whether two names are one unit: those that look alike, then those that the reading doubts.

    :param unit_of: the unit that each printed name was given; equal ones are one unit.
    """
    asked = [_question(plan, likeness) for likeness in likenesses]
    seen = {frozenset(question.names) for question in asked}
    doubts = [pair for pair in _doubts(plan) if frozenset(pair) not in seen]
    for first, second in doubts:
        one = unit_of.get(first)
        if one is None or one != unit_of.get(second):
            asked.append(_question(plan, Likeness(second, first, is_one_unit=False)))
    return asked


def _doubts(plan: Plan) -> Iterator[tuple[str, str]]:
    for row in plan.result.units:
        yield from ((row.name, name) for name in row.doubtful)


def _question(plan: Plan, likeness: Likeness) -> Question:
    text = f"“{likeness.printed}” và “{likeness.known_as}” có phải là một đơn vị không?"
    kind = "unit-unified" if likeness.is_one_unit else "unit-ambiguous"
    pointer, place = _place(plan, likeness.printed)
    return Question(kind, text, place, pointer, (likeness.printed, likeness.known_as))


def _place(plan: Plan, name: str) -> tuple[str, Place]:
    """Where the name stands: in the first duty it has, else in the row of its unit."""
    for pointer, row in plan.assignments:
        if row.unit[:NAME_LETTERS] == name:
            return pointer, plan.place_of(pointer, row.clause)
    for number, unit in enumerate(plan.result.units):
        if name in (unit.name, *unit.alternatives, *unit.doubtful):
            return f"/units/{number}", plan.place_of(f"/units/{number}", "")
    return "", plan.place_of("", "")
