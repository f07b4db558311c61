"""`python -m loa.cli.process NAME …`: the processes that the supervisor keeps, each held by its lifeline."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
import sys
import threading
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

from loa.cli import lifeline
from loa.core.refusals import Refusal


def run_broker(config: str) -> int:
    """The embedded MQTT broker."""
    from loa.config.wiring.broker import serve_broker

    return serve_broker(Path(config))


def run_portal(root: str, port: str) -> int:
    """The portal's files over HTTP; neither Django nor database is loaded."""
    from loa.portal.server import main

    main(Path(root), "127.0.0.1", port=int(port))
    return 0


def run_worker() -> int:
    """Carries out what is due."""
    import django

    django.setup()
    from loa.config.wiring.channels import bind_channels, bind_waking
    from loa.delivery.worker import run_worker as work

    bind_channels()
    bind_waking()
    stopping = threading.Event()
    signal.signal(signal.SIGTERM, lambda _number, _frame: stopping.set())
    work(stop=stopping.is_set, poll_seconds=0.3)
    return 0


def run_console(port: str) -> int:
    """The screens of staff over HTTP."""
    import django

    django.setup()
    from loa.cli.web import serve_console

    serve_console(host="127.0.0.1", port=int(port))
    return 0


def run_maker() -> int:
    """Does the long work that people asked for: reads plans, makes renditions, builds reports."""
    import django

    django.setup()
    from loa.config.wiring.channels import bind_narration
    from loa.config.wiring.long_works import bind_long_works
    from loa.core.maker import run_maker as make

    bind_narration()
    bind_long_works()
    stopping = threading.Event()
    signal.signal(signal.SIGTERM, lambda _number, _frame: stopping.set())
    make(stop=stopping.is_set, poll_seconds=0.3)
    return 0


def run_listener() -> int:
    """Takes the players' receipts."""
    import django

    django.setup()
    from loa.config.wiring.channels import listen_everywhere
    from loa.units.models import Commune

    communes = list(Commune.objects.select_related("signing_key").filter(outlets__player_key__isnull=False).distinct())
    asyncio.run(_until_signalled(listen_everywhere(communes)))
    return 0


async def _until_signalled(work: Coroutine[Any, Any, None]) -> None:
    task = asyncio.ensure_future(work)
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    with contextlib.suppress(asyncio.CancelledError):
        await task


# asyncio's tracebacks of a lost broker say nothing new, and the broker's states are nobody's news.
QUIET = {
    "asyncio": logging.CRITICAL,
    "transitions": logging.WARNING,
    "django_tasks": logging.WARNING,
    "django_tasks_db": logging.WARNING,
}

PROCESSES: dict[str, Callable[..., int]] = {
    "broker": run_broker,
    "portal": run_portal,
    "worker": run_worker,
    "console": run_console,
    "maker": run_maker,
    "listener": run_listener,
}


def main(words: list[str]) -> int:
    """Run the process that `words` names; a refusal is one line on standard error and 1."""
    lifeline.hold()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s %(levelname)s %(message)s")
    for name, level in QUIET.items():
        logging.getLogger(name).setLevel(level)
    try:
        return PROCESSES[words[0]](*words[1:])
    except Refusal as refusal:
        sys.stderr.write(f"{refusal.message}\n")
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
