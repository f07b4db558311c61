"""The embedded broker: who may connect, and the process itself. Free of Django, so that it starts at once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from loa.adapters.broker_amqtt.accounts import BrokerClient
from loa.adapters.broker_amqtt.provision import Provisioned, provision
from loa.adapters.broker_amqtt.serving import main as serve_broker
from loa.adapters.speaker_mqtt.topics import TopicRights, player_rights, player_username, sender_rights

__all__ = ["Provisioned", "commune_account", "player_username", "provision_broker", "serve_broker"]


def commune_account(commune_code: str) -> str:
    """The name under which Loa itself connects for one commune."""
    return f"loa.{commune_code}"


def _client(username: str, rights: TopicRights) -> BrokerClient:
    return BrokerClient(username=username, may_read=rights.may_read, may_write=rights.may_write)


def provision_broker(folder: Path, *, players: Sequence[tuple[str, str]], port: int) -> Provisioned:
    """Write the broker's files for these players (commune code, outlet code) and for Loa in their communes."""
    communes = sorted({commune for commune, _outlet in players})
    clients = [_client(commune_account(commune), sender_rights(commune)) for commune in communes]
    clients += [
        _client(player_username(commune, outlet), player_rights(commune, outlet)) for commune, outlet in players
    ]
    return provision(folder, clients, port=port)
