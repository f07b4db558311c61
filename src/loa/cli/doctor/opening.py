"""The way to the database that leaves no trace: read only, with settings of the doctor's own."""

from __future__ import annotations

import importlib
import secrets
from pathlib import Path
from typing import Any

import django
from django.conf import settings

from loa.cli.doctor.finding import Place
from loa.config import env

PATIENCE = 1  # seconds for a database that is busy
SERVER_PATIENCE = 2  # seconds for a server to answer the door


def has_database(place: Place) -> bool:
    """Whether there is anything to look into: a server that is named, or the file of the data folder."""
    return env.database_url() is not None or place.database_file.exists()


def file_address(path: Path) -> str:
    """The SQLite address of `path` for reading only.

    A database in WAL mode that nobody uses would get two files from a mere reader; "immutable" keeps it as it is.
    """
    is_in_use = any(path.with_name(f"{path.name}-{kind}").exists() for kind in ("wal", "journal"))
    return f"{path.absolute().as_uri()}?mode=ro" + ("" if is_in_use else "&immutable=1")


def open_django(place: Place) -> None:
    """Set Django up for reading; the chosen settings are not loaded, since the demo's would write a secret.

    :raises WrongEnvironment: the database's address cannot be read.
    """
    if not settings.configured:
        base = importlib.import_module("loa.config.settings.base")
        chosen = {name: value for name, value in vars(base).items() if name.isupper()}
        chosen["SECRET_KEY"] = secrets.token_urlsafe()
        chosen["DATABASES"] = {"default": _read_only(chosen["DATABASES"]["default"], place)}
        settings.configure(**chosen)
    django.setup()


def _read_only(database: dict[str, Any], place: Place) -> dict[str, Any]:
    if env.database_url() is None:
        options: dict[str, Any] = {"uri": True, "timeout": PATIENCE}
        return database | {"NAME": file_address(place.database_file), "OPTIONS": options}
    if "postgresql" in database["ENGINE"]:
        guard = {"connect_timeout": SERVER_PATIENCE, "options": "-c default_transaction_read_only=on"}
        return database | {"OPTIONS": {**database.get("OPTIONS", {}), **guard}}
    return database
