"""A far end in memory that keeps the promise of every channel: the same key has its effect once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from loa.channels.ports import Accepted, DeliveryRefused, DispatchOrder, Outcome, ReceiptEvent


def a_receipt(
    key: str, *, at: datetime, outcome: Outcome = Outcome.PLAYED, name: str = "1", is_simulated: bool = False
) -> ReceiptEvent:
    """What a far end says of order `key`; `name` tells its receipts apart."""
    return ReceiptEvent(
        key=key,
        receipt_key=f"{key}:{name}",
        outcome=outcome,
        happened_at=at,
        source="player",
        is_simulated=is_simulated,
    )


class FakeChannel:
    """Counts calls and effects apart. `before` and `after` run around the effect and may raise.

    :param answers: give the receipt at once, as a page that is read back does.
    """

    def __init__(self, *, answers: bool = False) -> None:
        self.answers = answers
        self.calls: list[DispatchOrder] = []
        self.effects: dict[str, DispatchOrder] = {}
        self.before: Callable[[DispatchOrder], None] = lambda order: None
        self.after: Callable[[DispatchOrder], None] = lambda order: None

    def send(self, order: DispatchOrder) -> Accepted:
        self.calls.append(order)
        if not order.files:
            raise DeliveryRefused("no file")
        self.before(order)
        self.effects.setdefault(order.key, order)
        self.after(order)
        receipt = a_receipt(order.key, at=order.not_before) if self.answers else None
        return Accepted(reference=order.key, receipt=receipt)
