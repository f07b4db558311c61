"""What people corrected in an earlier plan, for its revised version. Pure: two readings in, changes and reasons out.

A correction is known again by the words it stands on. What belongs together (the corrections of one row, the rows of
one deed) is carried together or not at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from functools import cached_property

from loa.documents.review.answers import asked_of
from loa.documents.review.carried_rows import Carrier
from loa.documents.review.carried_units import Said, carry_said, said_of_units
from loa.documents.review.changes import ANSWERS, Change, Review
from loa.documents.review.deeds import checked
from loa.documents.review.netting import UNITS, Net, net_changes, row_of
from loa.documents.review.passages import Passages
from loa.documents.review.refusals import StaleCorrection, WrongCorrection
from loa.documents.review.shapes import Answer
from loa.documents.review.standing import NotCarried, Standing, Why


@dataclass(frozen=True, slots=True)
class Former:
    """The earlier plan's reading under its corrections; `batches` are the deeds of `review.changes`, one by one.

    `answers` were given since it is work; they are the newer word.
    """

    review: Review
    batches: Sequence[int]
    answers: Sequence[Answer] = ()


@dataclass(frozen=True, slots=True)
class Deed:
    """Corrections that belong together: their deeds, what they come to, and what they say of names.

    `changes` are the corrections one by one.
    """

    batches: frozenset[int]
    nets: tuple[Net, ...]
    said: tuple[Said, ...]
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Left:
    """Corrections that are not carried over, as the earlier plan has them, and why."""

    changes: tuple[Change, ...]
    why: Why


@dataclass(frozen=True, slots=True)
class Carried:
    """A change of the new reading, and the number of the earlier change (in `Former.review.changes`) it repeats.

    What was answered since the earlier plan is work repeats no change.
    """

    change: Change
    origin: int | None


@dataclass(frozen=True, slots=True)
class Carrying:
    """What can be carried over: `count` deeds as `changes`; what cannot; how many deeds were carried before."""

    changes: tuple[Carried, ...] = ()
    count: int = 0
    left: tuple[Left, ...] = ()
    done: int = 0


@dataclass
class _Work:
    """The new reading as deed after deed is carried over, and where the changes of each row come from."""

    former: Former
    new: Review
    now: Review
    origin: dict[str, int | None]

    @cached_property
    def carrier(self) -> Carrier:
        return Carrier(Standing(Passages(self.former.review.result), Passages(self.now.result)))

    def carry(self, deed: Deed) -> bool:
        """Carry one deed over; False where the new reading says so already.

        :raises NotCarried: a part of it does not fit; nothing of it is kept.
        :raises WrongCorrection: a field would say what cannot be.
        """
        now, found = self.now, []
        for net in deed.nets:
            changes = self.carrier.changes(net, now)
            now = now.with_changes(*changes)
            found += [(change, self._last(net.row, deed)) for change in changes]
        for said in deed.said:
            changes = carry_said(said, former=self.former.review.result, new=self.new, now=now)
            now = now.with_changes(*changes)
            found += [(change, self._last(f"/{UNITS}", deed)) for change in changes]
        checked(self.now, [change for change, _origin in found])
        self.now = now
        self.origin |= {row_of(change.field): origin for change, origin in found}
        return bool(found)

    def answer(self, answer: Answer) -> bool:
        """Carry over an answer given since the earlier plan is work; False where the new reading has one.

        :raises NotCarried: what it is about is no longer there.
        """
        changes = self.carrier.answer(asdict(answer), self.now)
        self.now = self.now.with_changes(*changes)
        self.origin |= {row_of(change.field): None for change in changes}
        return bool(changes)

    def _last(self, row: str, deed: Deed) -> int:
        """The newest change of the deed that touched the row."""
        pairs = zip(self.former.review.changes, self.former.batches, strict=True)
        numbers = [number for number, (_change, batch) in enumerate(pairs) if batch in deed.batches]
        changes = self.former.review.changes
        return max((n for n in numbers if (changes[n].field + "/").startswith(row + "/")), default=numbers[-1])


def carrying(former: Former, *, new: Review, done: Iterable[int] = ()) -> Carrying:
    """What of `former` can be said of `new` again.

    :param done: the deeds of the former reading that were carried over already and stand.
    """
    known, work = set(done), _Work(former, new, new, {})
    count, over, left = 0, 0, []
    for answer in former.answers:
        with suppress(NotCarried):  # the answer stays with its question in the campaign
            count += work.answer(answer)
    for deed in deeds_of(former):
        if deed.batches & known:
            over += len(deed.batches)
            continue
        try:
            count += len(deed.batches) if work.carry(deed) else 0
        except NotCarried as reason:
            left.append(Left(deed.changes, reason.why))
        except (WrongCorrection, StaleCorrection):  # the field is no longer what such a correction can be of
            left.append(Left(deed.changes, Why.OTHERWISE))
    nets = net_changes(new, work.now)
    return Carrying(tuple(Carried(net.change, work.origin[net.row]) for net in nets), count, tuple(left), over)


def deeds_of(former: Former) -> list[Deed]:
    """The corrections of the earlier reading by what belongs together, in the order of their first deeds."""
    start, end = Review(former.review.result), former.review
    nets, said = _up_to_date(net_changes(start, end), former), _said(former)
    rows: dict[str, set[int]] = {}
    for change, batch in zip(end.changes, former.batches, strict=True):
        rows.setdefault(row_of(change.field), set()).add(batch)
    found = []
    for batches in _joined([rows[net.row] for net in nets if not _is_unit(net)] + [{batch} for batch in said]):
        own = tuple(net for net in nets if not _is_unit(net) and rows[net.row] <= batches)
        names = tuple(one for batch in sorted(batches) for one in said.get(batch, ()))
        made = tuple(one for one, batch in zip(end.changes, former.batches, strict=True) if batch in batches)
        found.append(Deed(batches, own, names, made))
    return sorted(found, key=lambda deed: min(deed.batches))


def _up_to_date(nets: Sequence[Net], former: Former) -> list[Net]:
    """Without the answers of which there is a newer one."""
    newer = {(one.kind, one.clause, one.quote) for one in former.answers}
    return [net for net in nets if not net.row.startswith(f"/{ANSWERS}/") or asked_of(net.change.became) not in newer]


def _is_unit(net: Net) -> bool:
    return net.row.startswith(f"/{UNITS}/")


def _said(former: Former) -> Mapping[int, list[Said]]:
    """What each deed said of names; of two that speak of the same pair the later one."""
    found: dict[int, list[Said]] = {}
    newest: dict[frozenset[str], int] = {}
    review = Review(former.review.result)
    for batch in dict.fromkeys(former.batches):
        pairs = zip(former.review.changes, former.batches, strict=True)
        after = review.with_changes(*(change for change, number in pairs if number == batch))
        units = [change for change in after.changes[len(review.changes) :] if change.field.startswith(f"/{UNITS}/")]
        if units:
            found[batch] = said_of_units(review, review.with_changes(*units))
            newest |= {frozenset((one.first, one.second)): batch for one in found[batch]}
        review = after
    kept = {
        batch: [one for one in said if newest[frozenset((one.first, one.second))] == batch]
        for batch, said in found.items()
    }
    return {batch: said for batch, said in kept.items() if said}


def _joined(groups: Iterable[set[int]]) -> list[frozenset[int]]:
    """Sets that have a member in common as one set."""
    found: list[set[int]] = []
    for group in groups:
        touching = [one for one in found if one & group]
        found = [one for one in found if not one & group] + [set(group).union(*touching)]
    return list(map(frozenset, found))
