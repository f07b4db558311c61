"""From a figure back to the rows it was counted from, and from each of them to its line of the plan."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from loa.campaigns.models import Assignment, Topic
from loa.channels.ports import ChannelKind
from loa.core.actor import Actor
from loa.delivery.models import DeliveryAttempt, DeliveryReceipt, Dispatch
from loa.editorial.models import Approval, MessageVersion
from loa.evidence.models import Evidence
from loa.reports.indicators import SOURCES
from loa.reports.selectors.annex import outcome_words

_MESSAGE = "version__message"
_DISPATCH = ("outlet", f"rendition__{_MESSAGE}__topic", f"rendition__{_MESSAGE}__campaign")


@dataclass(frozen=True, slots=True)
class ProofRow:
    """One row behind a figure; all of `row` None where it is gone or not the actor's to see."""

    name: str  # "app.model:pk"
    row: Approval | DeliveryAttempt | DeliveryReceipt | Dispatch | Evidence | None = None
    at: datetime | None = None
    is_simulated: bool = False
    dispatch: Dispatch | None = None
    version: MessageVersion | None = None
    assignment: Assignment | None = None

    @property
    def kind(self) -> str:
        """`approval`, `deliveryattempt`, `deliveryreceipt`, `dispatch`, `evidence`; `gone`."""
        return "gone" if self.row is None else str(self.row._meta.model_name)

    @property
    def number(self) -> str:
        """The row's number, for one who asks where it went."""
        return self.name.partition(":")[2]

    @property
    def outcome(self) -> str:
        """What a receipt says, to be passed through gettext; empty for other rows."""
        if not isinstance(self.row, DeliveryReceipt) or self.dispatch is None:
            return ""
        return outcome_words(self.row, ChannelKind(self.dispatch.outlet.channel))

    @property
    def source(self) -> str:
        """Who or what gave a receipt, to be passed through gettext; empty for other rows."""
        return SOURCES.get(self.row.source, self.row.source) if isinstance(self.row, DeliveryReceipt) else ""

    @property
    def origin(self) -> Assignment | Topic | None:
        """The clause of the plan that the row carries out, with its lines there; None where it carries out none."""
        return self.assignment or (self.version.message.topic if self.version else None)


def proof_rows(names: Sequence[str], actor: Actor) -> list[ProofRow]:
    """The rows named by `names` (`app.model:pk`), in the same order; what the actor may not see reads as gone."""
    found: dict[str, ProofRow] = {}
    for label, reader in _READERS.items():
        pks = [int(name.partition(":")[2]) for name in names if name.startswith(f"{label}:")]
        if pks:
            found |= {row.name: row for row in reader(actor, pks)}
    return [found.get(name) or ProofRow(name) for name in names]


def _approvals(actor: Actor, pks: Sequence[int]) -> Iterable[ProofRow]:
    rows = Approval.objects.visible_to(actor).filter(pk__in=pks)
    for row in rows.select_related("approver", f"{_MESSAGE}__topic", f"{_MESSAGE}__campaign"):
        yield ProofRow(f"editorial.approval:{row.pk}", row, at=row.approved_at, version=row.version)


def _attempts(actor: Actor, pks: Sequence[int]) -> Iterable[ProofRow]:
    seen = Dispatch.objects.visible_to(actor).filter(attempts__in=pks)  # narrowed: else all orders are gone through
    rows = DeliveryAttempt.objects.filter(pk__in=pks, dispatch__in=seen)
    dispatch = (f"dispatch__{path}" for path in _DISPATCH)
    for row in rows.select_related(*dispatch).prefetch_related("dispatch__receipts"):
        at = row.ended_at or row.started_at
        yield _of_dispatch(f"delivery.deliveryattempt:{row.pk}", row, dispatch=row.dispatch, at=at)


def _receipts(actor: Actor, pks: Sequence[int]) -> Iterable[ProofRow]:
    seen = Dispatch.objects.visible_to(actor).filter(receipts__in=pks)
    rows = DeliveryReceipt.objects.filter(pk__in=pks, dispatch__in=seen)
    for row in rows.select_related(*(f"dispatch__{path}" for path in _DISPATCH)):
        yield ProofRow(
            f"delivery.deliveryreceipt:{row.pk}",
            row,
            at=row.happened_at,
            is_simulated=row.is_simulated,
            dispatch=row.dispatch,
            version=row.dispatch.rendition.version,
        )


def _dispatches(actor: Actor, pks: Sequence[int]) -> Iterable[ProofRow]:
    rows = Dispatch.objects.visible_to(actor).filter(pk__in=pks)
    for row in rows.select_related(*_DISPATCH).prefetch_related("receipts"):
        yield _of_dispatch(f"delivery.dispatch:{row.pk}", row, dispatch=row, at=row.due_at)


def _of_dispatch(name: str, row: DeliveryAttempt | Dispatch, *, dispatch: Dispatch, at: datetime) -> ProofRow:
    """Simulated where all that the far end said is, as the figure counted it."""
    receipts = list(dispatch.receipts.all())
    return ProofRow(
        name,
        row,
        at=at,
        is_simulated=bool(receipts) and all(receipt.is_simulated for receipt in receipts),
        dispatch=dispatch,
        version=dispatch.rendition.version,
    )


def _evidence(actor: Actor, pks: Sequence[int]) -> Iterable[ProofRow]:
    rows = Evidence.objects.visible_to(actor).filter(pk__in=pks)
    paths = ("added_by", "assignment__unit", *(f"dispatch__{path}" for path in _DISPATCH))
    for row in rows.select_related(*paths):
        yield ProofRow(
            f"evidence.evidence:{row.pk}",
            row,
            at=row.added_at,
            is_simulated=row.is_simulated,
            dispatch=row.dispatch,
            version=row.dispatch.rendition.version if row.dispatch else None,
            assignment=row.assignment,
        )


_READERS: dict[str, Callable[[Actor, Sequence[int]], Iterable[ProofRow]]] = {
    "editorial.approval": _approvals,
    "delivery.deliveryattempt": _attempts,
    "delivery.deliveryreceipt": _receipts,
    "delivery.dispatch": _dispatches,
    "evidence.evidence": _evidence,
}
