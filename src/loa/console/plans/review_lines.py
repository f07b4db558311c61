"""Lines that nothing was read from, chosen by a person: made a topic, or the duty of a unit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms

from loa.console.plans.review_boxes import Choice, Line, roles
from loa.core.language import gettext as _
from loa.documents.ports import Line as DocumentLine
from loa.documents.review.changes import Change, Review
from loa.documents.review.deeds import assignment_of_lines, topic_of_lines
from loa.documents.review.refusals import WrongCorrection
from loa.vietnamese.folding import fold

BETWEEN = "-"
MOST_LINES = 200
_ENDS = (".", ";", ":", "!", "?", "/")
_LETTERS = re.compile(r"[^\W\d_]+")
# What Nghị định 30/2020/NĐ-CP and Hướng dẫn 36-HD/VPTW put at the head of every document.
_FORMAL = ("conghoaxahoichunghiavietnam", "doclaptudohanhphuc", "dangcongsanvietnam")
Run = tuple[int, int]  # lines from and to, inclusive


class LinesForm(forms.Form):
    """Who does what the chosen lines say. `lines` are their runs, `12-14,20-20`."""

    lines = forms.CharField(widget=forms.HiddenInput, max_length=4000)

    def __init__(self, *args: Any, guess: str = "", runs: Sequence[Run] = (), **kwargs: Any) -> None:
        kwargs["auto_id"] = "giao-%s"
        super().__init__(*args, **kwargs)
        self.fields["lines"].initial = written_runs(runs)
        self.fields["unit"] = Line(label=_("Đơn vị"), is_open=False, help_text=_("Loa đoán từ câu này; hãy xem lại."))
        self.fields["unit"].initial = guess
        self.fields["unit"].widget.attrs["autofocus"] = True
        self.fields["role"] = Choice(roles(), label=_("Vai trò"))


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that are one paragraph, as far as they were not used: what is chosen with one press."""

    first: int
    last: int
    text: str

    @property
    def run(self) -> str:
        return written_runs([(self.first, self.last)])


def blocks_of(lines: Iterable[DocumentLine]) -> list[Block]:
    """Unused lines as paragraphs: a line goes on with the next one where it ends no statement."""
    blocks: list[Block] = []
    for line in lines:
        before, text = blocks[-1] if blocks else None, line.text.strip()
        if before is not None and before.last == line.number - 1 and not _is_apart(before.text, line.text):
            blocks[-1] = Block(before.first, line.number, f"{before.text} {text}")
        else:
            blocks.append(Block(line.number, line.number, text))
    return blocks


def is_routine(text: str) -> bool:
    """A line that every document has and that asks for nothing: the name of the State, its motto, a drawn rule."""
    words = _LETTERS.findall(fold(text))
    if not words:
        return not any(letter.isalnum() for letter in text)
    return len(words) > 1 and any("".join(words) in formal for formal in _FORMAL)


def is_unfinished(lines: Sequence[str]) -> bool:
    """Whether the first of two lines goes on in the second."""
    return len(lines) == 2 and bool(lines[1].strip()) and not _is_apart(*lines)


def _is_apart(before: str, line: str) -> bool:
    """A statement has ended, or a new item or a heading begins."""
    return before.rstrip().endswith(_ENDS) or not line.lstrip()[:1].islower()


def written_runs(runs: Iterable[Run]) -> str:
    return ",".join(f"{first}{BETWEEN}{last}" for first, last in runs)


def read_runs(text: str) -> list[Run]:
    """The runs that `written_runs` wrote; what is none is left out."""
    parts = (part.partition(BETWEEN) for part in text.split(",")[:MOST_LINES])
    return [(int(first), int(last)) for first, _dash, last in parts if _is_number(first) and _is_number(last)]


def _is_number(text: str) -> bool:
    return text.isdecimal() and len(text) <= 6


def topics_of(review: Review, runs: Sequence[Run]) -> list[Change]:
    """Each run a topic of its own, all in one deed.

    :raises WrongCorrection: no line, or lines that cannot be one.
    """
    changes: list[Change] = []
    for first, last in _some(runs):
        changes += topic_of_lines(review.with_changes(*changes), line_from=first, line_to=last)
    return changes


def duties_of(review: Review, runs: Sequence[Run], *, unit: str, role: str) -> list[Change]:
    """Each run a duty of the unit, all in one deed.

    :raises WrongCorrection: no line, or lines that cannot be one.
    """
    changes: list[Change] = []
    for first, last in _some(runs):
        changes += assignment_of_lines(
            review.with_changes(*changes), line_from=first, line_to=last, unit=unit, role=role
        )
    return changes


def guessed_unit(review: Review, runs: Sequence[Run]) -> str:
    """The longest unit of the plan that the chosen lines name; else the one of the clause above; else none."""
    lines = [line.text for line in review.result.lines if any(first <= line.number <= last for first, last in runs)]
    words = fold(" ".join(lines))
    names = {row.unit for row in review.outcome.assignments}
    names |= {name for row in review.outcome.units for name in (row.name, *row.alternatives)}
    named = [name for name in names if fold(name) in words]
    return max(named, key=lambda name: (len(name), name), default="")


def _some(runs: Sequence[Run]) -> Sequence[Run]:
    if not runs:
        raise WrongCorrection(_("Chưa chọn dòng nào; chưa lưu gì. Hãy bấm nút ở dòng muốn dùng."))
    return runs
