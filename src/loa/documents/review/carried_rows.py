"""One net correction of an earlier plan as changes of its revised version, or why there is none. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from loa.documents.review.answers import answers_in, give_answer
from loa.documents.review.changes import ANSWERS, LABELS, PLACE, Change, Review, split
from loa.documents.review.deeds import OWN_LINES
from loa.documents.review.netting import Net
from loa.documents.review.passages import WHOLE, even, unfigured
from loa.documents.review.shapes import Answer
from loa.documents.review.standing import Lines, NotCarried, Standing, Why

# A blank of the letterhead is filled in for one paper alone: a revised plan has another number and day, and is signed
# anew.
_OF_ONE_PAPER = frozenset({"number", "date", "signer"})

_ASKED_OF_ONE_PAPER = frozenset({"no-signer"})


@dataclass
class Carrier:
    """Carries rows from one reading to another; `made` are the labels of clauses that people made of lines."""

    standing: Standing
    made: dict[str, str] = field(default_factory=dict)

    def changes(self, net: Net, now: Review) -> list[Change]:
        """What `net` comes to in the new reading under the corrections it has by `now`; nothing where it says so.

        :raises NotCarried: it does not fit.
        """
        name, number, part = split(net.change.field)
        if number is None:
            return self._header(net.change, now)
        if part is None and net.change.was is None:
            added: Mapping[str, Callable[[dict[str, Any], Review], list[Change]]] = {
                ANSWERS: self.answer,
                "clauses": self._clause,
            }
            row = dict(net.change.became)
            return added[name](row, now) if name in added else self._added(name, row, now=now)
        return self._known(net, now)

    def label(self, label: str | None) -> str | None:
        """A clause of the earlier plan as the new one numbers it."""
        if not label:
            return label
        return self.made[label] if label in self.made else self.standing.label(label)

    def _header(self, change: Change, now: Review) -> list[Change]:
        _header, _number, part = split(change.field)
        read = getattr(self.standing.new.result.header, str(part))
        if part in _OF_ONE_PAPER and _is_blank(part, change.was):
            if _is_blank(part, now.value(change.field)):
                raise NotCarried(Why.OWN)
            return []  # the new paper says its own
        if read != change.was:
            raise NotCarried(Why.OTHERWISE)
        return _unless_corrected(Change(change.field, read, change.became), now)

    def _known(self, net: Net, now: Review) -> list[Change]:
        """A row that was read: the same one, as long as it was read the same and nobody has changed it since."""
        pointer = self.standing.row(net.row)
        _name, _number, part = split(net.change.field)
        if part is None:
            return _unless_corrected(Change(pointer, self.standing.new.row(pointer), net.change.became), now)
        if now.value(pointer) is None:
            raise NotCarried(Why.CORRECTED)
        became = self.label(net.change.became) if part == "clause" else net.change.became
        return _unless_corrected(Change(f"{pointer}/{part}", self.standing.new.row(pointer)[part], became), now)

    def _clause(self, row: dict[str, Any], now: Review) -> list[Change]:
        """A clause that a person made of lines, of the lines that say the same now."""
        first, last = self.standing.lines(row["line_from"], row["line_to"])
        label = f"{OWN_LINES} {first if first == last else f'{first}-{last}'}"
        self.made[row["label"]] = label
        if any(clause is not None and clause["label"] == label for clause in now.data["clauses"]):
            return []
        moved = {"label": label, "line_from": first, "line_to": last, PLACE: [first, last]}
        return [Change(now.free("clauses"), None, {**row, **moved})]

    def _added(self, name: str, row: dict[str, Any], *, now: Review) -> list[Change]:
        part = "label" if name in LABELS else "clause"
        if name == "windows" and not row["clause"]:
            self._refuse_stated_end()
        label = row.get(part)
        compared = unfigured if name in WHOLE else str
        place = self._place(row.pop(PLACE), label, even=compared) if PLACE in row else None
        if part in row:
            row[part] = self._label_at(label, place)
        plain: Any = row["label"] if name in LABELS else row
        if plain in now.data[name]:
            return []
        return [Change(now.free(name), None, row if place is None else {**row, PLACE: list(place)})]

    def _refuse_stated_end(self) -> None:
        """The last day of the whole plan was asked for because the earlier one stated none."""
        if any(window.end for window in self.standing.new.result.windows):
            raise NotCarried(Why.OTHERWISE)

    def _place(self, lines: list[int], label: str | None, *, even: Callable[[str], str]) -> Lines:
        clause = self.standing.former.clauses.get(label or "")
        if clause is not None and (clause.line_from, clause.line_to) == (lines[0], lines[1]):
            same = self.standing.new.clauses[self.standing.label(clause.label)]
            return same.line_from, same.line_to
        return self.standing.lines(lines[0], lines[1], even=even)

    def _label_at(self, label: str | None, place: Lines | None) -> str | None:
        """The clause of a row that a person added: the same one, else the one that its lines stand in now."""
        try:
            return self.label(label)
        except NotCarried:
            held = self.standing.new.holding(*place) if place is not None else ""
            if not held:
                raise
            return held

    def answer(self, row: dict[str, Any], now: Review) -> list[Change]:
        """An answer that no field holds, where the same words are asked about.

        :raises NotCarried: they are not there, or it was answered otherwise.
        """
        if row["kind"] in _ASKED_OF_ONE_PAPER:
            raise NotCarried(Why.OWN)
        label = self.label(row["clause"]) or ""
        if even(row["quote"]) not in self.standing.new.text_of(label):
            raise NotCarried(Why.GONE)
        answer = Answer(row["kind"], label, row["quote"], row["answer"])
        said = answers_in(now).get((answer.kind, answer.clause, answer.quote))
        if said is not None:
            if said != answer.answer:
                raise NotCarried(Why.CORRECTED)
            return []
        return give_answer(now, answer)


def _is_blank(part: str | None, value: Any) -> bool:
    """Nothing is printed, or of a day the month or the year alone."""
    return value is None or (part == "date" and len(value) < len("2025-09-05"))


def _unless_corrected(change: Change, now: Review) -> list[Change]:
    """The change where the new reading still is as it was made; nothing where somebody has said the same already."""
    stands = now.value(change.field)
    if stands == change.became and stands != change.was:
        return []
    if stands != change.was:
        raise NotCarried(Why.CORRECTED)
    return [change]
