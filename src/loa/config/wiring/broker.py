"""The embedded broker: who may connect, and the process itself. Free of Django, so that it starts at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from loa.adapters.broker_amqtt.accounts import BrokerClient
from loa.adapters.broker_amqtt.provision import provision
from loa.adapters.broker_amqtt.serving import main as serve_broker

__all__ = ["BrokerAccounts", "commune_account", "player_account", "provision_broker", "serve_broker"]


@dataclass(frozen=True, slots=True)
class BrokerAccounts:
    """The broker's configuration file and the password of each account."""

    config_path: Path
    passwords: Mapping[str, str] = field(repr=False)


def commune_account(commune_code: str) -> str:
    """The name under which Loa itself connects for one commune."""
    return f"xa.{commune_code}"


def player_account(commune_code: str, outlet_code: str) -> str:
    """The name under which one player connects."""
    return f"loa.{commune_code}.{outlet_code}"


def provision_broker(folder: Path, *, players: Sequence[tuple[str, str]], port: int) -> BrokerAccounts:
    """Write the broker's files for these players (commune code, outlet code) and their communes.

    A player reads its own orders and acknowledgements and writes its own receipts; a commune the other way round.
    """
    clients = []
    for commune in sorted({commune for commune, _outlet in players}):
        clients.append(
            BrokerClient(
                username=commune_account(commune),
                may_read=(f"loa/{commune}/+/receipts",),
                may_write=(f"loa/{commune}/+/orders", f"loa/{commune}/+/acks"),
            )
        )
    for commune, outlet in players:
        own = f"loa/{commune}/{outlet}"
        clients.append(
            BrokerClient(
                username=player_account(commune, outlet),
                may_read=(f"{own}/orders", f"{own}/acks"),
                may_write=(f"{own}/receipts",),
            )
        )
    made = provision(folder, clients, port=port)
    return BrokerAccounts(config_path=made.config_path, passwords=made.passwords)
