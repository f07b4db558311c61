"""One order with all that is known of it, for its page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from loa.channels.ports import ChannelKind, Outcome
from loa.console.sending.states import Said, is_moving, said_of
from loa.console.templatetags.loa import state_word
from loa.core.actor import Actor
from loa.core.language import gettext
from loa.delivery.models import DeliveryAttempt, DeliveryReceipt, Dispatch, DispatchState
from loa.delivery.rules import is_by_hand
from loa.evidence.models import Evidence
from loa.evidence.services.close_work_order import MAY_CLOSE
from loa.reports.indicators import SOURCES
from loa.reports.selectors.annex import outcome_words
from loa.units.models import Membership
from loa.units.rights import Right

PROVED = (Outcome.PLAYED, Outcome.HEARD)
UNSURE = (DispatchState.UNKNOWN, DispatchState.MISSED)


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """One receipt in words. `key` names the key that signed it; empty where a person's word stands without one."""

    receipt: DeliveryReceipt
    outcome: str
    source: str
    key: str


@dataclass(frozen=True, slots=True)
class Card:
    """What the page shows. `ask` are the people who may know where nobody else does; the last attempt comes first."""

    dispatch: Dispatch
    said: Said
    receipts: list[ReceiptLine]
    proofs: list[Evidence]
    ask: list[Membership]
    may_prove: bool
    may_hear: bool

    @property
    def is_moving(self) -> bool:
        return is_moving(self.dispatch)

    @property
    def is_by_hand(self) -> bool:
        return is_by_hand(self.dispatch.outlet.channel)

    @property
    def is_simulated(self) -> bool:
        """Whether all that proves it was simulated."""
        proofs = [line.receipt.is_simulated for line in self.receipts if line.receipt.outcome in PROVED]
        return bool(proofs) and all(proofs)

    @property
    def attempts(self) -> list[DeliveryAttempt]:
        return list(reversed(self.dispatch.attempts.all()))


def card_of(dispatch: Dispatch, actor: Actor) -> Card:
    """The page of `dispatch`, which came from `dispatch_for` with its attempts and receipts."""
    receipts = list(dispatch.receipts.all())
    evidence = Evidence.objects.visible_to(actor).filter(dispatch=dispatch).select_related("added_by")
    proofs = list(evidence.order_by("added_at", "pk"))
    by_hand = is_by_hand(dispatch.outlet.channel)
    return Card(
        dispatch=dispatch,
        said=said_of(dispatch, {receipt.outcome for receipt in receipts}),
        receipts=[_line(receipt, dispatch) for receipt in receipts],
        proofs=proofs,
        ask=_who_may_know(dispatch),
        may_prove=by_hand and actor.may(Right.ADD_EVIDENCE) and not _is_closed(dispatch, proofs),
        may_hear=actor.may(Right.CONFIRM_HEARD) and _is_played_aloud(dispatch),
    )


def _line(receipt: DeliveryReceipt, dispatch: Dispatch) -> ReceiptLine:
    key = dispatch.outlet.player_key if receipt.signature else None
    return ReceiptLine(
        receipt=receipt,
        outcome=_outcome(receipt, ChannelKind(dispatch.outlet.channel)),
        source=gettext(SOURCES.get(receipt.source, receipt.source)),
        key=key.key_id if key else "",
    )


def _outcome(receipt: DeliveryReceipt, channel: ChannelKind) -> str:
    """The fixed word of the state it proves, as above it on the page; else the report's word."""
    if receipt.outcome in PROVED:
        return state_word(receipt.outcome, channel)
    return gettext(outcome_words(receipt, channel))


def _is_closed(dispatch: Dispatch, proofs: Sequence[Evidence]) -> bool:
    return dispatch.state not in MAY_CLOSE or any(proof.receipt_id for proof in proofs)


def _is_played_aloud(dispatch: Dispatch) -> bool:
    return dispatch.outlet.channel == ChannelKind.LOUDSPEAKER and dispatch.state == DispatchState.PLAYED


def _who_may_know(dispatch: Dispatch) -> list[Membership]:
    """The people of the unit that looks after the outlet, where the machine does not know what became of the order."""
    if dispatch.state not in UNSURE or dispatch.outlet.unit_id is None:
        return []
    people = Membership.objects.filter(unit_id=dispatch.outlet.unit_id, user__is_active=True)
    return list(people.select_related("user").order_by("pk")[:5])
