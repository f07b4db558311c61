"""Run the broker: one process, one port on this machine."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import json
import signal
import sys
from pathlib import Path
from typing import Any

from amqtt.broker import Broker

from loa.adapters.broker_amqtt.accounts import Accounts
from loa.adapters.broker_amqtt.gate import Gate
from loa.core.language import gettext as _
from loa.core.refusals import Refusal

SHUTDOWN_SECONDS = 5
PLUGINS = "loa.adapters.broker_amqtt.plugins"


class PortTaken(Refusal):
    """Another program listens on the broker's port."""


async def serve(config_path: Path) -> None:
    """Serve until cancelled.

    :raises PortTaken: the port of the configuration is in use.
    """
    config = json.loads(config_path.read_bytes())
    accounts = config_path.parent / config["accounts"]
    broker = Broker(_amqtt_config(accounts))

    async def enter(reader: Any, writer: Any) -> None:
        await broker.external_connected(reader, writer, "default")

    gate = Gate(Accounts(accounts), enter=enter)
    server = await _bind(gate, host=config["host"], port=config["port"])
    try:
        await broker.start()
        await server.start_serving()
        await asyncio.Event().wait()  # until cancelled
    finally:
        server.close()
        await gate.close()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(broker.shutdown(), timeout=SHUTDOWN_SECONDS)


async def _bind(gate: Gate, *, host: str, port: int) -> asyncio.Server:
    try:
        return await asyncio.start_server(gate.receive, host, port, start_serving=False)
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        raise PortTaken(
            _("Cổng {port} đang có chương trình khác dùng. Tắt chương trình đó hoặc chọn cổng khác.").format(port=port)
        ) from error


def _amqtt_config(accounts: Path) -> dict[str, Any]:
    """An external listener: amqtt opens no port of its own, the gate brings the connections."""
    return {
        "listeners": {"default": {"type": "external", "max_connections": 0}},
        "plugins": {
            f"{PLUGINS}.AccountPlugin": {"accounts": str(accounts)},
            f"{PLUGINS}.TopicPlugin": {"accounts": str(accounts)},
        },
    }


def main(config_path: Path) -> int:
    """Serve until SIGTERM or SIGINT. 0 ended, 1 refused with one line on stderr."""
    try:
        asyncio.run(_serve_until_signalled(config_path))
    except Refusal as no:
        sys.stderr.write(f"{no}\n")
        return 1
    return 0


async def _serve_until_signalled(config_path: Path) -> None:
    work = asyncio.ensure_future(serve(config_path))
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, work.cancel)
    with contextlib.suppress(asyncio.CancelledError):
        await work
