"""Write the broker's configuration and accounts. Doing it again changes nothing that is in use."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from loa.adapters.broker_amqtt.accounts import BrokerClient, hash_password
from loa.core.content import write_durably


@dataclass(frozen=True, slots=True)
class Provisioned:
    """Where the configuration lies, and each account's password."""

    config_path: Path
    passwords: Mapping[str, str] = field(repr=False)


def provision(
    folder: Path, clients: Sequence[BrokerClient], *, host: str = "127.0.0.1", port: int = 1883
) -> Provisioned:
    """Write `broker.json`, `accounts.json` and `passwords.json` (all 0600) into `folder`.

    A password is made once per account and kept; accounts that are no longer named lose their entry.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    kept = _read(folder / "passwords.json")
    passwords = {client.username: kept.get(client.username) or secrets.token_urlsafe(32) for client in clients}
    _write(folder / "passwords.json", passwords)
    rows = _read(folder / "accounts.json")
    accounts = {
        client.username: _row(client, passwords[client.username], old=rows.get(client.username)) for client in clients
    }
    _write(folder / "accounts.json", accounts)
    _write(folder / "broker.json", {"host": host, "port": port, "accounts": "accounts.json"})
    return Provisioned(config_path=folder / "broker.json", passwords=passwords)


def _row(client: BrokerClient, password: str, *, old: Mapping[str, Any] | None) -> dict[str, Any]:
    salt = old["salt"] if old else secrets.token_hex(16)
    return {
        "salt": salt,
        "hash": hash_password(password, salt=salt),
        "may_read": list(client.may_read),
        "may_write": list(client.may_write),
    }


def _read(path: Path) -> dict[str, Any]:
    """What an earlier set-up wrote; a file cut by a power failure counts as none, and new passwords are made."""
    try:
        return dict(json.loads(path.read_bytes()))
    except (OSError, ValueError):
        return {}


def _write(path: Path, value: Mapping[str, Any]) -> None:
    data = json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True).encode("utf-8")
    if not (path.is_file() and path.read_bytes() == data):
        write_durably(path, data, mode=0o600)
