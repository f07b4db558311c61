"""Where on the broker what is said, and who may say or hear it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TopicRights:
    """Topic filters that an account may subscribe to, and those it may publish to. Nothing else."""

    may_read: tuple[str, ...]
    may_write: tuple[str, ...]


def orders_topic(commune: str, outlet: str) -> str:
    return f"loa/{commune}/{outlet}/orders"


def acks_topic(commune: str, outlet: str) -> str:
    return f"loa/{commune}/{outlet}/acks"


def receipts_topic(commune: str, outlet: str) -> str:
    """`outlet` is `+` for all outlets of the commune."""
    return f"loa/{commune}/{outlet}/receipts"


def outlet_of(topic: str) -> str:
    """The outlet code in a topic of ours, or "" for any other topic."""
    parts = topic.split("/")
    return parts[2] if len(parts) == 4 and parts[0] == "loa" else ""


def player_username(commune: str, outlet: str) -> str:
    """The account of one player. A dot separates, since a code is a slug and has none."""
    return f"player.{commune}.{outlet}"


def player_rights(commune: str, outlet: str) -> TopicRights:
    """A player hears its own orders and acknowledgements and sends its own receipts."""
    return TopicRights(
        may_read=(orders_topic(commune, outlet), acks_topic(commune, outlet)),
        may_write=(receipts_topic(commune, outlet),),
    )


def sender_rights(commune: str) -> TopicRights:
    """Loa's own account for one commune."""
    return TopicRights(
        may_read=(receipts_topic(commune, "+"),),
        may_write=(orders_topic(commune, "+"), acks_topic(commune, "+")),
    )
