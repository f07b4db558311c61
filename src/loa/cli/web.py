"""The console's server process: static files gathered once, then the application behind Granian."""

from __future__ import annotations

import logging

from django.core.management import call_command
from granian import Granian
from granian.constants import Interfaces

APPLICATION = "loa.cli.web_worker:application"
THREADS = 4  # requests served at once by the one worker process; SQLite has one writer anyway


def serve_console(*, host: str, port: int) -> None:
    """Serve the console on `host`:`port` until asked to stop."""
    call_command("collectstatic", verbosity=0, interactive=False, clear=False)
    logging.getLogger("whitenoise").setLevel(logging.WARNING)
    Granian(
        APPLICATION,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=THREADS,
        respawn_failed_workers=True,
        websockets=False,
        log_access=False,
    ).serve()
