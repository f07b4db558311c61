"""The same accounts for Mosquitto (Debian's package): password file, access list, listener."""

from __future__ import annotations

import base64
import hashlib
import secrets
from collections.abc import Mapping, Sequence
from pathlib import Path

from loa.adapters.broker_amqtt.accounts import BrokerClient
from loa.core.content import write_durably

ROUNDS = 101  # Mosquitto's own default; the passwords are 256 random bits


def write_mosquitto_files(
    folder: Path, clients: Sequence[BrokerClient], *, passwords: Mapping[str, str], host: str, port: int
) -> Path:
    """Write `mosquitto.conf`, `mosquitto.passwords` and `mosquitto.acl` (0600) and return the first.

    Mosquitto says yes to a subscription that its access list forbids, and then delivers nothing.
    """
    lines = {
        "mosquitto.passwords": [f"{one.username}:{_hash(passwords[one.username])}" for one in clients],
        "mosquitto.acl": [line for one in clients for line in _access(one)],
        "mosquitto.conf": [
            "per_listener_settings false",
            "allow_anonymous false",
            f"password_file {folder / 'mosquitto.passwords'}",
            f"acl_file {folder / 'mosquitto.acl'}",
            f"listener {port} {host}",
            "max_queued_messages 10000",
            "max_packet_size 131072",
        ],
    }
    for name, text in lines.items():
        write_durably(folder / name, ("\n".join(text) + "\n").encode("utf-8"), mode=0o600)
    return folder / "mosquitto.conf"


def _hash(password: str) -> str:
    salt = secrets.token_bytes(12)
    digest = hashlib.pbkdf2_hmac("sha512", password.encode("utf-8"), salt, ROUNDS)
    parts = (base64.b64encode(part).decode("ascii") for part in (salt, digest))
    return f"$7${ROUNDS}${'$'.join(parts)}"


def _access(client: BrokerClient) -> list[str]:
    reads = [f"topic read {topic}" for topic in client.may_read]
    writes = [f"topic write {topic}" for topic in client.may_write]
    return [f"user {client.username}", *reads, *writes]
