"""Reading dispatches and their proofs."""

from loa.delivery.selectors.air import AirSession, LastSession, last_session, on_air_next, sessions_on
from loa.delivery.selectors.due import BATCH, due_dispatches, expired_dispatches, is_due, lost_leases
from loa.delivery.selectors.ladders import (
    DeliveryCounts,
    Ladder,
    at_least_sent,
    delivery_counts,
    ladder,
    only_simulated,
    with_simulated,
)
from loa.delivery.selectors.lists import (
    dispatch_for,
    dispatches_list,
    dispatches_of,
    telling,
    work_orders_open,
)
from loa.delivery.selectors.silence import SilentOutlet, silent_outlets

__all__ = [
    "BATCH",
    "AirSession",
    "DeliveryCounts",
    "Ladder",
    "LastSession",
    "SilentOutlet",
    "at_least_sent",
    "delivery_counts",
    "dispatch_for",
    "dispatches_list",
    "dispatches_of",
    "due_dispatches",
    "expired_dispatches",
    "is_due",
    "ladder",
    "last_session",
    "lost_leases",
    "on_air_next",
    "only_simulated",
    "sessions_on",
    "silent_outlets",
    "telling",
    "with_simulated",
    "work_orders_open",
]
